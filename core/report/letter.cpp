// SPDX-License-Identifier: MIT
#include "core/evidence/facts.h"
#include "core/report/account.h"
#include "core/report/masking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

static Party likeliestParty(const Diagnosis &diagnosis)
{
    const auto &parties = diagnosis.parties;
    const auto top = std::ranges::max_element(parties, {}, [](const auto &p) { return p.second; });
    return top == parties.end() ? Party::SenderProvider : top->first;
}

// Mobile carriers say that they confirm no blocks and tell no thresholds: they are asked for
// what they do help with.
static QString letterId(const ReportSource &source, Party addressee)
{
    const auto services = source.evidence.of(facts::recipientService());
    const bool isCarrier = !services.empty() && services.front().value == "carrier"_L1;
    return addressee == Party::RecipientProvider && isCarrier ? u"rp_carrier"_s
                                                              : partyId(addressee);
}

static QString subjectId(Party addressee)
{
    switch (addressee) {
    case Party::Sender:
    case Party::Nobody:
        return u"self"_s;
    case Party::Recipient:
        return u"recipient"_s;
    case Party::RecipientAdmin:
    case Party::RecipientProvider:
        return u"recipient_side"_s;
    case Party::ListOperator:
        return u"list"_s;
    case Party::WebDeveloper:
        return u"web"_s;
    case Party::SenderAdmin:
    case Party::SenderDomainAdmin:
    case Party::SenderProvider:
        return u"investigation"_s;
    }
    Q_UNREACHABLE();
}

static QString subjectLine(const Wording &wording, Party addressee)
{
    const Incident &incident = wording.source().subject.incident;
    const auto orUnknown
        = [&](const QString &text) { return text.isEmpty() ? wording.text(u"unknown"_s) : text; };
    return wording.text(u"letter/subject/"_s + subjectId(addressee),
                        {orUnknown(domainOf(incident.sender)),
                         orUnknown(domainOf(incident.recipient)), wording.sentAtInBrief()});
}

static QStringList rowLines(const Wording &wording, const std::vector<Report::Row> &rows)
{
    QStringList lines;
    for (const Report::Row &row : rows)
        lines.append(wording.row(row.label, row.text));
    return lines;
}

// The four things by which a person finds a mail again.
static std::vector<Report::Row> rowsForAPerson(const Wording &wording)
{
    const QStringList wanted{wording.text(u"field/sent_at"_s), wording.text(u"field/sender"_s),
                             wording.text(u"field/recipient"_s), wording.text(u"field/subject"_s)};
    std::vector<Report::Row> rows = mailRows(wording);
    std::erase_if(rows, [&](const Report::Row &row) { return !wanted.contains(row.label); });
    return rows;
}

static QStringList bulleted(const QStringList &texts)
{
    QStringList lines;
    for (const QString &text : texts)
        lines.append(u"- "_s + text);
    return lines;
}

static QStringList numbered(const QStringList &texts)
{
    QStringList lines;
    for (const QString &text : texts)
        lines.append(QString::number(lines.size() + 1) + u". "_s + text);
    return lines;
}

static QStringList quoted(const QStringList &texts)
{
    QStringList lines;
    for (const QString &text : texts) {
        if (!lines.isEmpty())
            lines.append(QString());
        for (const QString &line : text.split(u'\n'))
            lines.append(u"> "_s + line);
    }
    return lines;
}

static QStringList checkLines(const Wording &wording)
{
    QStringList lines;
    const auto add = [&](const Report::Row &row, const QString &indent) {
        const CheckState state = row.state.value_or(CheckState::Information);
        const QString text = markOf(state) + u' ' + wording.word(u"state/"_s + checkStateId(state));
        lines.append(indent + wording.row(row.label, text)
                     + (row.text.isEmpty() ? QString() : u" – "_s + row.text));
    };
    for (const ProbeRecord &probe : wording.source().subject.probes) {
        if (probe.state == CheckState::NotRun)
            continue; // says nothing to anyone else
        add(checkRow(wording, probe), u"- "_s);
        for (const CheckDetail &detail : probe.details) {
            if (detail.state == CheckState::Problem || detail.state == CheckState::Warning
                || detail.state == CheckState::CouldNotTest)
                add(checkRow(wording, detail), u"  - "_s);
        }
    }
    return lines;
}

static QStringList causeLines(const Wording &wording, Party addressee)
{
    const Hypothesis *likeliest = nameableCause(wording.source());
    if (!likeliest)
        return {};
    const Cause *cause = wording.source().knowledge.cause(likeliest->cause);
    QStringList lines{wording.text(
        u"letter/cause"_s, {wording.of(cause->title), wording.likelihood(likeliest->probability)})};
    const QString say = wording.of(cause->say);
    if (std::ranges::find(cause->actors, addressee) != cause->actors.end() && !say.isEmpty())
        lines.append(say);
    return lines;
}

static QStringList attachmentLines(const Wording &wording)
{
    QStringList lines;
    const auto add = [&](const QString &words, const Document &document) {
        lines.append(wording.text(words, {onOneLine(document.name)}));
    };
    for (const Document &document : wording.source().subject.documents) {
        if (document.kind == Document::Kind::Bounce)
            add(u"letter/attach_bounce"_s, document);
        else if (document.kind == Document::Kind::Message)
            add(u"letter/attach_message"_s, document);
        else if (document.kind == Document::Kind::Log)
            add(u"letter/attach_log"_s, document);
    }
    return bulleted(lines);
}

