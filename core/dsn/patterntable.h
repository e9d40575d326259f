// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/dsn/diagnostictext.h"
#include "core/dsn/literalset.h"

#include <QByteArrayList>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace todoku {

/**
 * A row of a file in patterns/: these words, this status or this reply code mean that value of that
 * fact. In "match", "*" stands for any words between; "words" asks for word boundaries at both
 * ends. A row without "match" is a rule about codes and gives way to any row with one; "general"
 * marks words that say little ("try again later") and give way to all others.
 */
struct PatternRow
{
    QByteArrayList pieces; // in lower case, in this order
    bool needsWordBounds = false;
    QString status;         // "5.2.2", or "5.2" for all of that subject, or "x.2.2" for 4 and 5
    QString reply;          // "552", or "5" for all of that class
    QString command;        // "MAIL": only where that command was answered
    bool isGeneral = false; // says little, and gives way to any row that is not
    QString fact;
    QString value;
    QString seen;
    QString place; // file and JSON path, for error messages

    [[nodiscard]] qsizetype weight() const;
};

/** What is matched against: the words and the codes that stand with them. */
struct PatternQuery
{
    const DiagnosticText *text = nullptr;
    QString status;
    QString reply;
    QString command;
};

struct PatternMatch
{
    const PatternRow *row = nullptr;
    QString excerpt;     // the words matched, as they came; empty for a rule about codes
    qsizetype begin = 0; // of the words, in the DiagnosticText
    qsizetype end = 0;
};

/** All rows, by fact. Rows have no order: the longest match wins. */
class PatternTable
{
public:
    /** Reads every file of @p directory; one Error with file and JSON path for the first fault. */
    [[nodiscard]] static Result<PatternTable> load(const QString &directory);

    /** The row that wins; nothing if none fits. */
    [[nodiscard]] std::optional<PatternMatch> best(const QString &fact,
                                                   const PatternQuery &query) const;
    /** Every row that fits, longest first; of a tie the earlier place in the text first. */
    [[nodiscard]] std::vector<PatternMatch> all(const QString &fact,
                                                const PatternQuery &query) const;

    [[nodiscard]] const std::vector<PatternRow> &rows() const { return m_rows; }

private:
    struct FactRows
    {
        LiteralSet anchors;
        std::vector<int> byAnchor; // anchor index -> row
        std::vector<int> codeRules;
    };

    [[nodiscard]] Result<> readFile(const QString &path);
    void index();

    std::vector<PatternRow> m_rows;
    QHash<QString, FactRows> m_facts;
};

/** The facts that rows may speak of. */
namespace patternfact {
inline const QString reason = QStringLiteral("bounce.reason");
inline const QString signature = QStringLiteral("bounce.signature");
inline const QString blocklist = QStringLiteral("bounce.blocklist");
inline const QString listedObject = QStringLiteral("bounce.listed_object");
inline const QString listRefusal = QStringLiteral("bounce.list_refusal");
inline const QString listIntroduction = QStringLiteral("bounce.list_introduction");
inline const QString subject = QStringLiteral("bounce.subject");
inline const QString sender = QStringLiteral("bounce.sender");
inline const QString body = QStringLiteral("bounce.body");
inline const QString originalFollows = QStringLiteral("bounce.original_follows");
inline const QString recipientFollows = QStringLiteral("bounce.recipient_follows");
} // namespace patternfact

} // namespace todoku
