// SPDX-License-Identifier: MIT
#include "core/engine/diagnose.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace todoku {

namespace {

constexpr double dbPerDecade = 10;

double logOddsDb(double probability)
{
    constexpr double smallest = 1e-300;
    return dbPerDecade
           * std::log10(std::max(probability, smallest) / std::max(1 - probability, smallest));
}

// The weight of one finding for hypothesis h, with `before` as the distribution it meets.
double weightDb(const Model &model, const Distribution &before, const Finding &finding, size_t h)
{
    const double temperature = model.knowledge().model.temperature;
    const auto tempered = [&](size_t i) {
        return std::pow(model.likelihood(finding.fact, finding.value, i), temperature);
    };
    double against = 0;
    double rest = 0;
    for (size_t i = 0; i < before.size(); ++i) {
        if (i == h)
            continue;
        against += tempered(i) * before[i];
        rest += before[i];
    }
    return dbPerDecade * std::log10(tempered(h) / (against / rest));
}

class Weighing
{
public:
    Weighing(const Model &model, const Evidence &evidence, const std::set<FactId> &setAside)
        : m_model(model)
        , m_knowledge(model.knowledge())
        , m_setAside(setAside)
        , m_findings(fold(m_knowledge, evidence))
        , m_posterior(model.posterior(m_findings))
    {
        for (size_t i = 0; i < m_findings.size(); ++i) {
            m_before.push_back(model.posterior(std::span(m_findings).first(i)));
            m_without.push_back(model.posteriorWithout(m_findings, i));
        }
    }

    [[nodiscard]] Diagnosis result() const
    {
        Diagnosis diagnosis{.hypotheses = hypotheses(),
                            .other = m_posterior.back(),
                            .twoCauses = 0,
                            .conflictBits = conflictBits(),
                            .urgent = urgent(),
                            .next = nextSteps(),
                            .stop = {},
                            .suspicious = {},
                            .parties = parties()};
        diagnosis.stop = stopReason(diagnosis);
        if (diagnosis.stop == StopReason::Value)
            diagnosis.suspicious = suspicious();
        return diagnosis;
    }

private:
    [[nodiscard]] std::vector<size_t> ranking() const
    {
        std::vector<size_t> order(m_knowledge.causes.size());
        std::iota(order.begin(), order.end(), size_t{0});
        std::ranges::stable_sort(order, std::greater{}, [&](size_t h) { return m_posterior[h]; });
        return order;
    }

    [[nodiscard]] std::vector<Hypothesis> hypotheses() const
    {
        std::vector<Hypothesis> all;
        for (const size_t h : ranking())
            all.push_back({.cause = m_knowledge.causes[h].id,
                           .probability = m_posterior[h],
                           .priorDb = logOddsDb(m_model.prior()[h]),
                           .reasons = reasons(h)});
        return all;
    }

    [[nodiscard]] std::vector<Reason> reasons(size_t h) const
    {
        std::vector<Reason> all;
        for (size_t i = 0; i < m_findings.size(); ++i)
            all.push_back(
                {.observation = m_findings[i].observation,
                 .weightDb = weightDb(m_model, m_before[i], m_findings[i], h),
                 .leaveOneOutDb = logOddsDb(m_posterior[h]) - logOddsDb(m_without[i][h])});
        std::ranges::stable_sort(all, std::greater{},
                                 [](const Reason &r) { return std::abs(r.leaveOneOutDb); });
        return all;
    }

    // Jensen's measure: how much less likely the findings are together than each by itself.
    [[nodiscard]] double conflictBits() const
    {
        if (m_findings.empty())
            return 0;
        double apart = 0;
        std::vector<double> together = m_model.prior();
        for (const Finding &finding : m_findings) {
            apart += std::log2(m_model.predictive(m_model.prior(), finding.fact, finding.value));
            for (size_t h = 0; h < together.size(); ++h)
                together[h] *= m_model.likelihood(finding.fact, finding.value, h);
        }
        return apart - std::log2(std::accumulate(together.begin(), together.end(), 0.0));
    }

