// SPDX-License-Identifier: MIT
#pragma once

#include "core/smtp/connection.h"
#include "core/smtp/extensions.h"
#include "core/smtp/reply.h"
#include "core/smtp/transcript.h"

#include <optional>

namespace todoku {

/**
 * An SMTP client session (RFC 5321 section 3.1) that keeps a transcript of itself.
 *
 * A refusal is a reply. An Error means that the session is over, and its transcript stays; only
 * NotPermitted means that nothing was sent and the session may go on.
 */
class SmtpSession
{
public:
    SmtpSession(Connection &connection, Budget budget);

    [[nodiscard]] Result<SmtpReply> awaitGreeting();

    /** Says EHLO as @p name; a positive reply is kept in extensions(). */
    [[nodiscard]] Result<SmtpReply> ehlo(const QByteArray &name);

    /** Sends a command and awaits its reply. NotPermitted if @p command holds a line end or NUL. */
    [[nodiscard]] Result<SmtpReply> send(const QByteArray &command);

    /**
     * As send() of @p prefix and @p secret, for a SASL exchange ("AUTH PLAIN " and what follows).
     * The transcript shows "****" for the secret, and so does a reply that echoes it.
     */
    [[nodiscard]] Result<SmtpReply> sendSecret(const QByteArray &secret,
                                               const QByteArray &prefix = {});

    /**
     * STARTTLS (RFC 3207), if extensions() offers it (NotPermitted otherwise), the handshake for
     * @p peerName, and EHLO again. The reply is the one to STARTTLS: where it is not 220, the
     * session goes on in plaintext. Malformed, and no handshake, if plaintext follows the 220.
     */
    [[nodiscard]] Result<SmtpReply> startTls(const QString &peerName);

    /** TLS before the greeting (RFC 8314 section 3.3, port 465). */
    [[nodiscard]] Result<TlsInfo> startImplicitTls(const QString &peerName);

    /** Says QUIT and waits a moment for the reply; whatever comes of it is in the transcript. */
    void quit();

    [[nodiscard]] const SmtpExtensions &extensions() const { return m_extensions; }
    [[nodiscard]] const std::optional<TlsInfo> &tls() const { return m_tls; }
    [[nodiscard]] const SmtpTranscript &transcript() const { return m_transcript; }

private:
    Result<SmtpReply> exchange(const QByteArray &line,
                               const QByteArray &secret,
                               const Budget &budget);
    Result<SmtpReply> awaitReply(const QByteArray &secret, const Budget &budget);
    Result<TlsInfo> handshake(const QString &peerName);
    void record(SmtpTranscript::Direction direction, const QByteArray &text);
    tl::unexpected<Error> lose(const Error &error);

    Connection &m_connection;
    Budget m_budget;
    Budget::Clock::time_point m_begin;
    ReplyReader m_reader;
    QByteArray m_name; // as said in EHLO
    SmtpExtensions m_extensions;
    std::optional<TlsInfo> m_tls;
    std::optional<Error> m_lost;
    SmtpTranscript m_transcript;
};

} // namespace todoku
