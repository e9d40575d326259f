// SPDX-License-Identifier: MIT
#include "core/dsn/bouncetables.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

const QStringList &mailKinds()
{
    static const QStringList kinds{u"bounce"_s,    u"delayed"_s,  u"delivered"_s,
                                   u"autoreply"_s, u"feedback"_s, u"daemon"_s};
    return kinds;
}

/** What is wrong with a row's value; empty if nothing is. */
QString faultOf(const PatternRow &row, const BounceTables &tables)
{
    using namespace patternfact;
    if (row.fact == reason && tables.reasons.find(row.value) == nullptr)
        return u"no such reason \"%1\""_s.arg(row.value);
    if (row.fact == blocklist && tables.blocklists.find(row.value) == nullptr)
        return u"no such list \"%1\""_s.arg(row.value);
    if (row.fact == listedObject && !parseListedObject(row.value))
        return u"no such object \"%1\""_s.arg(row.value);
    const bool isKind = row.fact == subject || row.fact == sender || row.fact == body;
    if (isKind && !mailKinds().contains(row.value))
        return u"no such kind of mail \"%1\""_s.arg(row.value);
    return {};
}

} // namespace

Result<BounceTables> BounceTables::load(const QString &directory)
{
    auto reasons = ReasonTable::load(directory);
    if (!reasons)
        return tl::unexpected(reasons.error());
    auto patterns = PatternTable::load(directory + u"/patterns"_s);
    if (!patterns)
        return tl::unexpected(patterns.error());
    auto blocklists = BlocklistTable::load(directory + u"/reply_lists.json"_s);
    if (!blocklists)
        return tl::unexpected(blocklists.error());
    BounceTables tables{.reasons = *std::move(reasons),
                        .patterns = *std::move(patterns),
                        .blocklists = *std::move(blocklists)};
    for (const PatternRow &row : tables.patterns.rows()) {
        if (const QString fault = faultOf(row, tables); !fault.isEmpty())
            return failure(Error::Kind::Malformed, row.place + u"/value: "_s + fault);
    }
    return tables;
}

} // namespace todoku
