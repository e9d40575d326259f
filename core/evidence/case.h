// SPDX-License-Identifier: MIT
#pragma once

#include "core/evidence/evidence.h"
#include "core/evidence/proberecord.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <set>
#include <vector>

namespace todoku {

/** What happened, in the user's words: typed, or read from an error mail. */
struct Incident
{
    QString sender; // as typed; checked where it is used
    QString recipient;
    QString sentAt; // ISO 8601 with offset where known
    QString subject;
    QString symptom; // which of the start page's doors was taken

    friend bool operator==(const Incident &, const Incident &) = default;
};

/** Something the user handed in, as it was. */
struct Document
{
    enum class Kind { Bounce, Message, Log, Text };

    Kind kind = Kind::Text;
    QString name;
    QByteArray bytes;

    friend bool operator==(const Document &, const Document &) = default;
};

/** A remedy that was tried, and whether mail arrived afterwards. */
struct RemedyOutcome
{
    RemedyId id;
    bool isFixed = false;

    friend bool operator==(const RemedyOutcome &, const RemedyOutcome &) = default;
};

struct JournalEntry
{
    QDateTime at; // UTC
    QString text;

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

/** The answer "I don't know, or cannot do this now". It adds nothing to the evidence. */
[[nodiscard]] inline QString unknownAnswer()
{
    return QStringLiteral("unknown");
}

/**
 * One delivery that failed: all that was put in, nothing that was concluded.
 *
 * What documents and answers show is worked out anew whenever a case is opened; what probes saw
 * is kept, since it cannot be seen again.
 */
struct Case
{
    Incident incident;
    std::vector<Document> documents;
    std::map<FactId, QString> answers; // a value of the fact, or unknownAnswer()
    Observations observations;         // from probes, or from whoever wrote the file
    std::vector<ProbeRecord> probes;
    std::set<FactId> dismissed; // taken out of the evidence by the user
    std::vector<RemedyOutcome> remedies;
    std::vector<JournalEntry> journal;
    QString note;
    QByteArray unknownMembers; // a JSON object of what a newer program wrote; kept on saving

    friend bool operator==(const Case &, const Case &) = default;
};

} // namespace todoku
