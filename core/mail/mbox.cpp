// SPDX-License-Identifier: MIT
#include "core/mail/mbox.h"

#include "core/mail/headers.h"

#include <algorithm>

namespace todoku {

namespace {

constexpr std::size_t mostMessages = 200'000;

/** "From sender Thu Jan  1 00:00:00 1970": a time of day tells it from prose. */
bool isFromLine(QByteArrayView line)
{
    if (!line.startsWith("From ") || line.size() > 500)
        return false;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (qsizetype i = 5; i + 4 < line.size(); ++i) {
        if (line[i + 2] == ':' && isDigit(line[i]) && isDigit(line[i + 1]) && isDigit(line[i + 3])
            && isDigit(line[i + 4]))
            return true;
    }
    return false;
}

QByteArrayView lineAt(QByteArrayView bytes, qsizetype at, char lineEnd)
{
    const qsizetype stop = bytes.indexOf(lineEnd, at);
    return bytes.sliced(at, (stop < 0 ? bytes.size() : stop) - at);
}

/** Whether the line before @p at is empty. */
bool followsEmptyLine(QByteArrayView bytes, qsizetype at, char lineEnd)
{
    qsizetype before = at - 1; // the line end itself
    while (before > 0 && bytes[before - 1] == '\r' && lineEnd == '\n')
        --before;
    return before > 0 && bytes[before - 1] == lineEnd;
}

} // namespace

bool isMbox(QByteArrayView bytes)
{
    return bytes.startsWith("From ")
           && isFromLine(
               lineAt(bytes.first(std::min<qsizetype>(bytes.size(), 1'000)), 0, lineEndOf(bytes)));
}

std::vector<QByteArrayView> splitMbox(QByteArrayView bytes)
{
    if (!isMbox(bytes))
        return {bytes};
    const char lineEnd = lineEndOf(bytes);
    const QByteArray mark = QByteArray(1, lineEnd) + "From ";
    std::vector<QByteArrayView> messages;
    qsizetype begin = 0;
    for (qsizetype at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
        const qsizetype start = at + 1;
        if (!followsEmptyLine(bytes, start, lineEnd) || !isFromLine(lineAt(bytes, start, lineEnd)))
            continue;
        if (messages.size() + 1 >= mostMessages)
            break;
        messages.push_back(bytes.sliced(begin, start - begin));
        begin = start;
    }
    messages.push_back(bytes.sliced(begin));
    return messages;
}

} // namespace todoku
