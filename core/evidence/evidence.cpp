// SPDX-License-Identifier: MIT
#include "core/evidence/evidence.h"

#include <algorithm>
#include <tuple>

namespace todoku {

static auto sortKey(const Observation &o)
{
    return std::tie(o.fact, o.subject, o.source, o.value, o.excerpt);
}

Evidence::Evidence(const Observations &observations)
{
    for (const Observation &observation : observations)
        add(observation);
}

void Evidence::add(Observation observation)
{
    const auto isBefore
        = [](const Observation &a, const Observation &b) { return sortKey(a) < sortKey(b); };
    const auto place = std::ranges::lower_bound(m_observations, observation, isBefore);
    if (place == m_observations.end() || isBefore(observation, *place))
        m_observations.insert(place, std::move(observation));
}

std::span<const Observation> Evidence::of(const FactId &fact) const
{
    const auto range
        = std::ranges::equal_range(m_observations, fact, std::less{}, &Observation::fact);
    return {range.begin(), range.end()};
}

} // namespace todoku