    [[nodiscard]] std::optional<CauseId> urgent() const
    {
        for (size_t h = 0; h < m_knowledge.causes.size(); ++h) {
            if (m_knowledge.causes[h].id == m_knowledge.model.urgentCause
                && m_posterior[h] >= m_knowledge.model.urgentFrom)
                return m_knowledge.causes[h].id;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isOpen(size_t index) const
    {
        const Fact &fact = m_knowledge.facts[index];
        const auto isKnown = [&](size_t f) {
            return std::ranges::find(m_findings, f, &Finding::fact) != m_findings.end();
        };
        if (fact.kind == FactKind::Detail || isKnown(index) || m_setAside.contains(fact.id))
            return false;
        return std::ranges::none_of(fact.conditions, [&](const Condition &condition) {
            return std::ranges::any_of(m_findings, [&](const Finding &finding) {
                return m_knowledge.facts[finding.fact].id == condition.fact
                       && condition.unlike.contains(finding.observation.value);
            });
        });
    }

    [[nodiscard]] std::vector<NextStep> nextSteps() const
    {
        const ModelSettings &settings = m_knowledge.model;
        std::vector<NextStep> steps;
        for (size_t i = 0; i < m_knowledge.facts.size(); ++i) {
            if (!isOpen(i))
                continue;
            const Fact &fact = m_knowledge.facts[i];
            const double bits = m_model.information(m_posterior, i);
            steps.push_back({.fact = fact.id,
                             .kind = fact.kind,
                             .informationBits = bits,
                             .costSeconds = fact.costSeconds,
                             .score = (1 - fact.unknownProbability) * bits
                                      / (fact.costSeconds + settings.effortOffsetSeconds),
                             .tellsApart = toldApart(i)});
        }
        std::ranges::stable_sort(steps, std::greater{}, &NextStep::score);
        return steps;
    }

    // Among the likeliest, the pair whose weight times difference is largest.
    [[nodiscard]] std::array<CauseId, 2> toldApart(size_t fact) const
    {
        constexpr size_t looked = 5;
        const std::vector<size_t> order = ranking();
        std::array<CauseId, 2> best;
        double highest = -1;
        for (size_t a = 0; a < std::min(looked, order.size()); ++a) {
            for (size_t b = a + 1; b < std::min(looked, order.size()); ++b) {
                const double score = m_posterior[order[a]] * m_posterior[order[b]]
                                     * distance(fact, order[a], order[b]);
                if (score > highest) {
                    highest = score;
                    best = {m_knowledge.causes[order[a]].id, m_knowledge.causes[order[b]].id};
                }
            }
        }
        return best;
    }

    [[nodiscard]] double distance(size_t fact, size_t a, size_t b) const
    {
        double sum = 0;
        for (size_t v = 0; v < m_knowledge.facts[fact].values.size(); ++v)
            sum += std::abs(m_model.likelihood(fact, v, a) - m_model.likelihood(fact, v, b));
        return sum;
    }

    [[nodiscard]] std::optional<StopReason> stopReason(const Diagnosis &diagnosis) const
    {
        const ModelSettings &settings = m_knowledge.model;
        if (!diagnosis.hypotheses.empty()
            && diagnosis.hypotheses.front().probability >= settings.confidentFrom)
            return StopReason::Confident;
        const bool isWorthAsking = std::ranges::any_of(diagnosis.next, [&](const NextStep &step) {
            return step.score >= settings.minScore
                   && step.informationBits >= settings.minInformation;
        });
        return isWorthAsking ? std::nullopt : std::optional(StopReason::Value);
    }

    [[nodiscard]] std::vector<FactId> suspicious() const
    {
        constexpr double surprising = 0.25;
        constexpr size_t most = 3;
        std::vector<std::pair<double, FactId>> found;
        for (size_t i = 0; i < m_findings.size(); ++i) {
            const Finding &finding = m_findings[i];
            const double expected = m_model.predictive(m_without[i], finding.fact, finding.value);
            const Fact &fact = m_knowledge.facts[finding.fact];
            if (finding.observation.source == Source::Answer && expected < surprising)
                found.emplace_back(expected, fact.id);
        }
        std::ranges::sort(found);
        std::vector<FactId> ids;
        for (size_t i = 0; i < std::min(most, found.size()); ++i)
            ids.push_back(found[i].second);
        return ids;
    }

    [[nodiscard]] std::map<Party, double> parties() const
    {
        std::map<Party, double> shares;
        for (size_t h = 0; h < m_knowledge.causes.size(); ++h) {
            const Cause &cause = m_knowledge.causes[h];
            for (const Party party : cause.actors)
                shares[party] += m_posterior[h] / static_cast<double>(cause.actors.size());
        }
        return shares;
    }

    const Model &m_model;
    const KnowledgeBase &m_knowledge;
    const std::set<FactId> &m_setAside;
    std::vector<Finding> m_findings;
    Distribution m_posterior;
    std::vector<Distribution> m_before;  // the distribution that each finding meets
    std::vector<Distribution> m_without; // the posterior without each finding
};

} // namespace

Diagnosis diagnose(const Model &model, const Evidence &evidence, const std::set<FactId> &setAside)
{
    return Weighing(model, evidence, setAside).result();
}

} // namespace todoku
