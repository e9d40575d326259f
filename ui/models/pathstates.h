// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/diagnose.h"
#include "core/evidence/case.h"

#include <array>

namespace todoku {

/** What is thought of one stretch of the mail's way. */
enum class HopState {
    Unknown,      // nothing was looked at
    Fine,         // looked at, and nothing was wrong
    Suspect,      // may well be where it stops
    Broken,       // most likely where it stops
    CouldNotTest, // looked at in vain
};

using PathStates = std::array<HopState, allHops.size()>;

/**
 * The picture of the path: where the diagnosis puts the fault, and what the checks saw on the way.
 * What was only thought unlikely is never shown as fine.
 */
[[nodiscard]] PathStates pathStates(const KnowledgeBase &knowledge,
                                    const Case &subject,
                                    const Evidence &evidence,
                                    const Diagnosis &diagnosis);

} // namespace todoku
