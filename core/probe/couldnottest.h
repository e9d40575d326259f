// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/message.h"
#include "core/base/result.h"

namespace todoku {

/** The sentence that says why something could not be found out. */
[[nodiscard]] Message couldNotTest(const Error &error);

} // namespace todoku
