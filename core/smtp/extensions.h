// SPDX-License-Identifier: MIT
#pragma once

#include "core/smtp/reply.h"

#include <QMap>

#include <optional>

namespace todoku {

/** What a server says to EHLO that it can do (RFC 5321 section 4.1.1.1). */
struct SmtpExtensions
{
    QByteArray greetedAs;                      // the first line: the server's name, and a greeting
    QMap<QByteArray, QByteArrayList> keywords; // in upper case, with their parameters as sent

    [[nodiscard]] static SmtpExtensions fromEhlo(const SmtpReply &reply);

    [[nodiscard]] bool has(const QByteArray &keyword) const { return keywords.contains(keyword); }
    [[nodiscard]] bool offersStartTls() const { return has("STARTTLS"); }     // RFC 3207
    [[nodiscard]] bool takesUtf8Addresses() const { return has("SMTPUTF8"); } // RFC 6531

    /** RFC 1870: the largest message in octets; nothing if not said, or said to be without limit. */
    [[nodiscard]] std::optional<qint64> maxSize() const;
    /** RFC 4954: SASL mechanisms, in upper case. */
    [[nodiscard]] QByteArrayList authMechanisms() const;

    friend bool operator==(const SmtpExtensions &, const SmtpExtensions &) = default;
};

} // namespace todoku
