// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"

#include <QDateTime>
#include <QString>

#include <span>
#include <vector>

namespace todoku {

/** Where an observation comes from. */
enum class Source { Answer, Message, Bounce, Probe, Remedy };

/** One thing that was seen, what it is about, and the words that show it. */
struct Observation
{
    FactId fact;     // declared, with its values, in resources/knowledge/facts.json
    QString value;   // one of them; a fact that could not be found out has no observation
    QString subject; // the domain, host, address or list that the fact is about
    Source source = Source::Answer;
    QString excerpt;   // the reply line, header field or record, as it was received
    QDateTime at;      // UTC; invalid if not known
    int elapsedMs = 0; // how long it took to find out

    friend bool operator==(const Observation &, const Observation &) = default;
};

using Observations = std::vector<Observation>;

/** Everything seen so far. In order of fact and subject, however it came in; nothing twice. */
class Evidence
{
public:
    Evidence() = default;
    explicit Evidence(const Observations &observations);

    /** Adds what is new; the same fact, value, subject, source and excerpt again adds nothing. */
    void add(Observation observation);

    [[nodiscard]] std::span<const Observation> all() const { return m_observations; }
    [[nodiscard]] std::span<const Observation> of(const FactId &fact) const;

private:
    Observations m_observations; // sorted
};

} // namespace todoku
