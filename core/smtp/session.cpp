// SPDX-License-Identifier: MIT
#include "core/smtp/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

using std::chrono::milliseconds;
using Direction = SmtpTranscript::Direction;

QByteArray without(const QByteArray &secret, const QByteArray &text)
{
    return secret.isEmpty() ? text : QByteArray(text).replace(secret, "****");
}

/** What could make one command two, or end it early. */
bool isOneLine(const QByteArray &command)
{
    return std::ranges::none_of(command,
                                [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

QByteArray noteFor(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return "called off";
    case Error::Kind::TimedOut:
        return "timed out: " + error.detail.toUtf8();
    case Error::Kind::ConnectionLost:
        return "connection lost: " + error.detail.toUtf8();
    default:
        return "ended: " + error.detail.toUtf8();
    }
}

QByteArray noteFor(const TlsInfo &tls)
{
    QByteArray note = "TLS: " + tls.protocol.toUtf8() + ", " + tls.cipher.toUtf8();
    for (const QString &error : tls.certificateErrors)
        note += "\nTLS: certificate: " + error.toUtf8();
    return note;
}

} // namespace

SmtpSession::SmtpSession(Connection &connection, Budget budget)
    : m_connection(connection)
    , m_budget(std::move(budget))
    , m_begin(Budget::Clock::now())
{}

Result<SmtpReply> SmtpSession::awaitGreeting()
{
    return awaitReply({}, m_budget);
}

Result<SmtpReply> SmtpSession::ehlo(const QByteArray &name)
{
    auto reply = send("EHLO " + name);
    if (reply && reply->isPositive()) {
        m_name = name;
        m_extensions = SmtpExtensions::fromEhlo(*reply);
    }
    return reply;
}

Result<SmtpReply> SmtpSession::send(const QByteArray &command)
{
    return exchange(command, {}, m_budget);
}

Result<SmtpReply> SmtpSession::sendSecret(const QByteArray &secret, const QByteArray &prefix)
{
    return exchange(prefix + secret, secret, m_budget);
}

Result<SmtpReply> SmtpSession::exchange(const QByteArray &line,
                                        const QByteArray &secret,
                                        const Budget &budget)
{
    if (!isOneLine(line))
        return failure(Error::Kind::NotPermitted,
                       u"an SMTP command must not hold a line end or NUL"_s);
    if (m_lost)
        return tl::unexpected(*m_lost);
    record(Direction::Client, without(secret, line));
    const auto written = m_connection.write(line + "\r\n", budget);
    if (!written)
        return lose(written.error());
    return awaitReply(secret, budget);
}

Result<SmtpReply> SmtpSession::awaitReply(const QByteArray &secret, const Budget &budget)
{
    if (m_lost)
        return tl::unexpected(*m_lost);
    // The budget's step is the reply's, not the single read's: a server that sends a line a
    // minute for ever would never use it up.
    const auto end = Budget::Clock::now() + budget.forNextStep();
    while (true) {
        auto reply = m_reader.take();
        if (!reply && !secret.isEmpty()) // its detail shows what came, which may be an echo
            return lose({.kind = reply.error().kind, .detail = u"not an SMTP reply"_s});
        if (!reply)
            return lose(reply.error());
        if (std::optional<SmtpReply> &whole = *reply) {
            for (QByteArray &line : whole->lines)
                line = without(secret, line);
            record(Direction::Server, whole->toText());
            return *std::move(whole);
        }
        const Budget left(budget.forNextStep(), end, budget.stopToken());
        auto bytes = m_connection.read(left);
        if (!bytes)
            return lose(bytes.error());
        m_reader.append(*bytes);
    }
}

Result<SmtpReply> SmtpSession::startTls(const QString &peerName)
{
    if (!m_extensions.offersStartTls())
        return failure(Error::Kind::NotPermitted, u"the server does not offer STARTTLS"_s);
    auto reply = send("STARTTLS");
    constexpr int ready = 220;
    if (!reply || reply->code != ready)
        return reply;

    const auto tls = handshake(peerName);
    if (!tls)
        return tl::unexpected(tls.error());
    // RFC 3207 section 4.2: what was learnt in plaintext counts for nothing.
    m_extensions = {};
    const auto again = ehlo(m_name);
    if (!again)
        return tl::unexpected(again.error());
    return reply;
}

Result<TlsInfo> SmtpSession::startImplicitTls(const QString &peerName)
{
    if (m_lost)
        return tl::unexpected(*m_lost);
    return handshake(peerName);
}

Result<TlsInfo> SmtpSession::handshake(const QString &peerName)
{
    // Bytes that are here already were sent in plaintext, by whom ever, and would be taken for
    // replies that came through TLS (CVE-2011-0411).
    if (!m_reader.isEmpty())
        return lose(
            {.kind = Error::Kind::Malformed,
             .detail = u"plaintext came before the TLS handshake: an injection, or no SMTP"_s});
    auto tls = m_connection.startTls(peerName, m_budget);
    if (!tls)
        return lose(tls.error());
    m_tls = *tls;
    record(Direction::Note, noteFor(*tls));
    return tls;
}

void SmtpSession::quit()
{
    constexpr milliseconds amoment{2000};
    if (m_lost)
        return;
    const milliseconds limit = std::min(m_budget.forNextStep(), amoment);
    const Budget brief(limit, Budget::Clock::now() + limit, m_budget.stopToken());
    (void)exchange("QUIT", {}, brief);
    if (!m_lost)
        m_lost = Error{.kind = Error::Kind::ConnectionLost,
                       .detail = u"the session has ended with QUIT"_s};
}

void SmtpSession::record(Direction direction, const QByteArray &text)
{
    const auto at = std::chrono::duration_cast<milliseconds>(Budget::Clock::now() - m_begin);
    m_transcript.entries.push_back({.at = at, .direction = direction, .text = text});
}

tl::unexpected<Error> SmtpSession::lose(const Error &error)
{
    m_lost = error;
    record(Direction::Note, noteFor(error));
    return tl::unexpected(error);
}

} // namespace todoku
