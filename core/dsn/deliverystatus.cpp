// SPDX-License-Identifier: MIT
#include "core/dsn/deliverystatus.h"

#include "core/dsn/recipientline.h"
#include "core/dsn/replytext.h"

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr qsizetype mostLines = 50'000;
constexpr std::size_t mostRecipients = 5'000;
constexpr qsizetype longestField = 20'000;

struct Field
{
    QString name; // lower case; empty for the end of a group
    QString value;
};

/** Fields in order, folded lines joined by a line feed; an empty line is a field without a name. */
std::vector<Field> readFields(const QString &text)
{
    std::vector<Field> fields;
    qsizetype lines = 0;
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        if (++lines > mostLines)
            break;
        if (line.trimmed().isEmpty()) {
            fields.emplace_back();
            continue;
        }
        const qsizetype colon = line.indexOf(u':');
        const QStringView name = colon > 0 ? line.first(colon).trimmed() : QStringView();
        const bool isFolded = line.front().isSpace() || name.isEmpty() || name.contains(u' ');
        if (!isFolded)
            fields.push_back({.name = name.toString().toLower(),
                              .value = line.sliced(colon + 1).trimmed().toString()});
        else if (!fields.empty() && !fields.back().name.isEmpty()
                 && fields.back().value.size() < longestField)
            fields.back().value += u'\n' + line.trimmed().toString();
    }
    return fields;
}

/** "rfc822; a@b.example" without the type (RFC 3464 section 2.1.2). */
QString withoutType(const QString &value)
{
    const qsizetype semicolon = value.indexOf(u';');
    const QStringView type = QStringView(value).first(std::max<qsizetype>(semicolon, 0)).trimmed();
    if (semicolon < 0 || type.contains(u' ') || type.contains(u'@'))
        return value.trimmed();
    return value.mid(semicolon + 1).trimmed();
}

QString addressOf(const QString &value)
{
    const QString plain = withoutType(value);
    // "@relay.example:a@b.example" is a source route (RFC 5321 appendix C), kept as it is.
    if (const auto found = findAddress(plain); found && !plain.startsWith(u'@'))
        return found->address;
    QString bare = plain;
    bare.remove(u'<').remove(u'>');
    return bare.simplified();
}

QString statusOf(const QString &value)
{
    for (const QStringView word : QStringView(value).tokenize(u' ', Qt::SkipEmptyParts)) {
        if (isEnhancedStatus(word))
            return word.toString();
    }
    return {};
}

QString firstWord(const QString &value)
{
    QString word = value.section(u' ', 0, 0, QString::SectionSkipEmpty);
    if (const qsizetype end = word.indexOf(u'('); end >= 0)
        word.truncate(end);
    return word;
}

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

class StatusReader
{
public:
    DeliveryStatus read(const QString &text)
    {
        for (const Field &field : readFields(text))
            take(field);
        finish();
        return std::move(m_status);
    }

private:
    void take(const Field &field)
    {
        if (field.name.isEmpty()) {
            // Some reports put an empty line between the recipient and its action.
            if (!m_current.finalRecipient.isEmpty() && !m_current.action.isEmpty())
                finish();
            return;
        }
        if (field.name == u"reporting-mta"_s && m_status.reportingMta.isEmpty())
            m_status.reportingMta = firstWord(withoutType(field.value));
        else if (field.name == u"original-envelope-id"_s)
            m_status.originalEnvelopeId = field.value.simplified();
        else
            takeRecipientField(field);
    }

    void takeRecipientField(const Field &field)
    {
        if (field.name == u"final-recipient"_s)
            takeFinalRecipient(addressOf(field.value));
        else if (field.name == u"original-recipient"_s)
            m_current.originalRecipient = addressOf(field.value);
        else if (field.name == u"x-actual-recipient"_s)
            m_current.actualRecipient = addressOf(field.value);
        else if (field.name == u"action"_s)
            m_current.action = firstWord(field.value).toLower();
        else if (field.name == u"status"_s)
            m_current.status = statusOf(field.value);
        else if (field.name == u"remote-mta"_s)
            m_current.remoteMta = firstWord(withoutType(field.value));
        else if (field.name == u"diagnostic-code"_s)
            m_current.diagnostic = withoutType(field.value);
    }

    void takeFinalRecipient(const QString &address)
    {
        if (!m_current.finalRecipient.isEmpty() && !isSame(m_current.finalRecipient, address))
            finish();
        m_current.finalRecipient = address;
    }

    void finish()
    {
        const bool isUsed
            = !m_current.finalRecipient.isEmpty() || !m_current.originalRecipient.isEmpty();
        if (isUsed && m_status.recipients.size() < mostRecipients)
            m_status.recipients.push_back(std::move(m_current));
        m_current = {};
    }

    DeliveryStatus m_status;
    StatusFields m_current;
};

} // namespace

DeliveryStatus readDeliveryStatus(const QString &text)
{
    return StatusReader().read(text);
}

bool holdsDeliveryStatus(const QString &text)
{
    const qsizetype at = text.indexOf(u"Final-Recipient:"_s, 0, Qt::CaseInsensitive);
    return at == 0 || (at > 0 && (text[at - 1] == u'\n' || text[at - 1].isSpace()));
}

FeedbackReport readFeedbackReport(const QString &text)
{
    FeedbackReport report;
    for (const Field &field : readFields(text)) {
        if (field.name == u"feedback-type"_s)
            report.type = field.value.simplified().toLower();
        else if (field.name == u"source-ip"_s)
            report.sourceIp = field.value.simplified();
        else if (field.name == u"reported-domain"_s)
            report.reportedDomain = field.value.simplified();
        else if (field.name == u"original-rcpt-to"_s || field.name == u"removal-recipient"_s) {
            for (const QString &address : findAddresses(field.value)) {
                if (!report.recipients.contains(address, Qt::CaseInsensitive))
                    report.recipients.append(address);
            }
        }
    }
    return report;
}

} // namespace todoku
