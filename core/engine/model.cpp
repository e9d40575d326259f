// SPDX-License-Identifier: MIT
#include "core/engine/model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace todoku {

namespace {

// With no noise at all this floor keeps a likelihood from being zero.
constexpr double floorWithoutNoise = 1e-4;

void normalise(std::vector<double> &values)
{
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (double &value : values)
        value /= sum;
}

double entropyBits(const std::vector<double> &row)
{
    double bits = 0;
    for (const double p : row) {
        if (p > 0)
            bits -= p * std::log2(p);
    }
    return bits;
}

void addNoise(std::vector<double> &row, double noise)
{
    if (noise <= 0) {
        for (double &p : row)
            p = std::max(p, floorWithoutNoise);
        normalise(row);
        return;
    }
    const auto others = static_cast<double>(row.size() - 1);
    for (double &p : row)
        p = (1 - noise) * p + noise * (1 - p) / others;
}

Distribution fromLogs(std::vector<double> logs)
{
    const double highest = *std::ranges::max_element(logs);
    for (double &value : logs)
        value = std::exp(value - highest);
    normalise(logs);
    return logs;
}

// Whether a stands for the fact rather than b.
bool isPreferred(const Fact &fact, const Observation &a, const Observation &b)
{
    const auto rank = [&](const Observation &o) {
        const qsizetype place = fact.prefer.indexOf(o.value);
        return place < 0 ? fact.prefer.size() : place;
    };
    if (rank(a) != rank(b))
        return rank(a) < rank(b);
    return a.source > b.source;
}

} // namespace

std::vector<Finding> fold(const KnowledgeBase &knowledge, const Evidence &evidence)
{
    std::vector<Finding> findings;
    for (size_t i = 0; i < knowledge.facts.size(); ++i) {
        const Fact &fact = knowledge.facts[i];
        const Observation *standing = nullptr;
        for (const Observation &observation : evidence.of(fact.id)) {
            if (fact.indexOf(observation.value)
                && (!standing || isPreferred(fact, observation, *standing)))
                standing = &observation;
        }
        if (standing)
            findings.push_back(
                {.fact = i, .value = *fact.indexOf(standing->value), .observation = *standing});
    }
    return findings;
}

Model::Model(const KnowledgeBase &knowledge)
    : m_knowledge(knowledge)
{
    for (const Cause &cause : knowledge.causes)
        m_prior.push_back(cause.prior);
    m_prior.push_back(knowledge.model.otherPrior);
    normalise(m_prior);
    for (const Fact &fact : knowledge.facts)
        m_tables.push_back(tabulate(fact));
}

std::vector<double> Model::row(const Fact &fact, const Cause *cause) const
{
    std::vector<double> row;
    if (!cause) {
        // "Other" shows like everything else does, but somewhat more evenly.
        const double share = m_knowledge.model.otherBaseShare;
        const double baseSum
            = std::accumulate(fact.values.begin(), fact.values.end(), 0.0,
                              [](double sum, const FactValue &value) { return sum + value.base; });
        const double even = (1 - share) / static_cast<double>(fact.values.size());
        for (const FactValue &value : fact.values)
            row.push_back(share * value.base / baseSum + even);
        return row;
    }
    constexpr double dbPerDecade = 10;
    const Grades *grades = cause->gradesOf(fact.id);
    for (const FactValue &value : fact.values) {
        const int grade = grades ? grades->byValue.value(value.id) : 0;
        row.push_back(value.base
                      * std::pow(10, grade * m_knowledge.model.gradeStepDb / dbPerDecade));
    }
    normalise(row);
    return row;
}

Model::Table Model::tabulate(const Fact &fact) const
{
    Table table{.valueCount = fact.values.size(), .likelihoods = {}, .logs = {}, .entropies = {}};
    if (fact.values.empty())
        return table;
    const ModelSettings &settings = m_knowledge.model;
    const double noise
        = fact.kind == FactKind::Question ? settings.questionNoise : settings.probeNoise;
    const size_t hypotheses = m_prior.size();
    table.likelihoods.resize(hypotheses * fact.values.size());
    for (size_t h = 0; h < hypotheses; ++h) {
        const bool isOther = h + 1 == hypotheses;
        std::vector<double> probabilities = row(fact, isOther ? nullptr : &m_knowledge.causes[h]);
        addNoise(probabilities, noise);
        table.entropies.push_back(entropyBits(probabilities));
        for (size_t v = 0; v < probabilities.size(); ++v)
            table.likelihoods[v * hypotheses + h] = probabilities[v];
    }
    for (const double likelihood : table.likelihoods)
        table.logs.push_back(std::log(likelihood));
    return table;
}

double Model::likelihood(size_t fact, size_t value, size_t hypothesis) const
{
    return m_tables[fact].likelihoods[value * m_prior.size() + hypothesis];
}

void Model::addLogs(std::vector<double> &logs, const Finding &finding) const
{
    const double temperature = m_knowledge.model.temperature;
    const double *row = m_tables[finding.fact].logs.data() + finding.value * m_prior.size();
    for (size_t h = 0; h < logs.size(); ++h)
        logs[h] += temperature * row[h];
}

Distribution Model::posterior(std::span<const Finding> findings) const
{
    return posteriorWithout(findings, findings.size());
}

Distribution Model::posteriorWithout(std::span<const Finding> findings, size_t leftOut) const
{
    std::vector<double> logs;
    logs.reserve(m_prior.size());
    for (const double p : m_prior)
        logs.push_back(std::log(p));
    for (size_t i = 0; i < findings.size(); ++i) {
        if (i != leftOut)
            addLogs(logs, findings[i]);
    }
    return fromLogs(std::move(logs));
}

double Model::information(const Distribution &distribution, size_t fact) const
{
    const Table &table = m_tables[fact];
    if (table.valueCount == 0)
        return 0;
    double bits = 0;
    for (size_t v = 0; v < table.valueCount; ++v) {
        const double p = predictive(distribution, fact, v);
        if (p > 0)
            bits -= p * std::log2(p);
    }
    for (size_t h = 0; h < distribution.size(); ++h)
        bits -= distribution[h] * table.entropies[h];
    return bits;
}

double Model::predictive(const Distribution &distribution, size_t fact, size_t value) const
{
    const double *row = m_tables[fact].likelihoods.data() + value * m_prior.size();
    return std::inner_product(distribution.begin(), distribution.end(), row, 0.0);
}

} // namespace todoku
