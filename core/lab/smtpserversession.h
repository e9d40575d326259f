// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labserver.h"

#include <QByteArray>

#include <optional>

namespace todoku {

/**
 * The server's side of one SMTP session (RFC 5321), without a socket: octets in, octets out.
 *
 * Everything a client can send is bounded: lines, recipients, mistakes, commands and the message,
 * which is counted and thrown away.
 */
class SmtpServerSession
{
public:
    static constexpr qsizetype maxCommandLine = 2048; // RFC 5321 section 4.5.3.1.4: at least 512
    static constexpr qsizetype maxTextLine = 8192;    // RFC 5321 section 4.5.3.1.6: at least 1000
    static constexpr int maxRecipients = 100;         // RFC 5321 section 4.5.3.1.8
    static constexpr int maxMistakes = 20;
    static constexpr int maxCommands = 1000;
    static constexpr qint64 largestMessage = 10LL * 1024 * 1024; // unless SIZE says otherwise

    /** @p server must outlive this. The client counts as @p client, wherever it connects from. */
    SmtpServerSession(const LabServer &server,
                      const QHostAddress &client,
                      std::optional<LabClientRule> refusal);

    [[nodiscard]] QByteArray greeting();
    /** The replies to what has come in. Empty once the session is over. */
    [[nodiscard]] QByteArray receive(const QByteArray &bytes);
    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    enum class State { TurnedAway, Connected, Greeted, HasSender, HasRecipient, Text };

    QByteArray takeLine(const QByteArray &line);
    QByteArray takeText(const QByteArray &line);
    QByteArray command(const QByteArray &verb, const QByteArray &rest);
    QByteArray ehlo(const QByteArray &verb, const QByteArray &name);
    QByteArray mail(const QByteArray &rest);
    QByteArray rcpt(const QByteArray &rest);
    QByteArray data(const QByteArray &rest);
    QByteArray endOfText();
    [[nodiscard]] QByteArray ruleFor(const QByteArray &recipient) const;
    [[nodiscard]] QByteArray mailParameters(const QByteArray &text) const;
    [[nodiscard]] QByteArray declaredSize(const QByteArray &value) const;
    QByteArray mistake(const QByteArray &reply);
    [[nodiscard]] QByteArray filled(QByteArray reply, const QByteArray &recipient = {}) const;
    [[nodiscard]] bool offers(const QByteArray &keyword) const;
    void resetTransaction();

    const LabServer &m_server;
    QHostAddress m_client;
    std::optional<LabClientRule> m_refusal;
    qint64 m_maxSize = largestMessage;
    State m_state = State::Connected;
    bool m_isOver = false;
    bool m_isSkipping = false; // the line is too long; the rest of it is thrown away
    QByteArray m_buffer;
    int m_recipients = 0;
    int m_mistakes = 0;
    int m_commands = 0;
    qint64 m_textSize = 0;
    bool m_isTextBroken = false;
};

} // namespace todoku
