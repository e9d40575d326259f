// SPDX-License-Identifier: MIT
#include "core/probe/recipientsmtpprobe.h"
#include "evidenceof.h"
#include "support/scriptedconnector.h"
#include "support/zoneresolver.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

const QByteArrayList accepting{"220 mx.example ESMTP\r\n", "250 mx.example\r\n", "250 2.1.0 Ok\r\n",
                               "250 2.1.5 Ok\r\n",         "250 2.0.0 Ok\r\n",   "221 Bye\r\n"};

class RecipientSmtp : public testing::Test
{
protected:
    ProbeOutcome run(const Observations &more = {})
    {
        Evidence evidence(
            {test::seen(facts::recipientAddress(), u"suzuki@example.jp"_s),
             test::seen(facts::senderAddress(), u"keiri@example.com"_s),
             test::seen(facts::recipientMx(), u"mx1.example[192.0.2.10]"_s, u"00010"_s),
             test::seen(facts::recipientMx(), u"mx2.example[192.0.2.20]"_s, u"00020"_s)});
        for (const Observation &observation : more)
            evidence.add(observation);
        return RecipientSmtpProbe().run(evidence, network, test::testBudget());
    }

    test::ZoneResolver resolver;
    test::ScriptedConnector connector;
    Network network{.resolver = resolver,
                    .connector = connector,
                    .landmarks = {},
                    .ownAddress = QHostAddress(u"203.0.113.5"_s)};
};

} // namespace

TEST_F(RecipientSmtp, AsksAndSendsNoMessage)
{
    connector.answer(u"192.0.2.10:25"_s, accepting);

    const ProbeOutcome outcome = run();

    EXPECT_EQ(outcome.record.state, CheckState::Ok);
    EXPECT_EQ(test::valuesOf(outcome, facts::recipientSmtp()), QStringList{u"ok"_s});
    EXPECT_EQ(connector.sent(), "EHLO [203.0.113.5]\r\nMAIL FROM:<keiri@example.com>\r\n"
                                "RCPT TO:<suzuki@example.jp>\r\nRSET\r\nQUIT\r\n");
    EXPECT_EQ(connector.opened(), QStringList{u"192.0.2.10:25"_s});
}

TEST_F(RecipientSmtp, KeepsTheServersWordsWhenItRefuses)
{
    connector.answer(u"192.0.2.10:25"_s,
                     {"220 mx\r\n", "250 mx\r\n", "250 ok\r\n", "550 5.1.1 no such user\r\n"});

    const ProbeOutcome outcome = run();

    EXPECT_EQ(outcome.record.state, CheckState::Problem);
    EXPECT_EQ(test::valuesOf(outcome, facts::recipientReply()), QStringList{u"550"_s});
    EXPECT_EQ(outcome.record.details.front().excerpt, u"550 5.1.1 no such user"_s);
    EXPECT_FALSE(outcome.record.transcript.empty());
}

TEST_F(RecipientSmtp, CallsLaterAWarning)
{
    connector.answer(u"192.0.2.10:25"_s, {"421 4.7.0 too busy\r\n"});

    const ProbeOutcome outcome = run();

    EXPECT_EQ(outcome.record.state, CheckState::Warning);
    EXPECT_TRUE(test::valuesOf(outcome, facts::recipientReply()).isEmpty());
}

TEST_F(RecipientSmtp, GoesOnToTheNextHostWhenOneIsSilent)
{
    connector.answer(u"192.0.2.20:25"_s, accepting);

    const ProbeOutcome outcome = run();

    EXPECT_EQ(outcome.record.state, CheckState::Ok);
    ASSERT_EQ(outcome.record.details.size(), 2U);
    EXPECT_EQ(outcome.record.details.front().state, CheckState::CouldNotTest);
}

TEST_F(RecipientSmtp, BlamesTheRecipientForSilenceOnlyWherePort25IsOpen)
{
    const ProbeOutcome open = run({test::seen(facts::port25(), u"open"_s)});
    const ProbeOutcome closed = run({test::seen(facts::port25(), u"closed"_s)});
    const ProbeOutcome unclear = run();

    EXPECT_EQ(open.record.state, CheckState::Problem);
    EXPECT_EQ(test::valuesOf(open, facts::recipientSmtp()), QStringList{u"timeout"_s});
    EXPECT_EQ(closed.record.state, CheckState::CouldNotTest);
    EXPECT_EQ(test::valuesOf(closed, facts::recipientSmtp()), QStringList{u"blocked25"_s});
    EXPECT_EQ(unclear.record.state, CheckState::CouldNotTest);
    EXPECT_TRUE(unclear.observations.empty());
}

TEST_F(RecipientSmtp, TriesPort25ElsewhereItselfWhereThatIsNotKnown)
{
    network.landmarks = {{u"192.0.2.99"_s, 25}, {u"192.0.2.99"_s, 587}};
    connector.answer(u"192.0.2.99:25"_s);

    const ProbeOutcome outcome = run();

    EXPECT_EQ(test::valuesOf(outcome, facts::recipientSmtp()), QStringList{u"timeout"_s});
    EXPECT_FALSE(connector.opened().contains(u"192.0.2.99:587"_s));
}

TEST_F(RecipientSmtp, SaysThatNobodyListens)
{
    connector.fail(u"192.0.2.10:25"_s, Error::Kind::Refused);
    connector.fail(u"192.0.2.20:25"_s, Error::Kind::Refused);

    const ProbeOutcome outcome = run();

    EXPECT_EQ(outcome.record.state, CheckState::Problem);
    EXPECT_EQ(test::valuesOf(outcome, facts::recipientSmtp()), QStringList{u"refused"_s});
}

TEST_F(RecipientSmtp, ShowsItsHostsOnceTheyAreKnown)
{
    const RecipientSmtpProbe probe;
    const Evidence before({test::seen(facts::recipientAddress(), u"a@example.jp"_s)});
    const Evidence after({test::seen(facts::recipientAddress(), u"a@example.jp"_s),
                          test::seen(facts::recipientMx(), u"mx1.example[192.0.2.10]"_s)});

    EXPECT_EQ(probe.contacts(before, network).front().host, u"MX(example.jp):25"_s);
    EXPECT_EQ(probe.contacts(after, network).front().host, u"mx1.example[192.0.2.10]:25"_s);
    EXPECT_TRUE(probe.obstacle(before));
    EXPECT_FALSE(probe.obstacle(after));
}

} // namespace todoku
