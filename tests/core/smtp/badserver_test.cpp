// SPDX-License-Identifier: MIT
#include "core/smtp/session.h"
#include "core/smtp/socketconnector.h"
#include "support/fakesmtpserver.h"

#include <gtest/gtest.h>

#include <chrono>

using namespace Qt::StringLiterals;

namespace todoku {

using namespace test;
using std::chrono::milliseconds;

namespace {

struct Outcome
{
    Result<SmtpReply> reply;
    QString transcript;
    std::optional<TlsInfo> tls;
};

/** Greeting, EHLO, and STARTTLS if offered, with the host that plays @p script. */
Outcome talkTo(const QByteArray &script, milliseconds step = milliseconds(5000))
{
    const TestAuthority authority;
    const FakeSmtpServer server(script, authority.issue(u"mx.example.test"_s));
    const Budget budget(step, Budget::Clock::now() + 2 * step);
    SocketConnector connector({authority.certificate()});
    auto connection = connector.open(server.endpoint().address, server.endpoint().port, budget);
    if (!connection)
        return {.reply = tl::unexpected(connection.error())};

    SmtpSession session(**connection, budget);
    auto reply = session.awaitGreeting();
    if (reply && reply->isPositive())
        reply = session.ehlo("client.example");
    if (reply && session.extensions().offersStartTls())
        reply = session.startTls(u"mx.example.test"_s);
    return {.reply = reply, .transcript = session.transcript().toText(), .tls = session.tls()};
}

constexpr milliseconds brief{100};

} // namespace

TEST(BadSmtpServer, ThatNeverGreetsTimesOut)
{
    const Outcome outcome = talkTo("", brief);

    ASSERT_FALSE(outcome.reply);
    EXPECT_EQ(outcome.reply.error().kind, Error::Kind::TimedOut);
    EXPECT_TRUE(outcome.reply.error().detail.contains(u"silent"_s));
    EXPECT_TRUE(outcome.transcript.startsWith(u"*: timed out"_s));
}

TEST(BadSmtpServer, ThatGreetsForEverIsCutOff)
{
    const Outcome outcome = talkTo("*: flood 220-welcome");

    ASSERT_FALSE(outcome.reply);
    EXPECT_EQ(outcome.reply.error().kind, Error::Kind::TooLarge);
}

TEST(BadSmtpServer, ThatSendsALineOfAMegabyteIsCutOff)
{
    const Outcome outcome = talkTo("*: raw 220-\n*: big 1000000\nS: end\n");

    ASSERT_FALSE(outcome.reply);
    EXPECT_EQ(outcome.reply.error().kind, Error::Kind::TooLarge);
}

TEST(BadSmtpServer, ThatClosesInTheMiddleLosesTheConnection)
{
    const Outcome outcome = talkTo("S: 220 mx\nC: EHLO\n*: raw 250-half a\n*: close");

    ASSERT_FALSE(outcome.reply);
    EXPECT_EQ(outcome.reply.error().kind, Error::Kind::ConnectionLost);
    EXPECT_TRUE(
        outcome.transcript.startsWith(u"S: 220 mx\nC: EHLO client.example\n*: connection lost"_s));
}

TEST(BadSmtpServer, ThatIsClosingSaysSoInAReply)
{
    const Outcome outcome = talkTo("S: 421 4.3.2 too many connections\n*: close");

    ASSERT_TRUE(outcome.reply) << outcome.reply.error().detail.toStdString();
    EXPECT_TRUE(outcome.reply->isClosing());
    EXPECT_EQ(outcome.reply->status, (EnhancedStatus{4, 3, 2}));
}

TEST(BadSmtpServer, ThatSpeaksAnotherProtocolIsNoMailHost)
{
    const Outcome outcome = talkTo("S: HTTP/1.1 400 Bad Request");

    ASSERT_FALSE(outcome.reply);
    EXPECT_EQ(outcome.reply.error().kind, Error::Kind::Malformed);
    EXPECT_TRUE(outcome.reply.error().detail.contains(u"HTTP/1.1 400"_s));
}

TEST(BadSmtpServer, ThatInjectsPlaintextBehindStartTlsGetsNoHandshake)
{
    const Outcome outcome = talkTo("S: 220 mx\nC: EHLO\nS: 250-mx\nS: 250 STARTTLS\n"
                                   "C: STARTTLS\nS: 220 go ahead\nS: 250 INJECTED\n*: tls\n");

    ASSERT_FALSE(outcome.reply);
    EXPECT_EQ(outcome.reply.error().kind, Error::Kind::Malformed);
    EXPECT_TRUE(outcome.reply.error().detail.contains(u"injection"_s));
    EXPECT_FALSE(outcome.tls);
}

TEST(BadSmtpServer, ThatHangsUpInTheHandshakeLosesTheConnection)
{
    const Outcome outcome = talkTo("S: 220 mx\nC: EHLO\nS: 250-mx\nS: 250 STARTTLS\n"
                                   "C: STARTTLS\nS: 220 go ahead\n*: close\n");

    ASSERT_FALSE(outcome.reply);
    EXPECT_EQ(outcome.reply.error().kind, Error::Kind::ConnectionLost);
    EXPECT_TRUE(outcome.reply.error().detail.contains(u"TLS handshake"_s));
}

TEST(BadSmtpServer, ThatAnswersTheHandshakeInPlaintextFailsIt)
{
    const Outcome outcome = talkTo("S: 220 mx\nC: EHLO\nS: 250-mx\nS: 250 STARTTLS\n"
                                   "C: STARTTLS\nS: 220 go ahead\nC:\nS: 500 what\n*: close\n");

    ASSERT_FALSE(outcome.reply);
    EXPECT_EQ(outcome.reply.error().kind, Error::Kind::Malformed);
    EXPECT_TRUE(outcome.reply.error().detail.contains(u"TLS handshake"_s));
}

} // namespace todoku
