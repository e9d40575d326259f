// SPDX-License-Identifier: MIT
#include "core/probe/proberunner.h"
#include "evidenceof.h"
#include "support/scriptedconnector.h"
#include "support/zoneresolver.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <condition_variable>
#include <functional>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace todoku {

namespace {

const FactId found{u"found"_s};

class FakeProbe final : public Probe
{
public:
    using Run = std::function<ProbeOutcome(const Budget &)>;

    FakeProbe(QString name, Run run, std::optional<FactId> needs = {})
        : m_name(std::move(name))
        , m_run(std::move(run))
        , m_needs(std::move(needs))
    {}

    ProbeId id() const override { return {m_name}; }

    std::optional<Message> obstacle(const Evidence &evidence) const override
    {
        if (m_needs && evidence.of(*m_needs).empty())
            return Message{.id = u"lacks"_s, .arguments = {}};
        return std::nullopt;
    }

    std::vector<Contact> contacts(const Evidence &, const Network &) const override { return {}; }

    ProbeOutcome run(const Evidence &, const Network &, const Budget &budget) const override
    {
        return m_run(budget);
    }

private:
    QString m_name;
    Run m_run;
    std::optional<FactId> m_needs;
};

ProbeOutcome observing(const Budget &)
{
    ProbeOutcome outcome;
    outcome.record.state = CheckState::Ok;
    outcome.observations = {test::seen(found, u"yes"_s)};
    return outcome;
}

ProbeOutcome waitingForTheStop(const Budget &budget)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, budget.stopToken(), 1min, [] { return false; });
    ProbeOutcome outcome;
    outcome.record.state = CheckState::CouldNotTest;
    return outcome;
}

class Runner : public testing::Test
{
protected:
    void add(const QString &name, FakeProbe::Run run, std::optional<FactId> needs = {})
    {
        probes.push_back(std::make_unique<FakeProbe>(name, std::move(run), std::move(needs)));
        all.insert({name});
    }

    // Runs everything in `agreed` and returns the records by their ids.
    std::map<QString, ProbeOutcome> run(const std::set<ProbeId> &agreed, bool cancelsAtOnce = false)
    {
        ProbeRunner runner(
            std::move(probes),
            {.resolver = resolver, .connector = connector, .landmarks = {}, .ownAddress = {}});
        std::map<QString, ProbeOutcome> outcomes;
        QObject::connect(
            &runner, &ProbeRunner::probeFinished, &runner,
            [&](const ProbeOutcome &outcome) { outcomes[outcome.record.id.value] = outcome; });
        QSignalSpy finished(&runner, &ProbeRunner::finished);
        runner.start({}, agreed, Budget(10s, Budget::Clock::now() + 30s));
        if (cancelsAtOnce)
            runner.cancel();
        EXPECT_TRUE(finished.wait(5000));
        EXPECT_FALSE(runner.isRunning());
        return outcomes;
    }

    test::ZoneResolver resolver;
    test::ScriptedConnector connector;
    ProbeList probes;
    std::set<ProbeId> all;
};

} // namespace

TEST_F(Runner, StartsAProbeOnceWhatItNeedsHasArrived)
{
    add(u"second"_s, observing, found);
    add(u"first"_s, observing);

    const auto outcomes = run(all);

    EXPECT_EQ(outcomes.at(u"second"_s).record.state, CheckState::Ok);
    EXPECT_EQ(outcomes.at(u"second"_s).observations.front().source, Source::Probe);
}

TEST_F(Runner, SaysWhyAProbeNeverRan)
{
    add(u"starved"_s, observing, FactId{u"never"_s});
    add(u"unwanted"_s, observing);

    const auto outcomes = run({{u"starved"_s}});

    EXPECT_EQ(outcomes.at(u"starved"_s).record.state, CheckState::NotRun);
    EXPECT_EQ(outcomes.at(u"starved"_s).record.found.id, u"lacks"_s);
    EXPECT_EQ(outcomes.at(u"unwanted"_s).record.found.id, u"not_run/not_agreed"_s);
}

TEST_F(Runner, KeepsWhatWasFoundWhenItIsCalledOff)
{
    add(u"patient"_s, waitingForTheStop);
    add(u"late"_s, observing, FactId{u"never"_s});
    QElapsedTimer timer;
    timer.start();

    const auto outcomes = run(all, true);

    EXPECT_LT(timer.elapsed(), 1000);
    EXPECT_EQ(outcomes.at(u"patient"_s).record.state, CheckState::CouldNotTest);
    EXPECT_EQ(outcomes.at(u"late"_s).record.found.id, u"not_run/cancelled"_s);
}

TEST_F(Runner, FinishesEvenWithNothingToDo)
{
    EXPECT_TRUE(run({}).empty());
}

} // namespace todoku
