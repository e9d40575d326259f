// SPDX-License-Identifier: MIT
#include "core/smtp/session.h"

namespace todoku {

SmtpSession::SmtpSession(Connection &connection, Budget budget)
    : m_connection(connection)
    , m_budget(std::move(budget))
{}

Result<SmtpReply> SmtpSession::awaitGreeting()
{
    return awaitReplyTo({});
}

Result<SmtpReply> SmtpSession::send(const QByteArray &command)
{
    return m_connection.write(command + "\r\n", m_budget).and_then([&] {
        return awaitReplyTo(command);
    });
}

Result<SmtpReply> SmtpSession::awaitReplyTo(const QByteArray &command)
{
    while (true) {
        if (auto reply = takeReply(m_unread)) {
            m_transcript.exchanges.push_back({command, *reply});
            return *std::move(reply);
        }
        auto bytes = m_connection.read(m_budget);
        if (!bytes)
            return tl::unexpected(bytes.error());
        m_unread += *bytes;
    }
}

} // namespace todoku
