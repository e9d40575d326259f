// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/jsonplace.h"
#include "core/lab/scenario.h"

namespace todoku {

/** What @p root holds, without an id; what is wrong stands in its problem(). */
[[nodiscard]] Scenario readScenario(const JsonPlace &root);

} // namespace todoku
