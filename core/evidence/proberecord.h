// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"
#include "core/base/message.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace todoku {

/** How a check came out. The six are told apart by shape, word and colour wherever they show. */
enum class CheckState {
    Ok,
    Problem,
    Warning,
    Information,
    NotRun,       // and the record says why
    CouldNotTest, // and the record says on whose side that lies
};

/** The id of a state in case files: "ok", "problem", "warning", "information", "not_run", "could_not_test". */
[[nodiscard]] QString checkStateId(CheckState state);
[[nodiscard]] std::optional<CheckState> checkStateFromId(const QString &id);

/** One line of a conversation with a server. */
struct TranscriptLine
{
    enum class Direction { Client, Server, Tls, Note };

    int atMs = 0; // since the probe began
    Direction direction = Direction::Note;
    QString peer; // "mx.example.net[192.0.2.10]:25"
    QString text; // credentials never stand here

    friend bool operator==(const TranscriptLine &, const TranscriptLine &) = default;
};

/** One part of a check: a mail host, a port, a list. */
struct CheckDetail
{
    QString target;
    CheckState state = CheckState::Information;
    Message found;
    QString excerpt; // the words that show it, as they were received
    int elapsedMs = 0;

    friend bool operator==(const CheckDetail &, const CheckDetail &) = default;
};

/** What one probe did, to be shown, saved and reported. What it found out stands in Observations. */
struct ProbeRecord
{
    ProbeId id;
    CheckState state = CheckState::NotRun;
    Message found;       // what was found, or why nothing was
    QString target;      // what was looked at
    QDateTime startedAt; // UTC; invalid if it did not run
    int elapsedMs = 0;
    std::vector<FactId> observed; // what it observed, so that another run can take that back
    std::vector<CheckDetail> details;
    std::vector<TranscriptLine> transcript;

    friend bool operator==(const ProbeRecord &, const ProbeRecord &) = default;
};

} // namespace todoku
