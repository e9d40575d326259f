// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace todoku {

/** An enhanced status code (RFC 3463), such as 5.1.1. */
struct EnhancedStatus
{
    int statusClass = 0;
    int subject = 0;
    int detail = 0;

    /** The status that @p text begins with, if a space or the end follows (RFC 2034). */
    [[nodiscard]] static std::optional<EnhancedStatus> leading(QByteArrayView text);

    [[nodiscard]] QString toString() const;
    friend bool operator==(const EnhancedStatus &, const EnhancedStatus &) = default;
};

/** A reply to an SMTP command (RFC 5321 section 4.2); a multiline reply is one reply. */
struct SmtpReply
{
    static constexpr int serviceClosing = 421;

    int code = 0;
    std::optional<EnhancedStatus> status; // as sent, even if its class and the code disagree
    QByteArrayList lines;                 // without reply code and line end, as sent

    [[nodiscard]] bool isPositive() const { return code >= 200 && code < 400; }
    [[nodiscard]] bool isTransientFailure() const { return code >= 400 && code < 500; }
    [[nodiscard]] bool isPermanentFailure() const { return code >= 500 && code < 600; }
    /** RFC 5321 section 3.8: the server is closing, whatever was asked. */
    [[nodiscard]] bool isClosing() const { return code == serviceClosing; }

    /** As it came, its code before every line; lines parted by "\n". */
    [[nodiscard]] QByteArray toText() const;
    friend bool operator==(const SmtpReply &, const SmtpReply &) = default;
};

/**
 * Cuts a server's stream into replies.
 *
 * Every octet is looked at once, and a reply's memory is bounded, however slowly or endlessly
 * it comes: RFC 5321 section 4.5.3.1.5 allows lines of 512 octets; we take more, not all.
 */
class ReplyReader
{
public:
    static constexpr qsizetype maxLine = 65536;
    static constexpr qsizetype maxLines = 1000;
    static constexpr qsizetype maxReply = 262144;

    void append(const QByteArray &bytes) { m_buffer += bytes; }

    /**
     * The first complete reply; nothing if more bytes are needed. Malformed where the stream is
     * no SMTP, TooLarge over a bound; the stream cannot be read on after either.
     */
    [[nodiscard]] Result<std::optional<SmtpReply>> take();

    /** Whether nothing is left behind the replies taken. */
    [[nodiscard]] bool isEmpty() const { return m_buffer.isEmpty() && m_partial.lines.isEmpty(); }

private:
    Result<bool> takeLine(QByteArrayView line);

    QByteArray m_buffer;
    qsizetype m_scanned = 0; // no line end before here
    SmtpReply m_partial;
    qsizetype m_size = 0; // octets in m_partial
};

} // namespace todoku
