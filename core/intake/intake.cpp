// SPDX-License-Identifier: MIT
#include "core/intake/intake.h"

#include "core/dsn/readbounces.h"
#include "core/evidence/facts.h"
#include "core/mail/address.h"
#include "core/mail/message.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

QString addressIn(const QString &field)
{
    // "Name <local@domain>"; the last angle bracket counts, since names may hold others.
    const qsizetype open = field.lastIndexOf(u'<');
    const qsizetype close = field.indexOf(u'>', open + 1);
    const QString inner = open >= 0 && close > open ? field.mid(open + 1, close - open - 1) : field;
    const auto address = MailAddress::parse(inner);
    return address ? address->toString() : QString();
}

QString isoDate(const QString &field)
{
    // A comment such as "(JST)" may stand behind the zone (RFC 5322 section 3.3).
    const QString withoutComment = field.section(u'(', 0, 0).trimmed();
    const QDateTime date = QDateTime::fromString(withoutComment, Qt::RFC2822Date);
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

Observation fromBounce(const FactId &fact,
                       const QString &value,
                       const QString &subject,
                       const QString &excerpt)
{
    return {.fact = fact,
            .value = value,
            .subject = subject,
            .source = Source::Bounce,
            .excerpt = excerpt};
}

void observeRecipient(const RecipientReport &report, const BounceTables &tables, Observations &out)
{
    const BounceReason *reason = tables.reasons.find(report.reason);
    const QString excerpt = report.diagnostic.isEmpty() ? report.reasonExcerpt : report.diagnostic;
    if (reason && !reason->errorText.isEmpty())
        out.push_back(fromBounce(facts::errorText(), reason->errorText, report.recipient, excerpt));
    if (!report.sendingIp.isEmpty())
        out.push_back(fromBounce(facts::sendingIp(), report.sendingIp, {}, excerpt));
}

void observeBounce(const Bounce &bounce, const BounceTables &tables, Observations &out)
{
    if (bounce.kind != BounceKind::Bounce && bounce.kind != BounceKind::Delayed)
        return;
    const bool isDelay = bounce.kind == BounceKind::Delayed;
    out.push_back(fromBounce(facts::sendResult(), isDelay ? u"delay_notice"_s : u"ndr"_s, {},
                             bounce.subject));
    for (const RecipientReport &report : bounce.recipients)
        observeRecipient(report, tables, out);
}

Incident incidentOf(const Bounce &bounce)
{
    Incident incident;
    incident.sender = addressIn(bounce.original.from);
    if (!bounce.recipients.empty())
        incident.recipient = bounce.recipients.front().recipient;
    if (incident.recipient.isEmpty())
        incident.recipient = addressIn(bounce.original.to);
    incident.sentAt = isoDate(bounce.original.date);
    incident.subject = bounce.original.subject;
    return incident;
}

bool hasMailHeader(const MimePart &part)
{
    return !part.headers.text("From").isEmpty()
           && (!part.headers.text("To").isEmpty() || !part.headers.text("Date").isEmpty());
}

// A mail that is no bounce: the one that did not arrive, kept for what its header says.
bool readAsMessage(const QByteArray &bytes, Reading &reading)
{
    const ParsedMessage message = parseMessage(bytes);
    if (!hasMailHeader(message.root))
        return false;
    const Headers &headers = message.root.headers;
    reading.kind = Document::Kind::Message;
    reading.incident.sender = addressIn(headers.text("From"));
    reading.incident.recipient = addressIn(headers.text("To"));
    reading.incident.subject = headers.text("Subject");
    reading.incident.sentAt = isoDate(headers.text("Date"));
    return true;
}

} // namespace

Reading readDocument(const Document &document, const BounceTables &tables)
{
    Reading reading;
    if (document.kind == Document::Kind::Log) {
        reading.kind = Document::Kind::Log;
        return reading;
    }
    reading.bounces = readBounces(document.bytes, tables);
    std::erase_if(reading.bounces,
                  [](const Bounce &bounce) { return bounce.kind == BounceKind::NotABounce; });
    if (reading.bounces.empty()) {
        readAsMessage(document.bytes, reading);
        return reading;
    }
    reading.kind = Document::Kind::Bounce;
    reading.incident = incidentOf(reading.bounces.front());
    for (const Bounce &bounce : reading.bounces)
        observeBounce(bounce, tables, reading.observations);
    return reading;
}

Observations observe(const Incident &incident)
{
    Observations observations;
    const auto add = [&](const FactId &fact, const QString &text) {
        const auto address = MailAddress::parse(text);
        if (address)
            observations.push_back({.fact = fact, .value = address->toString()});
    };
    add(facts::senderAddress(), incident.sender);
    add(facts::recipientAddress(), incident.recipient);
    return observations;
}

} // namespace todoku
