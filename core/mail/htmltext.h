// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace todoku {

/** The words of an HTML body, for reading and not for showing: tags out, blocks on own lines. */
[[nodiscard]] QString htmlToText(const QString &html);

} // namespace todoku
