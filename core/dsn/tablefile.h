// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <nlohmann/json_fwd.hpp>

namespace todoku {

/** The JSON of a table; an Error names the file and, where it is no JSON, says so. */
[[nodiscard]] Result<nlohmann::json> readTable(const QString &path);

/** An Error about one place in a table: "FILE: /rows/3/value: what is wrong". */
[[nodiscard]] tl::unexpected<Error> tableError(const QString &path,
                                               const QString &place,
                                               const QString &what);

/** A member that must be text and not empty. */
[[nodiscard]] Result<QString> requiredText(const nlohmann::json &object,
                                           const char *member,
                                           const QString &path,
                                           const QString &place);

/** A member that may be missing; an Error if it is there and is no text. */
[[nodiscard]] Result<QString> optionalText(const nlohmann::json &object,
                                           const char *member,
                                           const QString &path,
                                           const QString &place);

} // namespace todoku
