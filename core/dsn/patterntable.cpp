// SPDX-License-Identifier: MIT
#include "core/dsn/patterntable.h"

#include "core/dsn/tablefile.h"

#include <QDir>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

bool isKnownFact(const QString &fact)
{
    using namespace patternfact;
    const std::array known{reason,      signature,        blocklist,       listedObject,
                           listRefusal, listIntroduction, subject,         sender,
                           body,        originalFollows,  recipientFollows};
    return std::ranges::find(known, fact) != known.end();
}

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
           || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool fitsCode(const QString &wanted, const QString &found)
{
    if (wanted.isEmpty())
        return true;
    if (wanted.startsWith(u"x."))
        return found.size() > 1 && fitsCode(wanted.mid(1), found.mid(1));
    if (!found.startsWith(wanted))
        return false;
    return found.size() == wanted.size() || wanted.size() == 1 || found[wanted.size()] == u'.';
}

bool isTrue(const nlohmann::json &item, const char *member)
{
    const auto found = item.find(member);
    return found != item.end() && found->is_boolean() && found->get<bool>();
}

struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/** Where the pieces stand, in order; the first is looked for from @p from on. */
std::optional<Span> findPieces(const PatternRow &row, const QByteArray &text, qsizetype from)
{
    Span span{.begin = -1};
    qsizetype at = from;
    constexpr qsizetype widestGap = 120;
    for (const QByteArray &piece : row.pieces) {
        const qsizetype before = at;
        at = text.indexOf(piece, at);
        if (at < 0 || (span.begin >= 0 && at - before > widestGap))
            return std::nullopt;
        if (span.begin < 0)
            span.begin = at;
        at += piece.size();
    }
    span.end = at;
    return span;
}

bool standsAlone(const QByteArray &text, Span span)
{
    const bool before
        = span.begin > 0 && isWordByte(text[span.begin - 1]) && isWordByte(text[span.begin]);
    const bool after
        = span.end < text.size() && isWordByte(text[span.end]) && isWordByte(text[span.end - 1]);
    return !before && !after;
}

std::optional<Span> findRow(const PatternRow &row, const QByteArray &text)
{
    constexpr int mostTries = 50;
    qsizetype from = 0;
    for (int i = 0; i < mostTries; ++i) {
        const qsizetype begin = text.indexOf(row.pieces.front(), from);
        if (begin < 0)
            return std::nullopt;
        const auto span = findPieces(row, text, begin);
        if (span && (!row.needsWordBounds || standsAlone(text, *span)))
            return span;
        from = begin + 1;
    }
    return std::nullopt;
}

qsizetype longestPiece(const PatternRow &row)
{
    const auto longest = std::ranges::max_element(row.pieces, {}, &QByteArray::size);
    return longest - row.pieces.begin();
}

} // namespace

qsizetype PatternRow::weight() const
{
    qsizetype sum = 0;
    for (const QByteArray &piece : pieces)
        sum += piece.size();
    constexpr qsizetype wordsBeatCodes = 100;
    constexpr qsizetype tellingBeatsGeneral = 10'000'000;
    const qsizetype words
        = sum * wordsBeatCodes + (sum > 0 && !isGeneral ? tellingBeatsGeneral : 0);
    return words + status.size() + reply.size() + command.size();
}

Result<PatternTable> PatternTable::load(const QString &directory)
{
    const QDir folder(directory);
    const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return failure(Error::Kind::Malformed, u"%1: no pattern files"_s.arg(directory));
    PatternTable table;
    for (const QString &file : files) {
        if (auto read = table.readFile(folder.filePath(file)); !read)
            return tl::unexpected(read.error());
    }
    table.index();
    return table;
}

