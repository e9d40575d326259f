// SPDX-License-Identifier: MIT
#pragma once

#include "core/smtp/networkfile.h"

#include <QByteArray>

namespace todoku {

/** The text of a --network file that reads as @p file; the trust file by its absolute path. */
[[nodiscard]] QByteArray toJson(const NetworkFile &file);

} // namespace todoku
