// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/bounce.h"
#include "core/dsn/bouncetables.h"
#include "core/evidence/case.h"

#include <vector>

namespace todoku {

/** What was read from something that the user handed in. */
struct Reading
{
    Document::Kind kind = Document::Kind::Text; // as it turned out
    std::vector<Bounce> bounces;                // of kind Bounce only
    Incident incident;                          // what it says of the delivery; empty where silent
    Observations observations;
};

/**
 * Reads @p document, whatever it was said to be.
 *
 * Never fails: something that shows nothing comes out as Text, with no observations.
 */
[[nodiscard]] Reading readDocument(const Document &document, const BounceTables &tables);

/** What the user typed, as details for probes and reports. */
[[nodiscard]] Observations observe(const Incident &incident);

} // namespace todoku
