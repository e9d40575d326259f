// SPDX-License-Identifier: MIT
#include "core/mail/contenttype.h"

#include "core/mail/charset.h"
#include "core/mail/encodedword.h"

#include <algorithm>
#include <map>

namespace todoku {

namespace {

constexpr qsizetype mostParameters = 100;
constexpr int mostSections = 200;

/** The bytes up to the next ";" outside quotes; moves @p at behind it. */
QByteArray takeSegment(QByteArrayView field, qsizetype &at)
{
    bool isQuoted = false;
    const qsizetype begin = at;
    for (; at < field.size(); ++at) {
        if (field[at] == '\\' && isQuoted)
            ++at;
        else if (field[at] == '"')
            isQuoted = !isQuoted;
        else if (field[at] == ';' && !isQuoted)
            break;
    }
    const qsizetype stop = std::min(at, field.size());
    at = stop + 1;
    return field.sliced(begin, stop - begin).toByteArray().trimmed();
}

QByteArray unquoted(const QByteArray &value)
{
    if (!value.startsWith('"'))
        return value;
    QByteArray out;
    for (qsizetype i = 1; i < value.size() && value[i] != '"'; ++i) {
        if (value[i] == '\\' && i + 1 < value.size())
            ++i;
        out += value[i];
    }
    return out;
}

/** A parameter name of RFC 2231: base, section number, and whether it is percent-encoded. */
struct SectionName
{
    QByteArray base;
    int section = 0;
    bool isEncoded = false;
};

SectionName parseSectionName(QByteArray name)
{
    SectionName result;
    if (name.endsWith('*')) {
        result.isEncoded = true;
        name.chop(1);
    }
    const qsizetype star = name.indexOf('*');
    if (star >= 0) {
        bool isNumber = false;
        const int section = name.mid(star + 1).toInt(&isNumber);
        if (isNumber && section >= 0 && section < mostSections)
            result.section = section;
        name.truncate(star);
    }
    result.base = name;
    return result;
}

struct Sections
{
    std::map<int, QByteArray> parts;
    QByteArray charset;
};

void addSection(Sections &sections, const SectionName &name, QByteArray value)
{
    if (name.isEncoded) {
        // RFC 2231 section 4: charset'language'text, in the first section only.
        const qsizetype first = value.indexOf('\'');
        const qsizetype second = first < 0 ? -1 : value.indexOf('\'', first + 1);
        if (name.section == 0 && second >= 0) {
            sections.charset = value.first(first).toLower();
            value = value.mid(second + 1);
        }
        value = QByteArray::fromPercentEncoding(value);
    }
    sections.parts.try_emplace(name.section, std::move(value));
}

} // namespace

QString ContentType::text(const QByteArray &name) const
{
    const QByteArray bytes = raw.value(name);
    if (const auto charset = charsets.constFind(name); charset != charsets.constEnd())
        return decodeText(bytes, *charset);
    return decodeHeaderText(bytes);
}

ContentType parseContentType(QByteArrayView field)
{
    ContentType type;
    qsizetype at = 0;
    type.value = takeSegment(field, at).toLower();
    // "text/plain charset=…" without the semicolon is met in the wild.
    if (const qsizetype blank = type.value.indexOf(' '); blank >= 0)
        type.value.truncate(blank);
    QHash<QByteArray, Sections> found;
    while (at < field.size() && found.size() < mostParameters) {
        const QByteArray segment = takeSegment(field, at);
        const qsizetype equals = segment.indexOf('=');
        if (equals <= 0)
            continue;
        const SectionName name = parseSectionName(segment.first(equals).trimmed().toLower());
        addSection(found[name.base], name, unquoted(segment.mid(equals + 1).trimmed()));
    }
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        QByteArray joined;
        for (const auto &[section, bytes] : it->parts)
            joined += bytes;
        type.raw.insert(it.key(), joined);
        if (!it->charset.isEmpty())
            type.charsets.insert(it.key(), it->charset);
    }
    return type;
}

} // namespace todoku
