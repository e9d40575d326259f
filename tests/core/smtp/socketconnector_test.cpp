// SPDX-License-Identifier: MIT
#include "core/smtp/session.h"
#include "core/smtp/socketconnector.h"
#include "support/fakesmtpserver.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace todoku {

using namespace test;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds ample{10000};
const QString mxName = u"mx.example.test"_s;

Budget budgetOf(milliseconds time, std::stop_token stop = {})
{
    return {time, Budget::Clock::now() + time, std::move(stop)};
}

const QByteArray tlsScript = "S: 220 mx.example.test\n"
                             "C: EHLO\nS: 250-mx.example.test\nS: 250 STARTTLS\n"
                             "C: STARTTLS\nS: 220 go ahead\n*: tls\n"
                             "C: EHLO\nS: 250-mx.example.test\nS: 250 AUTH PLAIN\n"
                             "C: QUIT\nS: 221 bye\n*: close\n";

/** A session with @p server up to its second EHLO. */
Result<TlsInfo> tlsWith(const FakeSmtpServer &server, SocketConnector connector)
{
    const auto budget = budgetOf(ample);
    auto connection = connector.open(server.endpoint().address, server.endpoint().port, budget);
    if (!connection)
        return tl::unexpected(connection.error());
    SmtpSession session(**connection, budget);
    const auto reply = session.awaitGreeting()
                           .and_then([&](const auto &) { return session.ehlo("client.example"); })
                           .and_then([&](const auto &) { return session.startTls(mxName); });
    if (!reply)
        return tl::unexpected(reply.error());
    EXPECT_EQ(session.extensions().authMechanisms(), QByteArrayList{"PLAIN"});
    session.quit();
    EXPECT_TRUE(session.transcript().toText().contains(u"*: TLS: TLSv1.3, TLS_"_s));
    EXPECT_TRUE(session.transcript().toText().endsWith(u"S: 221 bye\n"_s));
    return *session.tls();
}

} // namespace

TEST(SocketConnector, SpeaksTlsWithATrustedHost)
{
    const TestAuthority authority;
    const FakeSmtpServer server(tlsScript, authority.issue(mxName));

    const auto tls = tlsWith(server, SocketConnector({authority.certificate()}));

    ASSERT_TRUE(tls) << tls.error().detail.toStdString();
    EXPECT_TRUE(tls->isTrusted()) << tls->certificateErrors.join(u'\n').toStdString();
    EXPECT_EQ(tls->protocol, u"TLSv1.3"_s);
    ASSERT_FALSE(tls->peerChain.isEmpty());
    EXPECT_EQ(tls->peerChain.constFirst().subjectDisplayName(), mxName);
}

TEST(SocketConnector, ReportsABadCertificateAndGoesOn)
{
    const TestAuthority authority;
    const SocketConnector trusting({authority.certificate()});
    const FakeSmtpServer unknown(tlsScript, authority.issue(mxName));
    const FakeSmtpServer otherName(tlsScript, authority.issue(u"other.example.test"_s));
    const FakeSmtpServer expired(tlsScript, authority.issue(mxName, true));

    const auto ofUnknown = tlsWith(unknown, SocketConnector());
    const auto ofOtherName = tlsWith(otherName, trusting);
    const auto ofExpired = tlsWith(expired, trusting);

    ASSERT_TRUE(ofUnknown && ofOtherName && ofExpired);
    EXPECT_FALSE(ofUnknown->isTrusted());
    EXPECT_EQ(ofUnknown->certificateErrors.size(), ofUnknown->certificateErrorCodes.size());
    EXPECT_EQ(ofOtherName->certificateErrorCodes,
              QList<QSslError::SslError>{QSslError::HostNameMismatch});
    EXPECT_EQ(ofExpired->certificateErrorCodes,
              QList<QSslError::SslError>{QSslError::CertificateExpired});
}

TEST(SocketConnector, SpeaksTlsBeforeTheGreeting)
{
    const TestAuthority authority;
    const FakeSmtpServer server("*: tls\nS: 220 mx.example.test\n", authority.issue(mxName));
    const auto budget = budgetOf(ample);
    SocketConnector connector({authority.certificate()});

    auto connection = connector.open(server.endpoint().address, server.endpoint().port, budget);
    ASSERT_TRUE(connection);
    SmtpSession session(**connection, budget);
    const auto tls = session.startImplicitTls(mxName);
    const auto greeting = session.awaitGreeting();

    ASSERT_TRUE(tls) << tls.error().detail.toStdString();
    EXPECT_TRUE(tls->isTrusted());
    ASSERT_TRUE(greeting);
    EXPECT_EQ(greeting->code, 220);
}

TEST(SocketConnector, SaysThatNobodyListens)
{
    Endpoint closed;
    {
        const FakeSmtpServer server("S: 220 mx\n");
        closed = server.endpoint();
    }
    SocketConnector connector;

    const auto connection = connector.open(closed.address, closed.port, budgetOf(ample));

    ASSERT_FALSE(connection);
    EXPECT_EQ(connection.error().kind, Error::Kind::Refused);
    EXPECT_TRUE(connection.error().detail.contains(closed.toString()));
}

TEST(SocketConnector, WakesAtOnceWhenCalledOff)
{
    const FakeSmtpServer server("C: NOOP\n");
    std::stop_source stop;
    const auto budget = budgetOf(ample, stop.get_token());
    SocketConnector connector;
    auto connection = connector.open(server.endpoint().address, server.endpoint().port, budget);
    ASSERT_TRUE(connection);
    SmtpSession session(**connection, budget);
    Budget::Clock::time_point stoppedAt;
    const std::jthread canceller([&] {
        while (server.received().isEmpty())
            std::this_thread::yield();
        stoppedAt = Budget::Clock::now();
        stop.request_stop();
    });

    const auto reply = session.send("NOOP");
    const auto took = Budget::Clock::now() - stoppedAt;

    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().kind, Error::Kind::Cancelled);
    EXPECT_LT(took, milliseconds(100));
    EXPECT_TRUE(session.transcript().toText().endsWith(u"*: called off\n"_s));
}

TEST(SocketConnector, OpensNothingOnceCalledOff)
{
    const FakeSmtpServer server("S: 220 mx\n");
    std::stop_source stop;
    stop.request_stop();
    SocketConnector connector;

    const auto connection = connector.open(server.endpoint().address, server.endpoint().port,
                                           budgetOf(ample, stop.get_token()));

    ASSERT_FALSE(connection);
    EXPECT_EQ(connection.error().kind, Error::Kind::Cancelled);
}

} // namespace todoku
