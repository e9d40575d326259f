// SPDX-License-Identifier: MIT
#pragma once

#include "core/evidence/facts.h"
#include "core/probe/probe.h"

#include <algorithm>

namespace todoku::test {

/** Enough for anything that answers at once; short for what does not. */
[[nodiscard]] inline Budget testBudget()
{
    using namespace std::chrono_literals;
    return {200ms, Budget::Clock::now() + std::chrono::seconds(5)};
}

[[nodiscard]] inline Observation seen(const FactId &fact,
                                      const QString &value,
                                      const QString &subject = {})
{
    return {.fact = fact, .value = value, .subject = subject};
}

/** The values of @p fact among the outcome's observations, in their order. */
[[nodiscard]] inline QStringList valuesOf(const ProbeOutcome &outcome, const FactId &fact)
{
    QStringList values;
    for (const Observation &observation : outcome.observations) {
        if (observation.fact == fact)
            values.append(observation.value);
    }
    return values;
}

} // namespace todoku::test
