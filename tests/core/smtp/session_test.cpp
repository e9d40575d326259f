// SPDX-License-Identifier: MIT
#include "core/smtp/session.h"
#include "support/scriptedconnection.h"

#include <gtest/gtest.h>

#include <chrono>

using namespace Qt::StringLiterals;

namespace todoku {

using test::ScriptedConnection;

static Budget budget()
{
    using namespace std::chrono_literals;
    return {1s, Budget::Clock::now() + 10s};
}

/** As text, so that a difference is readable. */
static std::string textOf(const SmtpSession &session)
{
    return session.transcript().toText().toStdString();
}

TEST(SmtpSession, ReadsARepliesInPieces)
{
    ScriptedConnection connection({"22", "0 mx.example.test\r", "\n"});
    SmtpSession session(connection, budget());

    const auto greeting = session.awaitGreeting();

    ASSERT_TRUE(greeting);
    EXPECT_EQ(greeting->code, 220);
    EXPECT_EQ(textOf(session), "S: 220 mx.example.test\n");
}

TEST(SmtpSession, KeepsWhatTheServerCanDo)
{
    QByteArray sent;
    ScriptedConnection connection({"250-mx\r\n250-STARTTLS\r\n250 SIZE 99\r\n"}, &sent);
    SmtpSession session(connection, budget());

    const auto reply = session.ehlo("client.example");

    ASSERT_TRUE(reply);
    EXPECT_EQ(sent, "EHLO client.example\r\n");
    EXPECT_EQ(session.extensions().maxSize(), 99);
}

TEST(SmtpSession, DoesNotSendALineEndWithinACommand)
{
    for (const auto &command : {QByteArray("RCPT TO:<a@b.test>\r\nDATA"), QByteArray("NOOP\n"),
                                QByteArray("NOOP\0x", 6)}) {
        QByteArray sent;
        ScriptedConnection connection({"250 ok\r\n"}, &sent);
        SmtpSession session(connection, budget());

        const auto refused = session.send(command);
        const auto secret = session.sendSecret(command);
        const auto name = session.ehlo("x\r\nDATA");
        const auto next = session.send("NOOP");

        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, Error::Kind::NotPermitted);
        EXPECT_FALSE(secret);
        EXPECT_FALSE(name);
        EXPECT_TRUE(next);
        EXPECT_EQ(sent, "NOOP\r\n");
    }
}

TEST(SmtpSession, KeepsTheTranscriptOfALostSession)
{
    ScriptedConnection connection({"220 mx\r\n", "250-half a re"});
    SmtpSession session(connection, budget());

    const auto greeting = session.awaitGreeting();
    const auto lost = session.ehlo("c.example");
    const auto after = session.send("NOOP");

    EXPECT_TRUE(greeting);
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().kind, Error::Kind::ConnectionLost);
    EXPECT_EQ(after, tl::unexpected(lost.error()));
    EXPECT_EQ(textOf(session), "S: 220 mx\nC: EHLO c.example\n*: connection lost: \n");
}

TEST(SmtpSession, NeverRecordsASecret)
{
    const QByteArray secret = "AHVzZXIAcGFzc3dvcmQ=";
    QByteArray sent;
    ScriptedConnection connection({"535 5.7.8 not " + secret + " again\r\n", "334 VXNlcm5hbWU6\r\n",
                                   secret + " is no reply\r\n"},
                                  &sent);
    SmtpSession session(connection, budget());

    const auto echoed = session.sendSecret(secret, "AUTH PLAIN ");
    const auto asked = session.send("AUTH LOGIN");
    const auto broken = session.sendSecret(secret);

    EXPECT_TRUE(sent.contains("AUTH PLAIN " + secret));
    ASSERT_TRUE(echoed);
    EXPECT_EQ(echoed->lines, QByteArrayList{"5.7.8 not **** again"});
    EXPECT_TRUE(asked);
    ASSERT_FALSE(broken);
    EXPECT_FALSE(broken.error().detail.contains(QString::fromLatin1(secret)));
    EXPECT_EQ(textOf(session), "C: AUTH PLAIN ****\nS: 535 5.7.8 not **** again\nC: AUTH LOGIN\n"
                               "S: 334 VXNlcm5hbWU6\nC: ****\n*: ended: not an SMTP reply\n");
}

