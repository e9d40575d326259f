// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace todoku {

/** A mailbox address, local-part@domain (RFC 5321 section 4.1.2). */
struct MailAddress
{
    QString localPart;
    QString domain;

    /**
     * Splits at the last "@". Nothing if either side is empty or the text holds a control
     * character, so what comes out can never end an SMTP command early.
     */
    [[nodiscard]] static std::optional<MailAddress> parse(const QString &text);

    [[nodiscard]] QString toString() const { return localPart + u'@' + domain; }
    friend bool operator==(const MailAddress &, const MailAddress &) = default;
};

/** The envelope of one delivery; an absent reverse-path is the null path, <>. */
struct Envelope
{
    std::optional<MailAddress> reversePath;
    MailAddress forwardPath;

    friend bool operator==(const Envelope &, const Envelope &) = default;
};

} // namespace todoku
