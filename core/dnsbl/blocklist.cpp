// SPDX-License-Identifier: MIT
#include "core/dnsbl/blocklist.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

std::optional<CodePattern> CodePattern::parse(const QString &text)
{
    constexpr int largest = 255;
    const QStringList parts = text.split(u'.');
    CodePattern pattern;
    if (parts.size() != qsizetype(pattern.octets.size()))
        return std::nullopt;
    for (size_t i = 0; i < pattern.octets.size(); ++i) {
        const QString &part = parts.at(qsizetype(i));
        if (part == u"*"_s)
            continue;
        bool isFirstGood = false;
        bool isLastGood = false;
        const int first = part.section(u'-', 0, 0).toInt(&isFirstGood);
        const int last = part.section(u'-', -1).toInt(&isLastGood);
        const bool isInOrder = 0 <= first && first <= last && last <= largest;
        if (!isFirstGood || !isLastGood || !isInOrder || part.count(u'-') > 1)
            return std::nullopt;
        pattern.octets[i] = {.first = first, .last = last};
    }
    return pattern;
}

bool CodePattern::matches(quint32 code) const
{
    constexpr int topShift = 24;
    constexpr quint32 oneOctet = 0xff;
    for (size_t i = 0; i < octets.size(); ++i) {
        const auto octet = int((code >> (topShift - (8 * int(i)))) & oneOctet);
        if (octet < octets[i].first || octet > octets[i].last)
            return false;
    }
    return true;
}

static std::vector<BlocklistCode> matching(const std::vector<BlocklistCode> &codes, quint32 code)
{
    std::vector<BlocklistCode> found;
    std::ranges::copy_if(codes, std::back_inserter(found), [&](const BlocklistCode &candidate) {
        return candidate.bit ? (code & quint32(candidate.bit)) != 0
                             : candidate.pattern.matches(code);
    });
    return found;
}

const BlocklistTestPoints &Blocklist::testsFor(BlocklistTarget::Kind kind) const
{
    if (kind == BlocklistTarget::Kind::Domain)
        return domainTests;
    const bool hasOwn = ip6Tests.listed || ip6Tests.unlisted;
    return kind == BlocklistTarget::Kind::Ip6 && hasOwn ? ip6Tests : ip4Tests;
}

std::vector<BlocklistCode> Blocklist::meaningsOf(quint32 code) const
{
    return matching(codes, code);
}

std::optional<BlocklistCode> Blocklist::refusalOf(quint32 code) const
{
    const std::vector<BlocklistCode> known = matching(refusals, code);
    if (!known.empty())
        return known.front();
    static const CodePattern usual{
        .octets = {{{.first = 127, .last = 127}, {.first = 255}, {.first = 255}, {}}}};
    if (!usual.matches(code))
        return std::nullopt;
    return BlocklistCode{
        .pattern = usual,
        .meaning = {.ja = u"リストが問い合わせを拒否"_s, .en = u"the list refused to answer"_s}};
}

} // namespace todoku
