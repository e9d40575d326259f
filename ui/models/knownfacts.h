// SPDX-License-Identifier: MIT
#pragma once

#include "core/investigation/investigation.h"

namespace todoku {

/**
 * The evidence as it is shown to the user.
 *
 * Details that one check found out for the next are left out, as the check itself shows them, and
 * an address of the incident that a mail holds too is said to come from that mail.
 */
[[nodiscard]] Observations knownFacts(const Investigation &investigation);

} // namespace todoku
