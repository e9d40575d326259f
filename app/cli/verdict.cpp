// SPDX-License-Identifier: MIT
#include "app/cli/verdict.h"

#include "core/engine/words.h"
#include "core/investigation/reportsource.h"

#include <QFileInfo>
#include <QSaveFile>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace todoku::cli {

namespace {

constexpr size_t shownCauses = 3;
constexpr size_t shownReasons = 5;

QString word(const Session &session, const QString &id)
{
    return session.in(session.knowledge().word(id));
}

void printReason(const Session &session, const Reason &reason)
{
    constexpr double tooLittleToSay = 1; // dB; smaller steps go unnoticed
    if (std::abs(reason.leaveOneOutDb) < tooLittleToSay)
        return;
    const Fact *fact = session.knowledge().fact(reason.observation.fact);
    const auto value = fact->indexOf(reason.observation.value);
    session.print(u"     %1 %2 (%3)"_s.arg(reason.leaveOneOutDb > 0 ? u"+"_s : u"-"_s,
                                           session.in(fact->values[*value].found),
                                           word(session, weightWord(reason.leaveOneOutDb))));
    if (!reason.observation.excerpt.isEmpty())
        session.print(u"       > "_s
                      + forTerminal(reason.observation.excerpt).replace(u'\n', u"\n       > "_s));
}

void printCause(const Session &session, const Hypothesis &hypothesis, size_t rank)
{
    const Cause *cause = session.knowledge().cause(hypothesis.cause);
    session.print(
        u"%1. %2 – %3 (%4 %)"_s.arg(QString::number(rank), session.in(cause->title),
                                    word(session, likelihoodWord(hypothesis.probability)),
                                    QString::number(shownPercent(hypothesis.probability))));
    for (size_t i = 0; i < std::min(shownReasons, hypothesis.reasons.size()); ++i)
        printReason(session, hypothesis.reasons[i]);
    if (rank > 1)
        return;
    QStringList actors;
    for (const Party party : cause->actors)
        actors.append(word(session, u"party/"_s + partyId(party)));
    session.print(u"   "_s + session.in(cause->explanation));
    session.print(u"   "_s + session.text(u"who_acts"_s, {actors.join(u" / "_s)}));
    session.print(u"   "_s + session.text(u"say_this"_s, {session.in(cause->say)}));
    for (const RemedyId &id : cause->remedies) {
        const Remedy *remedy = session.knowledge().remedy(id);
        session.print(u"   "_s + session.text(u"remedy"_s, {session.in(remedy->title)}));
        for (const LocalizedText &step : remedy->steps)
            session.print(u"     - "_s + session.in(step));
    }
}

QByteArray reportBytes(const Session &session,
                       const ReportSource &source,
                       const QString &format,
                       Redaction redaction)
{
    const Language language = session.language();
    if (format == "letter"_L1)
        return toText(writeLetter(source, language, redaction)).toUtf8();
    if (format == "json"_L1) {
        constexpr int indent = 2;
        return QByteArray::fromStdString(
            toJson(source, redaction)
                .dump(indent, ' ', false, nlohmann::json::error_handler_t::replace)
            + '\n');
    }
    const Report report = writeReport(source, language, redaction);
    if (format == "html"_L1)
        return toHtml(report).toUtf8();
    if (format == "md"_L1)
        return toMarkdown(report).toUtf8();
    if (format == "text"_L1)
        return toText(report).toUtf8();
    if (format == "csv"_L1)
        return toCsv(report).toUtf8();
    return {};
}

} // namespace

void printDiagnosis(const Session &session, const Diagnosis &diagnosis)
{
    if (diagnosis.urgent)
        session.print(session.text(
            u"urgent"_s, {session.in(session.knowledge().cause(*diagnosis.urgent)->title)}));
    for (size_t i = 0; i < std::min(shownCauses, diagnosis.hypotheses.size()); ++i)
        printCause(session, diagnosis.hypotheses[i], i + 1);
    session.print(session.text(u"other_cause"_s, {QString::number(shownPercent(diagnosis.other))}));
    if (diagnosis.conflictBits > 0)
        session.print(session.text(u"conflict"_s));
    if (diagnosis.stop || diagnosis.next.empty())
        return;
    const Fact *fact = session.knowledge().fact(diagnosis.next.front().fact);
    session.print(session.text(u"next_step"_s, {session.in(fact->question)}));
}

int statusOf(const Diagnosis &diagnosis)
{
    constexpr double possible = 0.2;
    const bool standsOut
        = !diagnosis.hypotheses.empty() && diagnosis.hypotheses.front().probability >= possible;
    return standsOut ? problemFound : couldNotTest;
}

QString formatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == "txt"_L1 || suffix.isEmpty() ? u"letter"_s
           : suffix == "htm"_L1                   ? u"html"_s
                                                  : suffix;
}

int writeReportFile(const Session &session,
                    const Investigation &investigation,
                    const QString &format,
                    const QString &path)
{
    const auto redaction = redactionFromId(session.invocation().has(u"redact"_s)
                                               ? session.invocation().value(u"redact"_s)
                                               : u"provider"_s);
    if (!redaction) {
        session.complain(
            session.text(u"bad_redaction"_s, {session.invocation().value(u"redact"_s)}));
        return usageError;
    }
    const ReportSource source
        = reportSource(investigation, session.reportWords(), QDateTime::currentDateTime());
    const QByteArray bytes = reportBytes(session, source, format, *redaction);
    if (bytes.isEmpty()) {
        session.complain(session.text(u"bad_format"_s, {format}));
        return usageError;
    }
    if (path.isEmpty() || path == "-"_L1) {
        std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
        return noProblem;
    }
    QSaveFile file(path);
    const bool isWritten
        = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (isWritten)
        return noProblem;
    session.complain(path + u": "_s + file.errorString());
    return internalError;
}

} // namespace todoku::cli
