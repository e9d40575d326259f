// SPDX-License-Identifier: MIT
#include "core/mail/headers.h"

#include "core/mail/encodedword.h"

#include <algorithm>
#include <array>

namespace todoku {

namespace {

constexpr std::size_t mostFields = 5'000;
constexpr qsizetype longestValue = 1'000'000;
constexpr qsizetype longestName = 80;

constexpr std::array mailFields{"from",
                                "to",
                                "subject",
                                "date",
                                "received",
                                "return-path",
                                "message-id",
                                "mime-version",
                                "content-type",
                                "delivered-to",
                                "x-failed-recipients",
                                "auto-submitted"};

bool sameName(const QByteArray &a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

/** Length of the field name at the start of the line, or 0 (RFC 5322 section 2.2). */
qsizetype nameLength(QByteArrayView line)
{
    const qsizetype limit = std::min(line.size(), longestName);
    for (qsizetype i = 0; i < limit; ++i) {
        if (line[i] == ':')
            return i;
        if (line[i] < '!' || line[i] > '~')
            return 0;
    }
    return 0;
}

bool isMailField(const QByteArray &name)
{
    return std::ranges::any_of(mailFields,
                               [&name](const char *known) { return sameName(name, known); });
}

bool isFolded(QByteArrayView line)
{
    return !line.isEmpty() && (line[0] == ' ' || line[0] == '\t');
}

} // namespace

QByteArray Headers::first(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(
        m_fields, [name](const HeaderField &field) { return sameName(field.name, name); });
    return found == m_fields.end() ? QByteArray() : found->value;
}

QString Headers::text(QByteArrayView name) const
{
    return decodeHeaderText(first(name)).simplified();
}

QByteArrayList Headers::all(QByteArrayView name) const
{
    QByteArrayList values;
    for (const HeaderField &field : m_fields) {
        if (sameName(field.name, name))
            values.append(field.value);
    }
    return values;
}

bool Headers::contains(QByteArrayView name) const
{
    return std::ranges::any_of(
        m_fields, [name](const HeaderField &field) { return sameName(field.name, name); });
}

char lineEndOf(QByteArrayView bytes)
{
    // A look at the beginning will do, and keeps many parts of a large message from costing more.
    const QByteArrayView sample = bytes.first(std::min<qsizetype>(bytes.size(), 65'536));
    return !sample.contains('\n') && sample.contains('\r') ? '\r' : '\n';
}

HeaderBlock parseHeaders(QByteArrayView source, qsizetype begin, qsizetype end)
{
    HeaderBlock block;
    std::vector<HeaderField> fields;
    const char lineEnd = lineEndOf(source.sliced(begin, std::min(end - begin, longestValue)));
    qsizetype at = begin;
    while (at < end) {
        qsizetype stop = source.first(end).indexOf(lineEnd, at);
        const qsizetype next = stop < 0 ? end : stop + 1;
        stop = stop < 0 ? end : stop;
        QByteArrayView line = source.sliced(at, stop - at);
        while (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty()) {
            at = next;
            break;
        }
        const qsizetype length = nameLength(line);
        const bool isEnvelopeLine
            = at == begin && (line.startsWith("From ") || line.startsWith(">From "));
        if (isFolded(line) && !fields.empty()) {
            if (fields.back().value.size() + line.size() < longestValue)
                fields.back().value += line;
        } else if (length > 0 && fields.size() < mostFields) {
            fields.push_back({.name = line.first(length).toByteArray(),
                              .value = line.sliced(length + 1).toByteArray(),
                              .offset = at});
        } else if (!isEnvelopeLine) {
            block.isCut = true;
            if (length == 0)
                break;
        }
        at = next;
    }
    for (HeaderField &field : fields) {
        field.value = field.value.trimmed();
        block.hasMailFields = block.hasMailFields || isMailField(field.name);
        block.headers.append(std::move(field));
    }
    block.bodyBegin = at;
    return block;
}

} // namespace todoku
