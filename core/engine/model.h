// SPDX-License-Identifier: MIT
#pragma once

#include "core/evidence/evidence.h"
#include "core/knowledge/knowledgebase.h"

#include <span>
#include <vector>

namespace todoku {

/** One fact of the tables with the value that stands for it, and the observation that shows it. */
struct Finding
{
    size_t fact = 0;  // index into KnowledgeBase::facts
    size_t value = 0; // index into Fact::values
    Observation observation;
};

/**
 * What @p evidence says about each fact that is weighed, in the order of the facts; nothing twice.
 *
 * Several observations of a fact fold into one: the first in the fact's prefer list; without such
 * a list, the one from the source that is hardest to get wrong. An observation of an unknown fact
 * or value is passed over: it cannot be weighed, and must not count as something else.
 */
[[nodiscard]] std::vector<Finding> fold(const KnowledgeBase &knowledge, const Evidence &evidence);

/** Probabilities of the hypotheses: the causes in the order of the tables, then "other". */
using Distribution = std::vector<double>;

/**
 * The probabilities behind the grades, worked out once.
 *
 * P(v|c) = b·10^(g·step/10), normalised, where b is the fact's base distribution. Noise then takes
 * away certainty: P~ = (1-e)P + e(1-P)/(K-1). Never zero: one wrong answer must not rule out the
 * truth for good.
 */
class Model
{
public:
    /** @p knowledge must outlive the model. */
    explicit Model(const KnowledgeBase &knowledge);

    [[nodiscard]] const KnowledgeBase &knowledge() const { return m_knowledge; }
    [[nodiscard]] size_t hypothesisCount() const { return m_prior.size(); }
    [[nodiscard]] const Distribution &prior() const { return m_prior; }

    /** P~(value | hypothesis), before tempering. */
    [[nodiscard]] double likelihood(size_t fact, size_t value, size_t hypothesis) const;

    /** Prior times tempered likelihoods, normalised. */
    [[nodiscard]] Distribution posterior(std::span<const Finding> findings) const;
    /** The same without the finding at index @p leftOut. */
    [[nodiscard]] Distribution posteriorWithout(std::span<const Finding> findings,
                                                size_t leftOut) const;

    /** Expected information, in bits, of learning @p fact: H(mixture) - sum p·H(row); never < 0. */
    [[nodiscard]] double information(const Distribution &distribution, size_t fact) const;
    /** How likely @p value is to be seen. */
    [[nodiscard]] double predictive(const Distribution &distribution,
                                    size_t fact,
                                    size_t value) const;

private:
    struct Table
    {
        size_t valueCount = 0;
        std::vector<double> likelihoods; // by value, then by hypothesis
        std::vector<double> logs;
        std::vector<double> entropies; // bits, by hypothesis
    };

    [[nodiscard]] Table tabulate(const Fact &fact) const;
    [[nodiscard]] std::vector<double> row(const Fact &fact, const Cause *cause) const;
    void addLogs(std::vector<double> &logs, const Finding &finding) const;

    const KnowledgeBase &m_knowledge;
    Distribution m_prior;
    std::vector<Table> m_tables; // by fact
};

} // namespace todoku
