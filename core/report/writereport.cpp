// SPDX-License-Identifier: MIT
#include "core/engine/words.h"
#include "core/report/account.h"
#include "core/report/masking.h"

#include <array>

using namespace Qt::StringLiterals;

namespace todoku {

using Section = Report::Section;

constexpr size_t shownCauses = 3;

static constexpr std::array allCheckStates{CheckState::Ok,      CheckState::Problem,
                                           CheckState::Warning, CheckState::Information,
                                           CheckState::NotRun,  CheckState::CouldNotTest};

static QString partyNames(const Wording &wording, const std::vector<Party> &parties)
{
    QStringList names;
    for (const Party party : parties)
        names.append(wording.word(u"party/"_s + partyId(party)));
    return names.join(u", "_s);
}

static void addRemedies(const Wording &wording, const Cause &cause, Section &section)
{
    for (const RemedyId &id : cause.remedies) {
        const Remedy *remedy = wording.source().knowledge.remedy(id);
        if (!remedy)
            continue;
        section.steps.append(
            wording.text(u"report/steps"_s, {wording.of(remedy->title),
                                             wording.word(u"party/"_s + partyId(remedy->party))}));
        for (const LocalizedText &step : remedy->steps)
            section.steps.last() += u"\n– "_s + wording.of(step);
    }
}

static Section urgentSection(const Wording &wording)
{
    const ReportSource &source = wording.source();
    Section section{.id = u"urgent"_s};
    const Cause *cause
        = source.diagnosis.urgent ? source.knowledge.cause(*source.diagnosis.urgent) : nullptr;
    if (!cause)
        return section;
    section.paragraphs = {wording.text(u"report/urgent_lead"_s), wording.of(cause->explanation)};
    addRemedies(wording, *cause, section);
    return section;
}

static Section mailSection(const Wording &wording)
{
    return {.id = u"mail"_s, .rows = mailRows(wording)};
}

static Section errorSection(const Wording &wording)
{
    return {.id = u"error"_s, .excerpts = errorTexts(wording.source())};
}

static Section verdictSection(const Wording &wording)
{
    const ReportSource &source = wording.source();
    Section section{.id = u"verdict"_s};
    const auto percent = [&](double p) { return wording.likelihood(p); };
    if (const Hypothesis *likeliest = nameableCause(source)) {
        const Cause *cause = source.knowledge.cause(likeliest->cause);
        section.paragraphs.append(wording.text(
            u"report/verdict_top"_s, {wording.of(cause->title), percent(likeliest->probability)}));
        section.paragraphs.append(wording.of(cause->explanation));
        section.rows = {
            {.label = wording.text(u"report/actors"_s), .text = partyNames(wording, cause->actors)},
            {.label = wording.text(u"report/say"_s), .text = wording.of(cause->say)}};
    } else {
        section.paragraphs.append(wording.text(u"report/verdict_none"_s));
    }
    section.paragraphs.append(
        wording.text(u"report/verdict_other"_s, {percent(source.diagnosis.other)}));
    section.paragraphs.append(
        wording.text(u"report/verdict_two"_s, {percent(source.diagnosis.twoCauses)}));
    if (source.diagnosis.suspicious.empty())
        return section;
    QStringList titles;
    for (const FactId &id : source.diagnosis.suspicious) {
        const Fact *fact = source.knowledge.fact(id);
        titles.append(fact ? wording.of(fact->title) : onOneLine(id.value));
    }
    section.paragraphs.append(wording.text(u"report/conflict"_s, {titles.join(u", "_s)}));
    return section;
}

static Section pathSection(const Wording &wording)
{
    const ReportSource &source = wording.source();
    std::array<double, allHops.size()> share{};
    for (const Hypothesis &hypothesis : source.diagnosis.hypotheses) {
        if (const Cause *cause = source.knowledge.cause(hypothesis.cause))
            share.at(static_cast<size_t>(cause->hop)) += hypothesis.probability;
    }
    Section section{.id = u"path"_s};
    if (source.diagnosis.hypotheses.empty())
        return section;
    for (const Hop hop : allHops)
        section.rows.push_back({.label = wording.word(u"hop/"_s + hopId(hop)),
                                .text = wording.likelihood(share.at(static_cast<size_t>(hop)))});
    return section;
}

static void addReasons(const Wording &wording, const Hypothesis &hypothesis, Section &section)
{
    constexpr double negligibleDb = 1; // words.h calls less than that negligible
    constexpr qsizetype shown = 8;
    for (const Reason &reason : hypothesis.reasons) {
        if (std::abs(reason.leaveOneOutDb) < negligibleDb || section.paragraphs.size() > shown)
            continue;
        const QString path
            = reason.leaveOneOutDb > 0 ? u"report/reason_for"_s : u"report/reason_against"_s;
        const QString found
            = wording.text(u"reason"_s, {wording.found(reason.observation),
                                         wording.word(weightWord(reason.leaveOneOutDb))});
        section.paragraphs.append(wording.text(path, {found}));
    }
}

static void addCauses(const Wording &wording, std::vector<Section> &sections)
{
    constexpr double unlikely = 0.05;
    const auto &hypotheses = wording.source().diagnosis.hypotheses;
    for (size_t i = 0; i < std::min(shownCauses, hypotheses.size()); ++i) {
        const Hypothesis &hypothesis = hypotheses.at(i);
        const Cause *cause = wording.source().knowledge.cause(hypothesis.cause);
        if (!cause || hypothesis.probability < unlikely)
            continue;
        const QString number = QString::number(i + 1);
        Section section{.id = u"cause-"_s + number,
                        .heading
                        = wording.text(u"report/cause"_s, {number, wording.of(cause->title)}),
                        .paragraphs = {wording.likelihood(hypothesis.probability)}};
        addReasons(wording, hypothesis, section);
        addRemedies(wording, *cause, section);
        sections.push_back(std::move(section));
    }
}

static Section triedSection(const Wording &wording)
{
    const ReportSource &source = wording.source();
    Section section{.id = u"tried"_s, .paragraphs = triedStatements(wording)};
    for (const auto &[id, answer] : source.subject.answers) {
        const Fact *fact = answer == unknownAnswer() ? source.knowledge.fact(id) : nullptr;
        if (fact)
            section.rows.push_back(
                {.label = wording.of(fact->title), .text = wording.text(u"report/not_known"_s)});
    }
    return section;
}

static Section remediesSection(const Wording &wording)
{
    return {.id = u"remedies"_s, .paragraphs = remedyStatements(wording)};
}

static Section nextSection(const Wording &wording)
{
    Section section{.id = u"next"_s};
    const auto &next = wording.source().diagnosis.next;
    for (size_t i = 0; i < std::min(shownCauses, next.size()); ++i) {
        if (const Fact *fact = wording.source().knowledge.fact(next.at(i).fact))
            section.rows.push_back(
                {.label = wording.of(fact->title), .text = wording.of(fact->why)});
    }
    return section;
}

static Section checksSection(const Wording &wording)
{
    Section section{.id = u"checks"_s};
    for (const ProbeRecord &probe : wording.source().subject.probes) {
        Report::Row row = checkRow(wording, probe);
        if (probe.startedAt.isValid()) {
            const QString took
                = wording.text(u"milliseconds"_s, {QString::number(probe.elapsedMs)});
            const QString when
                = wording.text(u"report/check_at"_s, {wording.time(probe.startedAt), took});
            row.text += (row.text.isEmpty() ? u""_s : u" – "_s) + when;
        }
        section.rows.push_back(std::move(row));
        for (const CheckDetail &detail : probe.details)
            section.rows.push_back(checkRow(wording, detail));
    }
    return section;
}

static QString kindWord(Document::Kind kind)
{
    switch (kind) {
    case Document::Kind::Bounce:
        return u"report/document_bounce"_s;
    case Document::Kind::Message:
        return u"report/document_message"_s;
    case Document::Kind::Log:
        return u"report/document_log"_s;
    case Document::Kind::Text:
        return u"report/document_text"_s;
    }
    Q_UNREACHABLE();
}

static Section documentsSection(const Wording &wording)
{
    Section section{.id = u"documents"_s};
    for (const Document &document : wording.source().subject.documents)
        section.rows.push_back(
            {.label = wording.text(kindWord(document.kind)),
             .text = wording.text(u"report/document"_s, {onOneLine(document.name),
                                                         QString::number(document.bytes.size())})});
    return section;
}

static Section noteSection(const Wording &wording)
{
    Section section{.id = u"note"_s};
    const QString note = legible(wording.source().subject.note);
    if (!note.isEmpty())
        section.paragraphs.append(note);
    return section;
}

static QString transcriptLine(const TranscriptLine &line)
{
    static const std::array marks{u"C:"_s, u"S:"_s, u"TLS:"_s, u"–"_s}; // in order of Direction
    return QString::number(line.atMs).rightJustified(6) + u' '
           + marks.at(static_cast<size_t>(line.direction)) + u' ' + onOneLine(line.text);
}

static void addTranscripts(const Wording &wording, std::vector<Section> &sections)
{
    constexpr size_t mostLines = 500;
    for (const ProbeRecord &probe : wording.source().subject.probes) {
        QStringList lines;
        QString peer;
        for (const TranscriptLine &line : probe.transcript) {
            if (static_cast<size_t>(lines.size()) >= mostLines)
                break;
            if (line.peer != peer && !line.peer.isEmpty())
                lines.append(u"[ "_s + onOneLine(line.peer) + u" ]"_s);
            peer = line.peer;
            lines.append(transcriptLine(line));
        }
        if (lines.isEmpty())
            continue;
        if (probe.transcript.size() > mostLines)
            lines.append(wording.text(u"cut_lines"_s,
                                      {QString::number(probe.transcript.size() - mostLines)}));
        sections.push_back(
            {.id = u"transcript"_s,
             .heading = wording.text(u"report/transcript"_s, {wording.probeTitle(probe.id)}),
             .excerpts = {lines.join(u'\n')}});
    }
}

static bool isEmpty(const Section &section)
{
    return section.paragraphs.isEmpty() && section.rows.empty() && section.steps.isEmpty()
           && section.excerpts.isEmpty();
}

static void removeBlanks(Section &section)
{
    section.paragraphs.removeAll(QString());
    std::erase_if(section.rows,
                  [](const Report::Row &row) { return row.text.isEmpty() && !row.state; });
}

Report writeReport(const ReportSource &source, Language language, Redaction redaction)
{
    const MaskedSource masked(source, redaction);
    const Wording wording(masked.source(), language);
    const auto orUnknown
        = [&](const QString &text) { return text.isEmpty() ? wording.text(u"unknown"_s) : text; };
    const Incident &incident = masked.source().subject.incident;

    Report report{.language = language, .redaction = redaction, .createdAt = source.now};
    report.title = wording.text(u"report/title"_s, {orUnknown(domainOf(incident.sender)),
                                                    orUnknown(domainOf(incident.recipient))});
    report.about
        = {wording.text(u"report/created"_s, {wording.time(source.now)}),
           wording.text(u"preset"_s, {wording.text(u"redaction/"_s + redactionId(redaction))})};
    for (const CheckState state : allCheckStates)
        report.stateWords.push_back(wording.word(u"state/"_s + checkStateId(state)));

    std::vector<Section> &sections = report.sections;
    for (const auto write : {urgentSection, mailSection, errorSection, verdictSection, pathSection})
        sections.push_back(write(wording));
    addCauses(wording, sections);
    for (const auto write :
         {nextSection, triedSection, remediesSection, checksSection, documentsSection, noteSection})
        sections.push_back(write(wording));
    addTranscripts(wording, sections);
    for (Section &section : sections) {
        removeBlanks(section);
        if (section.heading.isEmpty())
            section.heading = wording.text(u"report/"_s + section.id);
    }
    std::erase_if(sections, isEmpty);
    return report;
}

} // namespace todoku
