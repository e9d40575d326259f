// SPDX-License-Identifier: MIT
#include "conformance/bouncescore.h"

#include "support/paths.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

/** The corpus's names that stand for one or more of ours. */
const QHash<QString, QStringList> &corpusNames()
{
    static const QHash<QString, QStringList> names{
        {u"sender.blocked"_s,
         {u"sender.blocklisted"_s, u"sender.provider_block"_s, u"recipient_server.local_block"_s,
          u"recipient_server.misconfigured"_s, u"sender.reputation"_s}},
        {u"sender.submission_auth_or_policy"_s,
         {u"sender.submission_auth"_s, u"recipient_server.policy"_s}},
        {u"recipient_server.refused"_s, {u"recipient_server.local_block"_s}},
        {u"recipient.refused_sender"_s, {u"recipient_server.refused_sender"_s}},
        {u"sender.auth_dmarc"_s, {u"sender.auth.dmarc"_s}},
    };
    return names;
}

/** Alternatives that a row allows beside its own code, by the corpus's reason names. */
const QHash<QString, QStringList> &goldNames()
{
    static const QHash<QString, QStringList> names{
        {u"userunknown"_s, {u"recipient.not_found"_s}},
        {u"filtered"_s, {u"recipient.refused_or_unknown"_s}},
        {u"mailboxfull"_s, {u"recipient.mailbox_full"_s}},
        {u"suspend"_s, {u"recipient.disabled"_s}},
        {u"hasmoved"_s, {u"recipient.moved"_s}},
        {u"notaccept"_s, {u"recipient.domain_no_mail"_s}},
        {u"hostunknown"_s, {u"domain.not_found"_s}},
        {u"badreputation"_s, {u"sender.reputation"_s}},
        {u"requireptr"_s, {u"sender.rdns"_s}},
        {u"rejected"_s, {u"recipient_server.refused_sender"_s}},
        {u"policyviolation"_s, {u"recipient_server.policy"_s}},
        {u"securityerror"_s, {u"recipient_server.policy"_s, u"sender.submission_auth"_s}},
        {u"ratelimited"_s, {u"sender.rate_limited"_s}},
        {u"emailtoolarge"_s, {u"message.too_large"_s}},
        {u"spamdetected"_s, {u"message.spam"_s}},
        {u"norelaying"_s, {u"transport.relay_denied"_s}},
        {u"networkerror"_s, {u"transport.unreachable"_s}},
        {u"expired"_s, {u"transport.timeout"_s}},
        {u"systemerror"_s, {u"recipient_server.error"_s}},
        {u"mailererror"_s, {u"recipient_server.error"_s}},
        {u"systemfull"_s, {u"recipient_server.full"_s}},
        {u"blocked"_s,
         {u"sender.blocklisted"_s, u"sender.provider_block"_s, u"recipient_server.local_block"_s}},
        {u"authfailure"_s, {u"sender.auth"_s}},
    };
    return names;
}

bool fits(const QString &ours, const QString &wanted)
{
    return ours == wanted || ours.startsWith(wanted + u'.');
}

QString valueOf(const ExpectedRow &row, const QString &column)
{
    const auto found = row.find(column);
    return found == row.end() ? QString() : found->second;
}

const RecipientReport *findReport(const std::vector<Bounce> &bounces, const QString &address)
{
    for (const Bounce &bounce : bounces) {
        for (const RecipientReport &report : bounce.recipients) {
            if (report.recipient.compare(address, Qt::CaseInsensitive) == 0)
                return &report;
        }
    }
    return nullptr;
}

QStringList sortedAddresses(QStringList addresses)
{
    for (QString &address : addresses)
        address = address.toLower();
    addresses.sort();
    addresses.removeDuplicates();
    return addresses;
}

void miss(QStringList &misses,
          const ExpectedRow &row,
          const QString &what,
          const QString &wanted,
          const QString &got)
{
    misses.append(u"%1 %2: %3: wanted \"%4\", got \"%5\""_s.arg(
        valueOf(row, u"file"_s), valueOf(row, u"recipient"_s), what, wanted, got));
}

} // namespace

std::vector<ExpectedRow> readExpected(const QString &path)
{
    std::vector<ExpectedRow> rows;
    QStringList columns;
    for (const QString &line : QString::fromUtf8(readFile(path)).split(u'\n')) {
        const QStringList cells = line.split(u'\t');
        if (columns.isEmpty()) {
            columns = cells;
            continue;
        }
        if (line.isEmpty())
            continue;
        ExpectedRow row;
        for (qsizetype i = 0; i < std::min(columns.size(), cells.size()); ++i)
            row[columns[i]] = cells[i];
        rows.push_back(std::move(row));
    }
    return rows;
}

