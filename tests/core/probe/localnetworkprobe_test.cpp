// SPDX-License-Identifier: MIT
#include "core/probe/localnetworkprobe.h"
#include "evidenceof.h"
#include "support/scriptedconnector.h"
#include "support/zoneresolver.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

class LocalNetwork : public testing::Test
{
protected:
    ProbeOutcome run() { return LocalNetworkProbe().run({}, network, test::testBudget()); }

    test::ZoneResolver resolver{"smtp.example. 60 IN A 192.0.2.1\n"
                                "mx.example. 60 IN A 192.0.2.2\n"
                                "www.example. 60 IN A 192.0.2.3\n"};
    test::ScriptedConnector connector;
    Network network{.resolver = resolver,
                    .connector = connector,
                    .landmarks = {{u"smtp.example"_s, 587},
                                  {u"smtp.example"_s, 465},
                                  {u"mx.example"_s, 25},
                                  {u"www.example"_s, 443}},
                    .ownAddress = {}};
};

} // namespace

TEST_F(LocalNetwork, IsOkWhereEverythingIsOpen)
{
    for (const auto &endpoint : {u"192.0.2.1:587"_s, u"192.0.2.1:465"_s, u"192.0.2.2:25"_s})
        connector.answer(endpoint);

    const ProbeOutcome outcome = run();

    EXPECT_EQ(outcome.record.state, CheckState::Ok);
    EXPECT_EQ(test::valuesOf(outcome, facts::localNetwork()), QStringList{u"ok"_s});
    EXPECT_EQ(test::valuesOf(outcome, facts::port25()), QStringList{u"open"_s});
}

TEST_F(LocalNetwork, CallsPort25ClosedAloneInformationAndNoProblem)
{
    connector.answer(u"192.0.2.1:587"_s);
    connector.answer(u"192.0.2.1:465"_s);

    const ProbeOutcome outcome = run();

    EXPECT_EQ(outcome.record.state, CheckState::Information);
    EXPECT_EQ(outcome.record.found.id, u"local_network/only_25_closed"_s);
    EXPECT_EQ(test::valuesOf(outcome, facts::localNetwork()), QStringList{u"ok"_s});
    EXPECT_EQ(test::valuesOf(outcome, facts::port25()), QStringList{u"closed"_s});
}

TEST_F(LocalNetwork, NamesAPortBlockOnlyWhereSomethingElseIsOpen)
{
    connector.answer(u"192.0.2.3:443"_s);

    const ProbeOutcome outcome = run();

    EXPECT_EQ(outcome.record.state, CheckState::Problem);
    EXPECT_EQ(test::valuesOf(outcome, facts::localNetwork()), QStringList{u"port_block"_s});
}

TEST_F(LocalNetwork, SaysOfflineWhereNothingAnswers)
{
    const ProbeOutcome outcome = run();

    EXPECT_EQ(outcome.record.state, CheckState::Problem);
    EXPECT_EQ(test::valuesOf(outcome, facts::localNetwork()), QStringList{u"no_net"_s});
}

TEST_F(LocalNetwork, ConcludesNothingWhereItMayNotConnect)
{
    for (const auto &endpoint :
         {u"192.0.2.1:587"_s, u"192.0.2.1:465"_s, u"192.0.2.2:25"_s, u"192.0.2.3:443"_s})
        connector.fail(endpoint, Error::Kind::NotPermitted);

    const ProbeOutcome outcome = run();

    EXPECT_EQ(outcome.record.state, CheckState::CouldNotTest);
    EXPECT_TRUE(outcome.observations.empty());
    EXPECT_EQ(outcome.record.found.id, u"could_not/not_permitted"_s);
}

TEST_F(LocalNetwork, DoesNotRunWithoutLandmarks)
{
    network.landmarks.clear();

    const ProbeOutcome outcome = run();

    EXPECT_EQ(outcome.record.state, CheckState::NotRun);
    EXPECT_TRUE(connector.opened().isEmpty());
}

TEST_F(LocalNetwork, ShowsEveryLandmarkBeforehand)
{
    const auto contacts = LocalNetworkProbe().contacts({}, network);

    ASSERT_EQ(contacts.size(), 4U);
    EXPECT_EQ(contacts.front().host, u"smtp.example:587"_s);
    EXPECT_TRUE(contacts.front().isThirdParty);
}

} // namespace todoku
