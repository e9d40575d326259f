// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace todoku {

/** What a mail that came back is. */
enum class BounceKind { Bounce, Delayed, Delivered, Autoreply, Feedback, NotABounce };

/** What a blocklist is said to list. */
enum class ListedObject { None, Ip, Domain, Helo, Url };

enum class ListState { Unknown, Alive, Retired };

/** A DNS blocklist that a reply names as its ground. */
struct NamedBlocklist
{
    QString name;
    QString zone; // empty for lists that are not asked by DNS
    ListedObject object = ListedObject::None;
    QString value; // the address, domain, HELO name or URL, where the reply says it
    ListState state = ListState::Unknown;
    bool isResolverFault = false; // the list refused the asker: nothing is listed
    QString excerpt;

    friend bool operator==(const NamedBlocklist &, const NamedBlocklist &) = default;
};

/**
 * One recipient of a bounce. What the mail does not carry is empty: nothing here is guessed from
 * another field.
 */
struct RecipientReport
{
    QString recipient;         // the address that failed
    QString originalRecipient; // as it was sent to, if the mail says so
    QString reason;            // a code of reasons.json
    QString status;            // enhanced status (RFC 3463), only if it stands in the mail
    std::optional<int> replyCode;
    QString action;  // RFC 3464 section 2.3.3
    QString command; // the SMTP command that was answered so
    QString remoteMta;
    QString remoteIp;
    QString diagnostic;
    QString sendingIp; // the sender's address, where the reply names it
    QString signature; // of one cause, such as "gmail_5_7_26"
    std::optional<NamedBlocklist> blocklist;
    double confidence = 0; // in the reason, 0 to 1
    QString reasonExcerpt; // the words that the reason was read from
    QString signatureExcerpt;

    friend bool operator==(const RecipientReport &, const RecipientReport &) = default;
};

/** The mail that came back, as far as the bounce quotes it. */
struct OriginalMessage
{
    QString messageId;
    QString subject;
    QString date;
    QString from;
    QString to;
    QByteArray header; // its bytes; empty where the bounce does not quote them

    friend bool operator==(const OriginalMessage &, const OriginalMessage &) = default;
};

/** What one mail says about the delivery of another. */
struct Bounce
{
    BounceKind kind = BounceKind::NotABounce;
    QString reportingMta;
    QString from;    // of the bounce itself
    QString subject; // of the bounce itself
    QString date;    // of the bounce itself
    OriginalMessage original;
    std::vector<RecipientReport> recipients;

    friend bool operator==(const Bounce &, const Bounce &) = default;
};

} // namespace todoku