void BounceScore::add(const BounceScore &other)
{
    for (const auto &[mine, theirs] :
         {std::pair{&decoded, &other.decoded}, std::pair{&recipients, &other.recipients},
          std::pair{&reply, &other.reply}, std::pair{&status, &other.status},
          std::pair{&reason, &other.reason}}) {
        mine->right += theirs->right;
        mine->asked += theirs->asked;
    }
    invented += other.invented;
}

bool isSameReason(const QString &ours, const ExpectedRow &row)
{
    const QString wanted = valueOf(row, u"our_code"_s);
    if (fits(ours, wanted) || corpusNames().value(wanted).contains(ours))
        return true;
    for (const QString &gold : valueOf(row, u"reason_gold"_s).split(u'|')) {
        const QStringList names = goldNames().value(gold);
        if (std::ranges::any_of(names, [&ours](const QString &name) { return fits(ours, name); }))
            return true;
    }
    return false;
}

BounceScore scoreFile(const std::vector<ExpectedRow> &rows,
                      const std::vector<Bounce> &bounces,
                      const QByteArray &mail,
                      QStringList &misses)
{
    BounceScore score;
    const bool isDecoded = std::ranges::any_of(
        bounces, [](const Bounce &bounce) { return bounce.kind != BounceKind::NotABounce; });
    const bool isBounce = !valueOf(rows.front(), u"kind"_s).startsWith(u"nobounce"_s);
    score.decoded.count(isDecoded == isBounce);
    if (isDecoded != isBounce)
        miss(misses, rows.front(), u"decoded"_s, isBounce ? u"yes"_s : u"no"_s,
             isDecoded ? u"yes"_s : u"no"_s);
    if (!isBounce)
        return score;

    QStringList wanted;
    QStringList got;
    for (const ExpectedRow &row : rows)
        wanted.append(valueOf(row, u"recipient"_s));
    for (const Bounce &bounce : bounces) {
        for (const RecipientReport &report : bounce.recipients)
            got.append(report.recipient);
    }
    const bool isExact = sortedAddresses(wanted) == sortedAddresses(got);
    score.recipients.count(isExact);
    if (!isExact)
        miss(misses, rows.front(), u"recipients"_s, sortedAddresses(wanted).join(u','),
             sortedAddresses(got).join(u','));

    for (const ExpectedRow &row : rows) {
        const RecipientReport *report = findReport(bounces, valueOf(row, u"recipient"_s));
        const RecipientReport nothing;
        const RecipientReport &ours = report == nullptr ? nothing : *report;
        const QString reply = ours.replyCode ? QString::number(*ours.replyCode) : QString();
        if (const QString code = valueOf(row, u"replycode"_s); !code.isEmpty()) {
            score.reply.count(reply == code);
            if (reply != code)
                miss(misses, row, u"reply"_s, code, reply);
        }
        const bool standsInMail = valueOf(row, u"status_in_mail"_s) == u"1"_s;
        if (standsInMail) {
            score.status.count(ours.status == valueOf(row, u"deliverystatus"_s));
            if (ours.status != valueOf(row, u"deliverystatus"_s))
                miss(misses, row, u"status"_s, valueOf(row, u"deliverystatus"_s), ours.status);
        } else if (!ours.status.isEmpty() && !mail.contains(ours.status.toLatin1())) {
            ++score.invented;
            miss(misses, row, u"status invented"_s, QString(), ours.status);
        }
        const QString confidence = valueOf(row, u"confidence"_s);
        if (confidence == u"A"_s || confidence == u"C"_s) {
            const bool isSame = isSameReason(ours.reason, row);
            score.reason.count(isSame);
            if (!isSame)
                miss(misses, row, u"reason"_s, valueOf(row, u"our_code"_s),
                     ours.reason + u" by \""_s + ours.reasonExcerpt + u"\" in \""_s
                         + ours.diagnostic.left(160));
        }
    }
    return score;
}

QString toLine(const QString &name, const BounceScore &score)
{
    const auto rate = [](const Rate &value) {
        return u"%1/%2 %3%"_s.arg(value.right, 4)
            .arg(value.asked, 4)
            .arg(value.percent(), 5, 'f', 1);
    };
    return u"%1  %2  %3  %4  %5  %6  %7"_s.arg(name, -24)
        .arg(rate(score.decoded), rate(score.recipients), rate(score.reply), rate(score.status),
             rate(score.reason))
        .arg(score.invented, 8);
}

} // namespace todoku::test
