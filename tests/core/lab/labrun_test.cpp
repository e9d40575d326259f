// SPDX-License-Identifier: MIT
#include "core/lab/labrun.h"
#include "support/paths.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

Result<LabRun> run(const Scenario &scenario)
{
    const QString tables = test::sourcePath(u"resources/knowledge"_s);
    const auto knowledge = KnowledgeBase::load(tables);
    if (!knowledge)
        return tl::unexpected(knowledge.error());
    const auto bounces = BounceTables::load(tables);
    if (!bounces)
        return tl::unexpected(bounces.error());
    return runScenario(scenario, *knowledge, *bounces, tables);
}

Scenario named(const QString &name)
{
    const auto scenario = loadScenario(test::sourcePath(u"resources/lab/%1.json"_s.arg(name)));
    EXPECT_TRUE(scenario) << (scenario ? "" : scenario.error().detail.toStdString());
    return scenario.value_or(Scenario{});
}

QString valueOf(const LabRun &run, const QString &fact)
{
    for (const Observation &seen : run.subject.observations) {
        if (seen.fact.value == fact)
            return seen.value;
    }
    return {};
}

} // namespace

TEST(LabRun, EveryScenarioIsDiagnosedRight)
{
    const auto scenarios = listScenarios(test::sourcePath(u"resources/lab"_s));
    ASSERT_FALSE(scenarios.empty());
    for (const ScenarioInfo &info : scenarios) {
        const auto result = run(named(info.id));

        ASSERT_TRUE(result) << result.error().detail.toStdString();
        EXPECT_TRUE(result->isRight)
            << info.id.toStdString() << ": " << result->likeliest.front().value.toStdString();
        EXPECT_TRUE(result->isPartyRight) << info.id.toStdString();
        std::printf("%s: %s (%.0f %%), %d questions, %.2f s\n", qPrintable(info.id),
                    qPrintable(result->likeliest.front().value),
                    result->diagnosis.hypotheses.front().probability * 100, result->steps(),
                    result->seconds);
    }
}

TEST(LabRun, TheBlocklistedScenarioShowsWhatItsProbesSaw)
{
    const auto result = run(named(u"blocklisted"_s));

    ASSERT_TRUE(result) << result.error().detail.toStdString();
    EXPECT_EQ(result->likeliest.front().value, u"sender_ip_dnsbl_listed"_s);
    EXPECT_EQ(result->likeliest.size(), 3U);
    EXPECT_EQ(valueOf(*result, u"local_network"_s), u"ok"_s);
    EXPECT_EQ(valueOf(*result, u"recipient_dns"_s), u"ok"_s);
    EXPECT_EQ(valueOf(*result, u"recipient_smtp"_s), u"ok"_s);
    EXPECT_EQ(valueOf(*result, u"recipient_reply"_s), u"554"_s);
    EXPECT_EQ(valueOf(*result, u"blocklists"_s), u"ip_listed"_s);
    for (const ProbeRecord &record : result->subject.probes) {
        EXPECT_NE(record.state, CheckState::CouldNotTest) << record.id.value.toStdString();
        for (const CheckDetail &detail : record.details)
            EXPECT_NE(detail.state, CheckState::CouldNotTest)
                << detail.target.toStdString() << ' ' << detail.found.id.toStdString() << ' '
                << detail.found.arguments.join(u' ').toStdString() << ' ' << detail.elapsedMs;
    }
}

TEST(LabRun, WithoutTheBounceTheQuestionsLeadThere)
{
    Scenario scenario = named(u"blocklisted"_s);
    scenario.documents.clear();

    const auto result = run(scenario);

    ASSERT_TRUE(result) << result.error().detail.toStdString();
    EXPECT_TRUE(result->isAmongThree);
    EXPECT_GT(result->steps(), 0);
    EXPECT_FALSE(result->told.empty());
}

TEST(LabRun, RefusesAScenarioThatTheTablesDoNotKnow)
{
    Scenario cause = named(u"blocklisted"_s);
    cause.causes = {{u"no_such_cause"_s}};
    Scenario answer = named(u"blocklisted"_s);
    answer.answers[{u"onset"_s}] = u"no_such_value"_s;

    EXPECT_FALSE(run(cause));
    const auto result = run(answer);

    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().detail.contains("onset=no_such_value"_L1));
}

} // namespace todoku
