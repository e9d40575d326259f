// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace todoku {

/** What was said in a session, in order, and when; credentials are never in it. */
struct SmtpTranscript
{
    enum class Direction { Client, Server, Note };

    struct Entry
    {
        std::chrono::milliseconds at{0}; // since the session's begin
        Direction direction = Direction::Note;
        QByteArray text; // without the final line end; a multiline reply is one entry

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    std::vector<Entry> entries;

    /** In the RFC's notation, a line each: "C: EHLO …", "S: 250-…", and "*: …" for notes. */
    [[nodiscard]] QString toText() const;
};

} // namespace todoku
