// SPDX-License-Identifier: MIT
#include "core/dsn/readbounces.h"

#include "core/dsn/recipientreader.h"
#include "core/mail/mbox.h"
#include "core/mail/message.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

/** Longer mails are read from their beginning; a report never needs more. */
constexpr qsizetype longestMail = 60'000'000;

OriginalMessage readOriginal(const Notification &notification)
{
    const Headers &headers = notification.original;
    return {.messageId = headers.text("Message-ID"),
            .subject = headers.text("Subject"),
            .date = headers.text("Date"),
            .from = headers.text("From"),
            .to = headers.text("To"),
            .header = notification.originalHeader};
}

std::optional<BounceKind> parseKind(const QString &word)
{
    static const QHash<QString, BounceKind> kinds{{u"bounce"_s, BounceKind::Bounce},
                                                  {u"delayed"_s, BounceKind::Delayed},
                                                  {u"delivered"_s, BounceKind::Delivered},
                                                  {u"autoreply"_s, BounceKind::Autoreply},
                                                  {u"feedback"_s, BounceKind::Feedback}};
    const auto found = kinds.constFind(word);
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

class MailReader
{
public:
    MailReader(const MimePart &mail, const BounceTables &tables)
        : m_mail(mail)
        , m_tables(tables)
        , m_notification(readNotification(mail, tables.patterns))
    {}

    Bounce read(int depth)
    {
        Bounce bounce{.reportingMta = {},
                      .from = m_mail.headers.text("From"),
                      .subject = m_mail.headers.text("Subject"),
                      .date = m_mail.headers.text("Date")};
        bounce.original = readOriginal(m_notification);
        if (m_notification.hasFeedbackReport
            || kindBy(patternfact::subject, "Subject") == BounceKind::Feedback)
            readFeedback(bounce);
        else if (isAutoreply())
            readAutoreply(bounce);
        else
            readFailure(bounce);
        // A bounce that somebody, or a gateway, passed on as an attachment.
        if (m_notification.enclosed != nullptr && depth < 2
            && (bounce.kind == BounceKind::NotABounce || enclosesReport())) {
            Bounce inner = MailReader(*m_notification.enclosed, m_tables).read(depth + 1);
            if (inner.kind != BounceKind::NotABounce)
                return inner;
        }
        return bounce;
    }

private:
    [[nodiscard]] bool enclosesReport() const
    {
        if (m_notification.hasStatusReport)
            return false;
        return std::ranges::any_of(m_notification.enclosed->children, [](const MimePart &part) {
            return part.type.is("message/delivery-status");
        });
    }

    [[nodiscard]] std::optional<BounceKind> kindBy(const QString &fact, QByteArrayView field) const
    {
        return kindOf(fact, m_mail.headers.text(field));
    }

    [[nodiscard]] std::optional<BounceKind> kindOf(const QString &fact, const QString &words) const
    {
        const DiagnosticText text = DiagnosticText::verbatim(words);
        const auto match = m_tables.patterns.best(fact, {.text = &text});
        return match ? parseKind(match->row->value) : std::nullopt;
    }

    [[nodiscard]] bool isFromDaemon() const
    {
        const DiagnosticText sender = DiagnosticText::verbatim(m_mail.headers.text("From"));
        return m_tables.patterns.best(patternfact::sender, {.text = &sender}).has_value();
    }

    /** A mail system wrote it: by its sender, its null reverse-path, or what it says it is. */
    [[nodiscard]] bool isFromMailSystem() const
    {
        return isFromDaemon() || m_mail.headers.first("Return-Path").trimmed() == "<>"
               || m_mail.headers.contains("X-Failed-Recipients");
    }

    [[nodiscard]] bool isAutoreply() const
    {
        if (m_notification.hasStatusReport || m_mail.headers.contains("X-Failed-Recipients"))
            return false;
        if (kindBy(patternfact::subject, "Subject") == BounceKind::Autoreply)
            return true;
        // RFC 3834 section 5: bounces carry this field too, so only without the signs of one.
        const bool saysSo
            = m_mail.headers.first("Auto-Submitted").toLower().startsWith("auto-replied")
              || m_mail.headers.contains("X-Autoreply") || m_mail.headers.contains("X-Autorespond")
              || m_mail.headers.first("Precedence").toLower() == "auto_reply";
        return saysSo && !isFromDaemon()
               && kindBy(patternfact::subject, "Subject") != BounceKind::Bounce
               && kindOf(patternfact::body, m_notification.text) != BounceKind::Bounce;
    }

    void readFeedback(Bounce &bounce) const
    {
        bounce.kind = BounceKind::Feedback;
        const FeedbackReport report = readFeedbackReport(m_notification.feedbackReport);
        QStringList recipients = report.recipients;
        // Microsoft's complaints put it into the original's own header.
        for (const QByteArrayView field :
             {QByteArrayView("X-HmXmrOriginalRecipient"), QByteArrayView("To")}) {
            if (recipients.isEmpty())
                recipients = findAddresses(m_notification.original.text(field));
        }
        if (recipients.isEmpty())
            recipients.append(QString());
        for (const QString &recipient : recipients) {
            bounce.recipients.push_back({.recipient = recipient,
                                         .reason = u"info.complaint"_s,
                                         .sendingIp = report.sourceIp,
                                         .confidence = 1,
                                         .reasonExcerpt = report.type});
        }
    }

    void readAutoreply(Bounce &bounce) const
    {
        bounce.kind = BounceKind::Autoreply;
        const auto sender = findAddress(bounce.from);
        bounce.recipients.push_back({.recipient = sender ? sender->address : QString(),
                                     .reason = u"info.autoreply"_s,
                                     .diagnostic = m_notification.text.left(500).simplified(),
                                     .confidence = 1,
                                     .reasonExcerpt = bounce.subject});
    }

    void readFailure(Bounce &bounce) const
    {
        const bool isPasted = m_mail.headers.fields().empty();
        const auto subjectKind = kindBy(patternfact::subject, "Subject");
        const auto bodyKind = kindOf(patternfact::body, m_notification.text);
        const bool hasEvidence
            = m_notification.hasStatusReport || isFromMailSystem() || subjectKind || bodyKind;
        if (!hasEvidence && !isPasted)
            return;
        RecipientReader reader(m_mail, m_notification, m_tables);
        bounce.recipients = reader.read();
        bounce.reportingMta = reader.reportingMta();
        const bool hasReason
            = std::ranges::any_of(bounce.recipients, [](const RecipientReport &report) {
                  return report.replyCode || !report.status.isEmpty()
                         || report.reason != u"unknown"_s;
              });
        // Words alone, or a sender's name alone, make no bounce: somebody must have failed.
        if (bounce.recipients.empty()
            || (!hasReason && !m_notification.hasStatusReport && !bodyKind && !subjectKind)) {
            bounce.recipients.clear();
            return;
        }
        bounce.kind = kindOfFailure(bounce, subjectKind, bodyKind);
        for (RecipientReport &report : bounce.recipients)
            settleReason(report, bounce.kind);
    }

    static BounceKind kindOfFailure(const Bounce &bounce,
                                    std::optional<BounceKind> subject,
                                    std::optional<BounceKind> body)
    {
        const auto hasAction = [&bounce](const QString &action) {
            return std::ranges::any_of(bounce.recipients, [&action](const RecipientReport &report) {
                return report.action == action;
            });
        };
        if (hasAction(u"failed"_s))
            return BounceKind::Bounce;
        if (hasAction(u"delayed"_s))
            return BounceKind::Delayed;
        if (hasAction(u"delivered"_s) || hasAction(u"relayed"_s) || hasAction(u"expanded"_s)
            || hasAction(u"deliverable"_s))
            return BounceKind::Delivered;
        for (const auto kind : {body, subject}) {
            if (kind == BounceKind::Delayed || kind == BounceKind::Delivered)
                return *kind;
        }
        return BounceKind::Bounce;
    }

    static void settleReason(RecipientReport &report, BounceKind kind)
    {
        if (kind == BounceKind::Delivered) {
            report.reason = u"info.delivered"_s;
            report.confidence = 1;
            report.reasonExcerpt = report.action;
        } else if (kind == BounceKind::Delayed && report.reason == u"unknown"_s) {
            report.reason = u"info.delayed"_s;
            report.reasonExcerpt = report.action;
        }
    }

    const MimePart &m_mail;
    const BounceTables &m_tables;
    Notification m_notification;
};

} // namespace

void readBounces(QByteArrayView bytes,
                 const BounceTables &tables,
                 const std::function<bool(Bounce)> &take)
{
    for (const QByteArrayView mail : splitMbox(bytes)) {
        const QByteArray copy = mail.first(std::min(mail.size(), longestMail)).toByteArray();
        const ParsedMessage message = parseMessage(copy);
        if (!take(MailReader(message.root, tables).read(0)))
            return;
    }
}

std::vector<Bounce> readBounces(QByteArrayView bytes, const BounceTables &tables)
{
    std::vector<Bounce> bounces;
    readBounces(bytes, tables, [&bounces](Bounce bounce) {
        bounces.push_back(std::move(bounce));
        return true;
    });
    return bounces;
}

} // namespace todoku