Result<> PatternTable::readFile(const QString &path)
{
    const auto json = readTable(path);
    if (!json)
        return tl::unexpected(json.error());
    if (!json->is_object() || !json->contains("rows") || !json->at("rows").is_array())
        return tableError(path, u"/rows"_s, u"missing, or not an array"_s);
    int number = 0;
    for (const auto &item : json->at("rows")) {
        const QString place = u"/rows/%1"_s.arg(number++);
        PatternRow row{.place = path + u": "_s + place};
        for (const auto &[member, target, isRequired] :
             {std::tuple{"fact", &row.fact, true}, std::tuple{"value", &row.value, true},
              std::tuple{"seen", &row.seen, true}, std::tuple{"status", &row.status, false},
              std::tuple{"reply", &row.reply, false}, std::tuple{"command", &row.command, false}}) {
            auto text = isRequired ? requiredText(item, member, path, place)
                                   : optionalText(item, member, path, place);
            if (!text)
                return tl::unexpected(text.error());
            *target = *text;
        }
        const auto match = optionalText(item, "match", path, place);
        if (!match)
            return tl::unexpected(match.error());
        if (!isKnownFact(row.fact))
            return tableError(path, place + u"/fact"_s, u"unknown fact \"%1\""_s.arg(row.fact));
        for (const QByteArray &piece : DiagnosticText::verbatim(*match).lower.split('*')) {
            if (!piece.trimmed().isEmpty())
                row.pieces.append(piece.trimmed());
        }
        if (row.pieces.isEmpty() && row.status.isEmpty() && row.reply.isEmpty()
            && row.command.isEmpty())
            return tableError(path, place,
                              u"needs \"match\", \"status\", \"reply\" or \"command\""_s);
        row.needsWordBounds = isTrue(item, "words");
        row.isGeneral = isTrue(item, "general");
        m_rows.push_back(std::move(row));
    }
    return {};
}

void PatternTable::index()
{
    QHash<QString, QByteArrayList> anchors;
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) {
        const PatternRow &row = m_rows[static_cast<std::size_t>(i)];
        FactRows &fact = m_facts[row.fact];
        if (row.pieces.isEmpty()) {
            fact.codeRules.push_back(i);
            continue;
        }
        anchors[row.fact].append(row.pieces[longestPiece(row)]);
        fact.byAnchor.push_back(i);
    }
    for (auto it = anchors.cbegin(); it != anchors.cend(); ++it)
        m_facts[it.key()].anchors = LiteralSet(*it);
}

std::vector<PatternMatch> PatternTable::all(const QString &fact, const PatternQuery &query) const
{
    std::vector<PatternMatch> matches;
    const auto found = m_facts.constFind(fact);
    if (found == m_facts.constEnd() || query.text == nullptr)
        return matches;
    std::vector<int> candidates;
    for (const LiteralSet::Hit &hit : found->anchors.find(query.text->lower))
        candidates.push_back(found->byAnchor[static_cast<std::size_t>(hit.literal)]);
    std::ranges::sort(candidates);
    const auto repeated = std::ranges::unique(candidates);
    candidates.erase(repeated.begin(), repeated.end());
    candidates.insert(candidates.end(), found->codeRules.begin(), found->codeRules.end());
    for (const int candidate : candidates) {
        const PatternRow &row = m_rows[static_cast<std::size_t>(candidate)];
        if (!fitsCode(row.status, query.status) || !fitsCode(row.reply, query.reply)
            || (!row.command.isEmpty() && row.command != query.command))
            continue;
        const auto span = row.pieces.isEmpty() ? Span{} : findRow(row, query.text->lower);
        if (span) {
            matches.push_back({.row = &row,
                               .excerpt = QString::fromUtf8(
                                   query.text->shown.mid(span->begin, span->end - span->begin)),
                               .begin = span->begin,
                               .end = span->end});
        }
    }
    std::ranges::sort(matches, [](const PatternMatch &a, const PatternMatch &b) {
        return a.row->weight() != b.row->weight() ? a.row->weight() > b.row->weight()
                                                  : a.begin < b.begin;
    });
    return matches;
}

std::optional<PatternMatch> PatternTable::best(const QString &fact, const PatternQuery &query) const
{
    const auto matches = all(fact, query);
    return matches.empty() ? std::nullopt : std::optional(matches.front());
}

} // namespace todoku
