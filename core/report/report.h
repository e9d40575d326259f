// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/language.h"
#include "core/engine/diagnose.h"
#include "core/evidence/case.h"
#include "core/report/reportwords.h"

#include <QDateTime>

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <span>

namespace todoku {

struct Bounce;

/** What is taken out of a report before it leaves the user's hands. Credentials always are. */
enum class Redaction {
    None,
    Provider, // addresses and texts stay: the provider needs them to find the mail
    Public,   // local parts, subjects, names, private addresses and host names are masked
};

/** The id of a preset in files and on the command line: "none", "provider", "public". */
[[nodiscard]] QString redactionId(Redaction redaction);
[[nodiscard]] std::optional<Redaction> redactionFromId(const QString &id);

/** A diagnosis written up for a reader: plain data, in the order in which it is to be read. */
struct Report
{
    struct Row
    {
        QString label;
        QString text;
        std::optional<CheckState> state;
    };

    struct Section
    {
        QString id; // stable, for styles and tests
        QString heading;
        QStringList paragraphs;
        std::vector<Row> rows;
        QStringList steps;    // to be followed in order
        QStringList excerpts; // verbatim
    };

    Language language = Language::Japanese;
    Redaction redaction = Redaction::Provider;
    QString title;
    QDateTime createdAt;
    QStringList about;      // when it was written, and with what preset
    QStringList stateWords; // in the order of CheckState
    std::vector<Section> sections;
};

/** The mail to the one who can act: what a provider asks for, and nothing else. */
struct Letter
{
    Party addressee = Party::SenderProvider;
    QString subject;
    QString body;
};

/** What the error mail and the message say of themselves. What they do not say stays empty. */
struct ReportedMail
{
    QString messageId;    // of the mail that did not arrive
    QStringList errors;   // verbatim, one a recipient
    QString reportingMta; // who wrote the error mail
    QString remoteMta;    // whom it got the refusal from
    QString lastAttempt;  // as written there
};

/** What @p bounces say of the mail that did not arrive; of the first that says it. */
[[nodiscard]] ReportedMail reportedMail(std::span<const Bounce> bounces);

/** What a report is written from; all that is referred to must outlive the call. */
struct ReportSource
{
    const Case &subject;
    const Evidence &evidence;
    const KnowledgeBase &knowledge;
    const Diagnosis &diagnosis;
    const ReportWords &words;
    QDateTime now; // in the time zone that times are to be shown in
    ReportedMail mail;
    QString hostName; // of this machine, to be masked in public reports
};

[[nodiscard]] Report writeReport(const ReportSource &source,
                                 Language language,
                                 Redaction redaction);

/** The letter to the party that most likely has to act, or to @p addressee. */
[[nodiscard]] Letter writeLetter(const ReportSource &source,
                                 Language language,
                                 Redaction redaction,
                                 std::optional<Party> addressee = {});

[[nodiscard]] QString toText(const Letter &letter);
[[nodiscard]] QString toText(const Report &report);
[[nodiscard]] QString toMarkdown(const Report &report);
[[nodiscard]] QString toHtml(const Report &report); // one file, no script
[[nodiscard]] QString toCsv(const Report &report);  // begins with a byte order mark, for Excel

/** The document of "diagnose --json". */
[[nodiscard]] nlohmann::json diagnosisJson(const KnowledgeBase &knowledge,
                                           const Diagnosis &diagnosis);

/** diagnosisJson() with the incident, the evidence and the probes beside it. */
[[nodiscard]] nlohmann::json toJson(const ReportSource &source, Redaction redaction);

} // namespace todoku