TEST(SmtpSession, StartsTlsOnlyWhereItIsOffered)
{
    QByteArray sent;
    ScriptedConnection connection({"250 mx\r\n"}, &sent);
    SmtpSession session(connection, budget());

    const auto hello = session.ehlo("c.example");
    const auto reply = session.startTls(u"mx.example.test"_s);

    EXPECT_TRUE(hello);
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().kind, Error::Kind::NotPermitted);
    EXPECT_EQ(sent, "EHLO c.example\r\n");
}

TEST(SmtpSession, ForgetsExtensionsAtStartTlsAndAsksAgain)
{
    QByteArray sent;
    ScriptedConnection connection({"250-mx\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n",
                                   "220 go ahead\r\n", "250-mx\r\n250 SIZE 5\r\n"},
                                  &sent);
    SmtpSession session(connection, budget());

    const auto hello = session.ehlo("c.example");
    const auto reply = session.startTls(u"mx.example.test"_s);

    EXPECT_TRUE(hello);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->code, 220);
    EXPECT_TRUE(session.tls());
    EXPECT_EQ(sent, "EHLO c.example\r\nSTARTTLS\r\nEHLO c.example\r\n");
    EXPECT_TRUE(session.extensions().authMechanisms().isEmpty());
    EXPECT_EQ(session.extensions().maxSize(), 5);
}

TEST(SmtpSession, GoesOnInPlaintextWhereStartTlsIsRefused)
{
    ScriptedConnection connection(
        {"250-mx\r\n250 STARTTLS\r\n", "454 4.7.0 not now\r\n", "250 ok\r\n"});
    SmtpSession session(connection, budget());

    const auto hello = session.ehlo("c.example");
    const auto reply = session.startTls(u"mx.example.test"_s);
    const auto next = session.send("NOOP");

    EXPECT_TRUE(hello);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->code, 454);
    EXPECT_FALSE(session.tls());
    EXPECT_TRUE(next);
}

TEST(SmtpSession, RefusesPlaintextBehindThe220OfStartTls)
{
    ScriptedConnection connection(
        {"250-mx\r\n250 STARTTLS\r\n", "220 go ahead\r\n250 INJECTED\r\n", "250 mx\r\n"});
    SmtpSession session(connection, budget());

    const auto hello = session.ehlo("c.example");
    const auto reply = session.startTls(u"mx.example.test"_s);

    EXPECT_TRUE(hello);
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().kind, Error::Kind::Malformed);
    EXPECT_FALSE(session.tls());
}

TEST(SmtpSession, QuitsOnceAndIsOverThen)
{
    QByteArray sent;
    ScriptedConnection connection({"221 bye\r\n", "250 ok\r\n"}, &sent);
    SmtpSession session(connection, budget());

    session.quit();
    session.quit();
    const auto after = session.send("NOOP");

    EXPECT_EQ(sent, "QUIT\r\n");
    ASSERT_FALSE(after);
    EXPECT_EQ(after.error().kind, Error::Kind::ConnectionLost);
    EXPECT_EQ(textOf(session), "C: QUIT\nS: 221 bye\n");
}

TEST(SmtpSession, SaysWhenThingsWereSaid)
{
    ScriptedConnection connection({"220 mx\r\n", "250 ok\r\n"});
    SmtpSession session(connection, budget());

    (void)session.awaitGreeting();
    (void)session.send("NOOP");

    const auto &entries = session.transcript().entries;
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_TRUE(std::ranges::is_sorted(entries, {}, &SmtpTranscript::Entry::at));
}

} // namespace todoku
