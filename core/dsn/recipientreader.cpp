// SPDX-License-Identifier: MIT
#include "core/dsn/recipientreader.h"

#include "core/dsn/classify.h"
#include "core/dsn/replytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/** "5.0.0" and its like say no more than the reply's first digit. */
bool isGeneric(const QString &status)
{
    return status.isEmpty() || status.endsWith(u".0.0"_s);
}

/** From the best of three texts that has a reply; a status alone is taken from the first. */
ReplyCodes codesOf(const QString &diagnostic, const QString &words, const QString &context)
{
    ReplyCodes best;
    for (const QString &text : {diagnostic, words, context}) {
        const ReplyCodes codes = readReplyCodes(text);
        if (codes.reply) {
            const bool keepsStatus = !best.status.isEmpty() && !codes.isStatusOfReply;
            return keepsStatus ? ReplyCodes{.reply = codes.reply, .status = best.status} : codes;
        }
        if (best.status.isEmpty())
            best = codes;
    }
    return best;
}

/** Without a source route, and with a domain that has a dot in it. */
bool isWholeAddress(const QString &address)
{
    const auto found = findAddress(address);
    return found && found->begin == 0 && found->end == address.size();
}

} // namespace

RecipientReader::RecipientReader(const MimePart &mail,
                                 const Notification &notification,
                                 const BounceTables &tables)
    : m_mail(mail)
    , m_notification(notification)
    , m_tables(tables)
    , m_textRecipients(readTextRecipients(notification.text))
{}

std::vector<RecipientReport> RecipientReader::read()
{
    readStatusReport();
    if (m_drafts.empty())
        readFailedRecipientsField();
    if (m_drafts.empty())
        readWords();
    if (m_drafts.empty())
        readLastResort();
    std::vector<RecipientReport> reports;
    for (Draft &draft : m_drafts) {
        complete(draft);
        reports.push_back(std::move(draft.report));
    }
    return reports;
}

void RecipientReader::readStatusReport()
{
    const bool isInText
        = !m_notification.hasStatusReport && holdsDeliveryStatus(m_notification.text);
    if (!m_notification.hasStatusReport && !isInText)
        return;
    const DeliveryStatus status
        = readDeliveryStatus(isInText ? m_notification.text : m_notification.statusReport);
    m_reportingMta = status.reportingMta;
    for (const StatusFields &fields : status.recipients) {
        const QString address = addressOf(fields, status.recipients.size() == 1);
        if (!address.isEmpty())
            addReported(fields, address);
    }
}

/** The reported address; where it is none (a file, a route), what else the mail says it was. */
QString RecipientReader::addressOf(const StatusFields &fields, bool isOnlyOne) const
{
    for (const QString &address :
         {fields.finalRecipient, fields.originalRecipient, fields.actualRecipient}) {
        if (isWholeAddress(address))
            return address;
    }
    if (isOnlyOne) {
        const QStringList failed = findAddresses(m_mail.headers.text("X-Failed-Recipients"));
        if (failed.size() == 1)
            return failed.front();
        if (m_textRecipients.size() == 1)
            return m_textRecipients.front().address;
        const QStringList sentTo = findAddresses(m_notification.original.text("To"));
        if (sentTo.size() == 1)
            return sentTo.front();
    }
    return fields.finalRecipient.contains(u'@') ? fields.finalRecipient : QString();
}

void RecipientReader::addReported(const StatusFields &fields, const QString &address)
{
    Draft draft;
    draft.report.recipient = address;
    if (!isSame(fields.originalRecipient, address))
        draft.report.originalRecipient = fields.originalRecipient;
    draft.report.action = fields.action;
    draft.report.remoteMta = fields.remoteMta;
    draft.report.diagnostic = fields.diagnostic;
    draft.fieldStatus = fields.status;
    if (const TextRecipient *words = wordsOn(address))
        draft.words = words->words;
    m_drafts.push_back(std::move(draft));
}

