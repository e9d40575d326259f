// SPDX-License-Identifier: MIT
#include "core/probe/recipientdnsprobe.h"
#include "evidenceof.h"
#include "support/scriptedconnector.h"
#include "support/zoneresolver.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

class RecipientDns : public testing::Test
{
protected:
    ProbeOutcome run(const QString &recipient)
    {
        return RecipientDnsProbe().run(
            Evidence({test::seen(facts::recipientAddress(), recipient)}),
            {.resolver = resolver, .connector = connector, .landmarks = {}, .ownAddress = {}},
            test::testBudget());
    }

    test::ZoneResolver resolver{"example.jp. 60 IN MX 20 mx2.example.jp.\n"
                                "example.jp. 60 IN MX 10 mx1.example.jp.\n"
                                "mx1.example.jp. 60 IN A 192.0.2.10\n"
                                "mx1.example.jp. 60 IN AAAA 2001:db8::10\n"
                                "mx2.example.jp. 60 IN A 192.0.2.20\n"
                                "null.example. 60 IN MX 0 .\n"
                                "bare.example. 60 IN A 192.0.2.30\n"
                                "text.example. 60 IN TXT \"no mail here\"\n"
                                "dead.example. 60 IN MX 10 gone.dead.example.\n"
                                "xn--r8jz45g.jp. 60 IN A 192.0.2.40\n"
                                "jp. 60 IN NS ns.jp.\n"
                                "example. 60 IN NS ns.example.\n"};
    test::ScriptedConnector connector;
};

} // namespace

TEST_F(RecipientDns, ListsMailHostsInTheOrderOfTheirPreference)
{
    const ProbeOutcome outcome = run(u"suzuki@example.jp"_s);

    EXPECT_EQ(outcome.record.state, CheckState::Ok);
    EXPECT_EQ(test::valuesOf(outcome, facts::recipientDns()), QStringList{u"ok"_s});
    const Evidence evidence(outcome.observations);
    QStringList hosts;
    for (const Observation &host : evidence.of(facts::recipientMx()))
        hosts.append(host.value);
    EXPECT_EQ(hosts,
              (QStringList{u"mx1.example.jp[192.0.2.10]"_s, u"mx1.example.jp[2001:db8::10]"_s,
                           u"mx2.example.jp[192.0.2.20]"_s}));
    EXPECT_TRUE(connector.opened().isEmpty());
}

TEST_F(RecipientDns, SaysThatTheDomainDoesNotExist)
{
    const ProbeOutcome outcome = run(u"suzuki@exmaple.jp"_s);

    EXPECT_EQ(outcome.record.state, CheckState::Problem);
    EXPECT_EQ(test::valuesOf(outcome, facts::recipientDns()), QStringList{u"nxdomain"_s});
}

TEST_F(RecipientDns, KnowsADomainThatDeclaresToTakeNoMail)
{
    const ProbeOutcome outcome = run(u"a@null.example"_s);

    EXPECT_EQ(outcome.record.found.id, u"recipient_dns/null_mx"_s);
    EXPECT_EQ(test::valuesOf(outcome, facts::recipientDns()), QStringList{u"no_mx"_s});
}

TEST_F(RecipientDns, FallsBackToTheDomainsOwnAddress)
{
    const ProbeOutcome outcome = run(u"a@bare.example"_s);

    EXPECT_EQ(outcome.record.found.id, u"recipient_dns/ok_implicit"_s);
    EXPECT_EQ(test::valuesOf(outcome, facts::recipientMx()),
              QStringList{u"bare.example[192.0.2.30]"_s});
}

TEST_F(RecipientDns, TellsADeadMxFromAMissingOne)
{
    EXPECT_EQ(run(u"a@dead.example"_s).record.found.id, u"recipient_dns/dead_mx"_s);
    EXPECT_EQ(run(u"a@text.example"_s).record.found.id, u"recipient_dns/no_mx"_s);
}

TEST_F(RecipientDns, AsksForTheAceFormOfAJapaneseDomain)
{
    const ProbeOutcome outcome = run(u"a@例え.jp"_s);

    EXPECT_EQ(outcome.record.target, u"xn--r8jz45g.jp"_s);
    EXPECT_EQ(outcome.record.state, CheckState::Ok);
}

TEST_F(RecipientDns, BlamesTheDomainForSilenceOnlyWhereOthersAnswer)
{
    resolver.failing(u"example.jp"_s, {.kind = Error::Kind::TimedOut, .detail = u"silent"_s});

    EXPECT_EQ(test::valuesOf(run(u"a@example.jp"_s), facts::recipientDns()),
              QStringList{u"timeout"_s});

    resolver.failing(u"jp"_s, {.kind = Error::Kind::TimedOut, .detail = u"silent"_s});

    const ProbeOutcome outcome = run(u"a@example.jp"_s);
    EXPECT_EQ(outcome.record.state, CheckState::CouldNotTest);
    EXPECT_TRUE(outcome.observations.empty());
}

TEST_F(RecipientDns, TreatsServfailLikeSilence)
{
    resolver.answering(u"example.jp"_s, DnsRcode::ServFail);

    const ProbeOutcome outcome = run(u"a@example.jp"_s);

    EXPECT_EQ(outcome.record.state, CheckState::Problem);
    EXPECT_EQ(outcome.record.found.id, u"recipient_dns/servfail"_s);
}

TEST_F(RecipientDns, ConcludesNothingFromARefusal)
{
    resolver.answering(u"example.jp"_s, DnsRcode::Refused);

    const ProbeOutcome outcome = run(u"a@example.jp"_s);

    EXPECT_EQ(outcome.record.state, CheckState::CouldNotTest);
    EXPECT_TRUE(outcome.observations.empty());
}

TEST_F(RecipientDns, DoesNotAskForWhatIsNoName)
{
    const ProbeOutcome outcome = run(u"a@-a..jp"_s);

    EXPECT_EQ(outcome.record.found.id, u"recipient_dns/not_a_name"_s);
    EXPECT_TRUE(resolver.asked().empty());
}

TEST_F(RecipientDns, WaitsForARecipient)
{
    const RecipientDnsProbe probe;

    EXPECT_TRUE(probe.obstacle({}));
    EXPECT_FALSE(
        probe.obstacle(Evidence({test::seen(facts::recipientAddress(), u"a@example.jp"_s)})));
}

} // namespace todoku
