// SPDX-License-Identifier: MIT
#include "ui/models/knownfacts.h"

#include <algorithm>

namespace todoku {

static bool isDetail(const KnowledgeBase &knowledge, const Observation &observation)
{
    const Fact *fact = knowledge.fact(observation.fact);
    return fact && fact->kind == FactKind::Detail;
}

static bool holds(const Reading &reading, const Observation &observation)
{
    return std::ranges::any_of(observe(reading.incident), [&](const Observation &read) {
        return read.fact == observation.fact && read.value == observation.value;
    });
}

static Source sourceOf(const std::vector<Reading> &readings, const Observation &observation)
{
    const auto reading = std::ranges::find_if(
        readings, [&](const Reading &one) { return holds(one, observation); });
    if (reading == readings.end())
        return observation.source;
    return reading->kind == Document::Kind::Bounce ? Source::Bounce : Source::Message;
}

Observations knownFacts(const Investigation &investigation)
{
    Observations shown;
    for (Observation observation : investigation.evidence().all()) {
        if (isDetail(investigation.knowledge(), observation)) {
            if (observation.source == Source::Probe)
                continue;
            if (observation.source == Source::Answer)
                observation.source = sourceOf(investigation.readings(), observation);
        }
        shown.push_back(std::move(observation));
    }
    return shown;
}

} // namespace todoku