void RecipientReader::readFailedRecipientsField()
{
    for (const QString &address : findAddresses(m_mail.headers.text("X-Failed-Recipients"))) {
        const TextRecipient *words = wordsOn(address);
        addDraft(address, words == nullptr ? QString() : words->words);
        if (words != nullptr && !isSame(words->original, address))
            m_drafts.back().report.originalRecipient = words->original;
    }
}

void RecipientReader::readWords()
{
    for (const TextRecipient &recipient : m_textRecipients) {
        if (isSender(recipient.address) && m_textRecipients.size() > 1)
            continue;
        addDraft(recipient.address, recipient.words);
        m_drafts.back().report.originalRecipient = recipient.original;
    }
    if (!m_drafts.empty())
        return;
    for (const QString &address : readNamedRecipients(m_notification.text, m_tables.patterns)) {
        if (!isSender(address))
            addDraft(address, {});
    }
}

void RecipientReader::readLastResort()
{
    const QString originalTo = m_notification.original.text("To");
    QStringList inText = findAddresses(m_notification.text);
    inText.removeIf([this](const QString &address) { return isSender(address); });
    const QStringList sentTo = findAddresses(originalTo);
    for (const QString &address : inText) {
        if (sentTo.contains(address, Qt::CaseInsensitive))
            addDraft(address, {});
    }
    if (m_drafts.empty() && inText.size() == 1)
        addDraft(inText.front(), {});
    if (m_drafts.empty() && sentTo.size() == 1)
        addDraft(sentTo.front(), {});
}

void RecipientReader::addDraft(const QString &address, const QString &words)
{
    Draft draft;
    draft.report.recipient = address;
    draft.words = words;
    m_drafts.push_back(std::move(draft));
}

const TextRecipient *RecipientReader::wordsOn(const QString &address) const
{
    const auto found
        = std::ranges::find_if(m_textRecipients, [&address](const TextRecipient &recipient) {
              return isSame(recipient.address, address);
          });
    return found == m_textRecipients.end() ? nullptr : &*found;
}

bool RecipientReader::isSender(const QString &address) const
{
    for (const QByteArrayView field : {QByteArrayView("To"), QByteArrayView("From")}) {
        if (findAddresses(m_mail.headers.text(field)).contains(address, Qt::CaseInsensitive))
            return true;
    }
    return findAddresses(m_notification.original.text("From"))
        .contains(address, Qt::CaseInsensitive);
}

void RecipientReader::complete(Draft &draft) const
{
    RecipientReport &report = draft.report;
    const bool isAlone = m_drafts.size() == 1;
    const QString context = isAlone ? m_notification.text : QString();
    QString own = report.diagnostic;
    if (!draft.words.isEmpty())
        own += (own.isEmpty() ? u""_s : u"\n"_s) + draft.words;

    const ReplyCodes codes = codesOf(report.diagnostic, draft.words, context);
    report.replyCode = codes.reply;
    const bool isBetter
        = codes.isStatusOfReply ? !isGeneric(codes.status) : isGeneric(draft.fieldStatus);
    report.status = draft.fieldStatus.isEmpty() || (isBetter && !codes.status.isEmpty())
                        ? codes.status
                        : draft.fieldStatus;
    report.command = readCommand(own);
    if (report.command.isEmpty() && isAlone)
        report.command = readCommand(context);

    NamedHost host = readRemoteHost(own);
    if (host.name.isEmpty() && isAlone)
        host = readRemoteHost(context);
    if (report.remoteMta.isEmpty())
        report.remoteMta = host.name;
    if (isSame(report.remoteMta, host.name))
        report.remoteIp = host.ip;
    if (report.diagnostic.isEmpty())
        report.diagnostic
            = draft.words.isEmpty() && isAlone ? m_notification.text.left(2'000) : draft.words;
    report.diagnostic = report.diagnostic.simplified();
    classify(report, {.own = own, .context = context}, m_tables);
}

} // namespace todoku
