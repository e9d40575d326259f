// SPDX-License-Identifier: MIT
#include "core/engine/diagnose.h"
#include "support/paths.h"

#include <benchmark/benchmark.h>

#include <numeric>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

/** The shipped tables, and a case in which every third question is answered. */
struct Desk
{
    Desk()
        : knowledge(KnowledgeBase::load(sourcePath(u"resources/knowledge"_s)).value())
        , model(knowledge)
    {
        constexpr size_t everyThird = 3;
        for (size_t i = 0; i < knowledge.facts.size(); i += everyThird) {
            const Fact &fact = knowledge.facts[i];
            if (!fact.values.empty())
                evidence.add({.fact = fact.id, .value = fact.values.front().id});
        }
        findings = fold(knowledge, evidence);
    }

    [[nodiscard]] size_t rows() const
    {
        return std::accumulate(
            knowledge.facts.begin(), knowledge.facts.end(), size_t(0),
            [](size_t sum, const Fact &fact) { return sum + fact.values.size(); });
    }

    KnowledgeBase knowledge;
    Model model;
    Evidence evidence;
    std::vector<Finding> findings;
};

void posterior(benchmark::State &state)
{
    const Desk desk;
    for ([[maybe_unused]] auto iteration : state)
        benchmark::DoNotOptimize(desk.model.posterior(desk.findings));
    state.counters["findings"] = double(desk.findings.size());
}

/** What each fact would tell, for all facts: the inner loop of choosing the next question. */
void informationSweep(benchmark::State &state)
{
    const Desk desk;
    const Distribution distribution = desk.model.posterior(desk.findings);
    for ([[maybe_unused]] auto iteration : state) {
        for (size_t fact = 0; fact < desk.knowledge.facts.size(); ++fact)
            benchmark::DoNotOptimize(desk.model.information(distribution, fact));
    }
    state.counters["rows"] = double(desk.rows());
    state.counters["hypotheses"] = double(desk.model.hypothesisCount());
}

/** The floor of the sweep: one matrix-vector product of the same size, and nothing else. */
void matrixVectorProduct(benchmark::State &state)
{
    const Desk desk;
    const Distribution distribution = desk.model.posterior(desk.findings);
    const size_t columns = desk.model.hypothesisCount();
    std::vector<double> matrix;
    for (size_t fact = 0; fact < desk.knowledge.facts.size(); ++fact) {
        for (size_t value = 0; value < desk.knowledge.facts[fact].values.size(); ++value) {
            for (size_t column = 0; column < columns; ++column)
                matrix.push_back(desk.model.likelihood(fact, value, column));
        }
    }
    std::vector<double> product(matrix.size() / columns);
    for ([[maybe_unused]] auto iteration : state) {
        const double *row = matrix.data();
        for (double &sum : product) {
            sum = 0;
            for (size_t column = 0; column < columns; ++column)
                sum += row[column] * distribution[column];
            row += columns;
        }
        benchmark::DoNotOptimize(product.data());
        benchmark::ClobberMemory();
    }
}

void wholeDiagnosis(benchmark::State &state)
{
    const Desk desk;
    for ([[maybe_unused]] auto iteration : state)
        benchmark::DoNotOptimize(diagnose(desk.model, desk.evidence));
}

void tabulate(benchmark::State &state)
{
    const Desk desk;
    for ([[maybe_unused]] auto iteration : state)
        benchmark::DoNotOptimize(Model(desk.knowledge));
}

} // namespace

BENCHMARK(posterior)->Unit(benchmark::kMicrosecond);
BENCHMARK(informationSweep)->Unit(benchmark::kMicrosecond);
BENCHMARK(matrixVectorProduct)->Unit(benchmark::kMicrosecond);
BENCHMARK(wholeDiagnosis)->Unit(benchmark::kMicrosecond);
BENCHMARK(tabulate)->Unit(benchmark::kMicrosecond);

} // namespace todoku::test
