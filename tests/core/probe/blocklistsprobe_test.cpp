// SPDX-License-Identifier: MIT
#include "core/probe/blocklistsprobe.h"
#include "evidenceof.h"
#include "support/paths.h"
#include "support/scriptedconnector.h"
#include "support/zoneresolver.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

const QByteArray testPoints = "2.0.0.127.zen.spamhaus.org. 60 IN A 127.0.0.2\n"
                              "2.0.0.127.bl.spamcop.net. 60 IN A 127.0.0.2\n"
                              "2.0.0.127.psbl.surriel.com. 60 IN A 127.0.0.2\n"
                              "test.dbl.spamhaus.org. 60 IN A 127.0.1.2\n"
                              "dbltest.com.dbl.spamhaus.org. 60 IN A 127.0.1.2\n";

ProbeOutcome run(const QByteArray &zone,
                 const Observations &observations,
                 const QString &ownAddress = {})
{
    test::ZoneResolver resolver(zone);
    test::ScriptedConnector connector;
    auto lists = Blocklist::load(test::sourcePath(u"resources/knowledge"_s));
    EXPECT_TRUE(lists);
    return BlocklistsProbe(*std::move(lists))
        .run(Evidence(observations),
             {.resolver = resolver,
              .connector = connector,
              .landmarks = {},
              .ownAddress = QHostAddress(ownAddress)},
             test::testBudget());
}

} // namespace

TEST(BlocklistsProbe, FindsTheSendingAddress)
{
    const ProbeOutcome outcome
        = run(testPoints + "25.113.0.203.zen.spamhaus.org. 60 IN A 127.0.0.4\n",
              {test::seen(facts::sendingIp(), u"203.0.113.25"_s)});

    EXPECT_EQ(outcome.record.state, CheckState::Problem);
    EXPECT_EQ(test::valuesOf(outcome, facts::blocklists()), QStringList{u"ip_listed"_s});
    EXPECT_EQ(outcome.record.target, u"203.0.113.25"_s);
}

TEST(BlocklistsProbe, FindsTheSendersDomain)
{
    const ProbeOutcome outcome
        = run(testPoints + "bad.example.dbl.spamhaus.org. 60 IN A 127.0.1.2\n",
              {test::seen(facts::senderAddress(), u"a@bad.example"_s)});

    EXPECT_EQ(test::valuesOf(outcome, facts::blocklists()), QStringList{u"domain_listed"_s});
}

TEST(BlocklistsProbe, SaysCleanOnlyOfListsThatWork)
{
    const ProbeOutcome outcome
        = run(testPoints, {test::seen(facts::sendingIp(), u"203.0.113.25"_s)});

    EXPECT_EQ(outcome.record.state, CheckState::Ok);
    EXPECT_EQ(test::valuesOf(outcome, facts::blocklists()), QStringList{u"clean"_s});
}

TEST(BlocklistsProbe, ConcludesNothingWhereNoListWorks)
{
    const ProbeOutcome outcome = run({}, {test::seen(facts::sendingIp(), u"203.0.113.25"_s)});

    EXPECT_EQ(outcome.record.state, CheckState::CouldNotTest);
    EXPECT_TRUE(outcome.observations.empty());
    for (const CheckDetail &detail : outcome.record.details)
        EXPECT_EQ(detail.state, CheckState::CouldNotTest);
}

TEST(BlocklistsProbe, NeverCallsARefusalAListing)
{
    const ProbeOutcome outcome = run("2.0.0.127.zen.spamhaus.org. 60 IN A 127.255.255.254\n"
                                     "25.113.0.203.zen.spamhaus.org. 60 IN A 127.255.255.254\n",
                                     {test::seen(facts::sendingIp(), u"203.0.113.25"_s)});

    EXPECT_EQ(outcome.record.state, CheckState::CouldNotTest);
    EXPECT_TRUE(outcome.observations.empty());
}

TEST(BlocklistsProbe, FindsNothingWrongWithAHomeLineOnThePolicyList)
{
    const QByteArray zone = testPoints + "5.113.0.203.zen.spamhaus.org. 60 IN A 127.0.0.10\n";

    const ProbeOutcome own = run(zone, {}, u"203.0.113.5"_s);
    const ProbeOutcome named = run(zone, {test::seen(facts::sendingIp(), u"203.0.113.5"_s)});

    EXPECT_EQ(own.record.state, CheckState::Information);
    EXPECT_TRUE(own.observations.empty());
    EXPECT_EQ(named.record.state, CheckState::Problem); // the mail was handed over from there
}

TEST(BlocklistsProbe, SaysNothingOfMailFromThisLineBeingClean)
{
    EXPECT_TRUE(run(testPoints, {}, u"203.0.113.5"_s).observations.empty());
}

TEST(BlocklistsProbe, WaitsForSomethingToLookUp)
{
    const BlocklistsProbe probe({});

    EXPECT_TRUE(probe.obstacle({}));
    EXPECT_FALSE(probe.obstacle(Evidence({test::seen(facts::sendingIp(), u"203.0.113.25"_s)})));
}

} // namespace todoku
