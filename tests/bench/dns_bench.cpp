// SPDX-License-Identifier: MIT
#include "core/dns/caresresolver.h"
#include "support/fakednsserver.h"

#include <benchmark/benchmark.h>

#include <chrono>

using namespace Qt::StringLiterals;

namespace {

using namespace todoku;
using std::chrono::milliseconds;

constexpr milliseconds serverDelay{100};
constexpr milliseconds ample{10000};

/** All of @p count names at once, at a server that answers each after 100 ms. */
void sweepNames(benchmark::State &state)
{
    const auto zone = Zone::parse("*.sweep.test. A 127.0.0.2\n");
    const test::FakeDnsServer server(test::answeringFrom(*zone), serverDelay);
    CaresResolver resolver({server.endpoint()});
    std::vector<DnsQuestion> questions;
    for (int i = 0; i < state.range(0); ++i)
        questions.push_back({.name = u"n%1.sweep.test"_s.arg(i)});

    double worstMs = 0;
    double totalMs = 0;
    for ([[maybe_unused]] auto iteration : state) {
        const auto begin = Budget::Clock::now();
        const auto answers = resolver.queryAll(questions, Budget(ample, begin + ample));
        const std::chrono::duration<double, std::milli> took = Budget::Clock::now() - begin;
        totalMs += took.count();
        worstMs = std::max(worstMs, took.count());
        const auto isAnswered
            = [](const auto &answer) { return answer && !answer->records.empty(); };
        if (!std::ranges::all_of(answers, isAnswered))
            state.SkipWithError("a name was not answered");
    }
    const double meanMs = totalMs / double(std::max<std::int64_t>(1, state.iterations()));
    state.counters["wall_ms"] = meanMs;
    state.counters["worst_ms"] = worstMs;
    state.counters["ratio_to_delay"] = meanMs / double(serverDelay.count());
}

void decodeMessage(benchmark::State &state)
{
    const auto zone = Zone::parse(
        "a.test. MX 10 mx1.a.test.\na.test. MX 20 mx2.a.test.\na.test. MX 30 mx3.a.test.\n");
    const DnsQuestion question{.name = u"a.test"_s, .type = DnsType::MX};
    const auto packet = encodeResponse({.question = question}, zone->answer(question));
    for ([[maybe_unused]] auto iteration : state)
        benchmark::DoNotOptimize(decodeResponse(*packet, question));
    state.SetBytesProcessed(state.iterations() * packet->size());
}

// One name is the floor that 60 are to be held against.
BENCHMARK(sweepNames)
    ->Arg(1)
    ->Arg(60)
    ->Arg(300)
    ->Iterations(10)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(decodeMessage);

} // namespace
