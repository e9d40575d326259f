// SPDX-License-Identifier: MIT
#pragma once

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

    friend bool operator==(const EnhancedStatus &, const EnhancedStatus &) = default;
};

/** A reply to an SMTP command (RFC 5321 section 4.2); a multiline reply is one reply. */
struct SmtpReply
{
    int code = 0;
    std::optional<EnhancedStatus> status;
    QByteArrayList lines; // without reply code and line end, as sent

    [[nodiscard]] bool isPositive() const { return code >= 200 && code < 400; }
    [[nodiscard]] bool isTransientFailure() const { return code >= 400 && code < 500; }
    [[nodiscard]] bool isPermanentFailure() const { return code >= 500 && code < 600; }
};

/** Takes the first complete reply out of @p buffer; nothing if more bytes are needed. */
[[nodiscard]] std::optional<SmtpReply> takeReply(QByteArray &buffer);

} // namespace todoku
