// SPDX-License-Identifier: MIT
#include "core/dsn/recipientline.h"

#include "core/dsn/replytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr qsizetype longestAddress = 320; // RFC 5321 section 4.5.3.1, with room

bool isLocalChar(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u".-_+=%&'*!#$/?^`{|}~").contains(c);
}

bool isDomainChar(QChar c)
{
    return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_';
}

/** Where the local part before @p at begins. */
qsizetype localBegin(QStringView text, qsizetype at)
{
    const qsizetype floor = std::max<qsizetype>(0, at - 128);
    qsizetype begin = at;
    if (begin > 0 && text[begin - 1] == u'"') {
        const qsizetype quote = text.first(begin - 1).lastIndexOf(u'"');
        return quote < floor ? at : quote;
    }
    while (begin > floor && isLocalChar(text[begin - 1]))
        --begin;
    while (begin < at
           && (text[begin] == u'\'' || text[begin] == u'*' || text[begin] == u'='
               || text[begin] == u'/' || text[begin] == u'.')
           && !(text[begin] == u'=' && begin + 1 < at && text[begin + 1] == u'?'))
        ++begin;
    return begin;
}

qsizetype domainEnd(QStringView text, qsizetype at)
{
    qsizetype end = at + 1;
    while (end < text.size() && isDomainChar(text[end]) && end - at < 256)
        ++end;
    while (end > at + 1 && !text[end - 1].isLetterOrNumber())
        --end;
    return end;
}

std::optional<FoundAddress> addressAround(QStringView text, qsizetype at)
{
    const qsizetype begin = localBegin(text, at);
    const qsizetype end = domainEnd(text, at);
    if (begin == at || end <= at + 1 || end - begin > longestAddress)
        return std::nullopt;
    if (!text.sliced(at + 1, end - at - 1).contains(u'.'))
        return std::nullopt;
    FoundAddress found{
        .address = text.sliced(begin, end - begin).toString(), .begin = begin, .end = end};
    if (found.begin > 0 && text[found.begin - 1] == u'<' && found.end < text.size()
        && text[found.end] == u'>') {
        --found.begin;
        ++found.end;
    }
    return found;
}

/** "(expanded from <x@y.example>)" and "(ultimately generated from x@y.example)". */
QString expandedFrom(QStringView rest)
{
    if (!rest.contains(u"expanded from") && !rest.contains(u"generated from"))
        return {};
    const auto found = findAddress(rest);
    return found ? found->address : QString();
}

QStringView withoutBullet(QStringView line)
{
    line = line.trimmed();
    while (!line.isEmpty() && QStringView(u"*•-・>").contains(line.front()))
        line = line.sliced(1).trimmed();
    return line;
}

/** "550 5.1.1 " before the address, as sendmail's transcript has it. */
QStringView withoutCodes(QStringView line)
{
    if (line.size() > 4 && isReplyCode(line.first(3)) && (line[3] == u' ' || line[3] == u'-'))
        line = line.sliced(4).trimmed();
    const qsizetype blank = line.indexOf(u' ');
    if (blank > 0 && isEnhancedStatus(line.first(blank)))
        line = line.sliced(blank).trimmed();
    return line;
}

/** What may follow the address where the line is about that recipient. */
bool continuesRecipientLine(QStringView rest, bool isBracketed)
{
    const QStringView plain = rest.trimmed();
    if (plain.isEmpty())
        return true;
    const QChar c = plain.front();
    if (c == u':' || c == u'(' || c == u'<' || c == u'[' || plain.startsWith(u"..."))
        return true;
    // "kijitora@example.jp on Thu, 29 Apr": Exchange 5.5 and 2003.
    if (plain.startsWith(u"on ") && plain.size() < 60)
        return true;
    if (isBracketed && (c == u',' || c == u';' || c == u'-'))
        return true;
    return false;
}

} // namespace

std::optional<FoundAddress> findAddress(QStringView text, qsizetype from)
{
    for (qsizetype at = text.indexOf(u'@', from); at >= 0; at = text.indexOf(u'@', at + 1)) {
        auto found = addressAround(text, at);
        if (found && found->begin >= from)
            return found;
    }
    return std::nullopt;
}

QStringList findAddresses(QStringView text)
{
    constexpr qsizetype most = 200;
    QStringList addresses;
    for (auto found = findAddress(text); found && addresses.size() < most;
         found = findAddress(text, found->end)) {
        if (!addresses.contains(found->address, Qt::CaseInsensitive))
            addresses.append(found->address);
    }
    return addresses;
}

std::optional<RecipientLine> readRecipientLine(QStringView line)
{
    constexpr qsizetype longestLine = 4'000;
    if (line.size() > longestLine || !line.contains(u'@'))
        return std::nullopt;
    QStringView plain = withoutCodes(withoutBullet(line));
    // "addr": in quotes, as GMX writes it.
    const bool isQuoted = plain.startsWith(u'"') && !plain.contains(u"\"@");
    if (isQuoted)
        plain = plain.sliced(1);
    const auto found = findAddress(plain);
    if (!found || found->begin != 0)
        return std::nullopt;
    QStringView rest = plain.sliced(found->end);
    if (isQuoted && rest.startsWith(u'"'))
        rest = rest.sliced(1);
    const bool isBracketed = plain.startsWith(u'<');
    if (!continuesRecipientLine(rest, isBracketed))
        return std::nullopt;
    RecipientLine result{.address = found->address, .original = expandedFrom(rest)};
    rest = rest.trimmed();
    while (rest.startsWith(u':') || rest.startsWith(u'.'))
        rest = rest.sliced(1).trimmed();
    result.rest = rest.toString();
    return result;
}

} // namespace todoku
