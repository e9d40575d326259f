// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/language.h"
#include "core/engine/diagnose.h"
#include "core/evidence/case.h"

#include <QDateTime>

#include <nlohmann/json_fwd.hpp>

namespace todoku {

/** What is taken out of a report before it leaves the user's hands. */
enum class Redaction {
    None,
    Provider, // credentials never stand in a case; addresses and texts stay
    Public,   // local parts, subjects, names and private addresses get pseudonyms
};

/** A diagnosis written up for a reader: plain data, in the order in which it is to be read. */
struct Report
{
    struct Row
    {
        QString label;
        QString text;
    };

    struct Section
    {
        QString id;      // stable, for styles and tests
        QString heading;
        QStringList paragraphs;
        std::vector<Row> rows;
        QStringList excerpts; // verbatim
    };

    Language language = Language::Japanese;
    Redaction redaction = Redaction::Provider;
    QString title;
    QDateTime createdAt;
    std::vector<Section> sections;
};

/** The mail to the one who can act: what a provider asks for, and nothing else. */
struct Letter
{
    Party addressee = Party::SenderProvider;
    QString subject;
    QString body;
};

/** What a report is written from; all must outlive the call. */
struct ReportSource
{
    const Case &subject;
    const Evidence &evidence;
    const KnowledgeBase &knowledge;
    const Diagnosis &diagnosis;
    QDateTime now;
};

[[nodiscard]] Report writeReport(const ReportSource &source, Language language, Redaction redaction);

/** The letter to the party that most likely has to act, or to @p addressee. */
[[nodiscard]] Letter writeLetter(const ReportSource &source,
                                 Language language,
                                 Redaction redaction,
                                 std::optional<Party> addressee = {});

[[nodiscard]] QString toText(const Letter &letter);
[[nodiscard]] QString toText(const Report &report);
[[nodiscard]] QString toMarkdown(const Report &report);
[[nodiscard]] QString toHtml(const Report &report); // one file, no script
[[nodiscard]] nlohmann::json toJson(const ReportSource &source, Redaction redaction);

} // namespace todoku