static QStringList listingLines(const Wording &wording)
{
    const ReportSource &source = wording.source();
    QStringList lines;
    for (const Report::Row &row : mailRows(wording)) {
        if (row.label == wording.text(u"field/sending_ip"_s)
            || row.label == wording.text(u"field/sender"_s))
            lines.append(wording.row(row.label, row.text));
    }
    for (const Observation &seen : source.evidence.of(facts::blocklists())) {
        QStringList parts{onOneLine(seen.subject), wording.found(seen), onOneLine(seen.excerpt)};
        parts.removeAll(QString());
        lines.append(parts.join(u" – "_s));
    }
    return lines;
}

// What the user can do, of the three likeliest causes; what was tried in vain is not said again.
static QStringList ownSteps(const Wording &wording, Party party)
{
    constexpr size_t mostCauses = 3;
    constexpr double unlikely = 0.05;
    const ReportSource &source = wording.source();
    const auto wasTried = [&](const RemedyId &id) {
        return std::ranges::find(source.subject.remedies, id, &RemedyOutcome::id)
               != source.subject.remedies.end();
    };
    QStringList lines;
    std::vector<RemedyId> told;
    const auto &hypotheses = source.diagnosis.hypotheses;
    for (size_t i = 0; i < std::min(mostCauses, hypotheses.size()); ++i) {
        const Cause *cause = source.knowledge.cause(hypotheses.at(i).cause);
        if (!cause || hypotheses.at(i).probability < unlikely)
            continue;
        for (const RemedyId &id : cause->remedies) {
            const Remedy *remedy = source.knowledge.remedy(id);
            const bool isTold = std::ranges::find(told, id) != told.end();
            if (!remedy || remedy->party != party || isTold || wasTried(id))
                continue;
            told.push_back(id);
            lines.append(QString::number(told.size()) + u". "_s + wording.of(remedy->title));
            for (const LocalizedText &step : remedy->steps)
                lines.append(u"   - "_s + wording.of(step));
        }
    }
    return lines;
}

namespace {

// Puts a letter together block by block; a block without lines is left out.
class Composer
{
public:
    Composer(const Wording &wording, Party addressee)
        : m_wording(wording)
        , m_addressee(addressee)
        , m_words(u"letter/"_s + letterId(wording.source(), addressee) + u'/')
    {}

    [[nodiscard]] QString body()
    {
        paragraph(m_wording.text(m_words + u"salutation"_s));
        paragraph(m_wording.text(m_words + u"opening"_s));
        switch (m_addressee) {
        case Party::Recipient:
            block(u"mail"_s, rowLines(m_wording, rowsForAPerson(m_wording)));
            break;
        case Party::ListOperator:
            block(u"listing"_s, listingLines(m_wording));
            block(u"error"_s, quoted(errorTexts(m_wording.source())));
            break;
        case Party::Sender:
        case Party::Nobody:
            causeBlock();
            block(u"steps"_s, ownSteps(m_wording, m_addressee));
            particulars();
            break;
        default:
            particulars();
            causeBlock();
            break;
        }
        const QStringList requests = m_wording.list(m_words + u"requests"_s);
        if (isToOneself())
            block(u"after"_s, bulleted(requests));
        else
            block(u"requests"_s, numbered(requests));
        closing();
        return m_body;
    }

private:
    [[nodiscard]] bool isToOneself() const
    {
        return m_addressee == Party::Sender || m_addressee == Party::Nobody;
    }

    void particulars()
    {
        block(u"mail"_s, rowLines(m_wording, mailRows(m_wording)));
        block(u"error"_s, quoted(errorTexts(m_wording.source())));
        block(u"tried"_s, bulleted(triedStatements(m_wording) + remedyStatements(m_wording)));
        block(u"checks"_s, checkLines(m_wording));
    }

    void causeBlock() { block(u"cause"_s, causeLines(m_wording, m_addressee)); }

    void closing()
    {
        if (!isToOneself() && m_addressee != Party::Recipient)
            block(u"attach"_s, attachmentLines(m_wording));
        paragraph(m_wording.text(m_words + u"closing"_s));
        if (isToOneself())
            return;
        paragraph(m_wording.text(m_addressee == Party::SenderProvider
                                     ? u"letter/signature_contract"_s
                                     : u"letter/signature"_s));
    }

    void paragraph(const QString &text)
    {
        m_body += (m_body.isEmpty() ? u""_s : u"\n"_s) + text + u'\n';
    }

    void block(const QString &heading, const QStringList &lines)
    {
        if (!lines.isEmpty())
            paragraph(m_wording.text(u"letter/block/"_s + heading) + u'\n' + lines.join(u'\n'));
    }

    const Wording &m_wording;
    Party m_addressee;
    QString m_words;
    QString m_body;
};

} // namespace

Letter writeLetter(const ReportSource &source,
                   Language language,
                   Redaction redaction,
                   std::optional<Party> addressee)
{
    const MaskedSource masked(source, redaction);
    const Wording wording(masked.source(), language);
    Letter letter;
    letter.addressee = addressee.value_or(likeliestParty(source.diagnosis));
    letter.subject = onOneLine(subjectLine(wording, letter.addressee));
    letter.body = Composer(wording, letter.addressee).body();
    if (redaction == Redaction::Public)
        letter.body
            += u'\n'
               + wording.text(u"preset"_s, {wording.text(u"redaction/"_s + redactionId(redaction))})
               + u'\n';
    return letter;
}

QString toText(const Letter &letter)
{
    return letter.subject + u"\n\n"_s + letter.body;
}

} // namespace todoku
