// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/bounce.h"
#include "core/dsn/reasontable.h"

#include <QString>

#include <nlohmann/json_fwd.hpp>

namespace todoku {

/** The object of one mail in "bounce --json"; what the mail does not carry is null. */
[[nodiscard]] nlohmann::json toJson(const Bounce &bounce,
                                    const QString &file,
                                    const ReasonTable &reasons);

/** The words of the contract for the kinds, "bounce", "not_a_bounce" and so on. */
[[nodiscard]] QString toWord(BounceKind kind);
[[nodiscard]] QString toWord(ListedObject object);
[[nodiscard]] QString toWord(ListState state);

} // namespace todoku
