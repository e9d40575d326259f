// SPDX-License-Identifier: MIT
#pragma once

#include "core/smtp/connection.h"
#include "core/smtp/reply.h"

#include <vector>

namespace todoku {

/** What was said in a session, in order; the greeting answers an empty command. */
struct SmtpTranscript
{
    struct Exchange
    {
        QByteArray command;
        SmtpReply reply;
    };

    std::vector<Exchange> exchanges;
};

/** An SMTP client session (RFC 5321 section 3.1) that keeps a transcript of itself. */
class SmtpSession
{
public:
    SmtpSession(Connection &connection, Budget budget);

    [[nodiscard]] Result<SmtpReply> awaitGreeting();
    [[nodiscard]] Result<SmtpReply> send(const QByteArray &command);

    [[nodiscard]] const SmtpTranscript &transcript() const { return m_transcript; }

private:
    Result<SmtpReply> awaitReplyTo(const QByteArray &command);

    Connection &m_connection;
    Budget m_budget;
    QByteArray m_unread;
    SmtpTranscript m_transcript;
};

} // namespace todoku
