// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/language.h"
#include "core/base/result.h"
#include "core/dnsbl/target.h"

#include <QList>
#include <QUrl>

#include <array>
#include <optional>
#include <vector>

namespace todoku {

inline constexpr int largestOctet = 255;

/** Return codes by their four octets: "127.0.0.2", "127.0.0.4-7", "127.0.*.3". */
struct CodePattern
{
    struct Range
    {
        int first = 0;
        int last = largestOctet;
        friend bool operator==(const Range &, const Range &) = default;
    };
    std::array<Range, 4> octets;

    [[nodiscard]] static std::optional<CodePattern> parse(const QString &text);
    [[nodiscard]] bool matches(quint32 code) const;
    friend bool operator==(const CodePattern &, const CodePattern &) = default;
};

/** What one return code says. */
struct BlocklistCode
{
    /** Of the sender: some lists know good ones too. A line is listed for being a home's. */
    enum class Speaks { Against, AgainstLine, For, Neither };

    CodePattern pattern; // of a list that is no bit mask
    int bit = 0;         // of one that is: this bit of the last octet
    LocalizedText meaning;
    Speaks speaks = Speaks::Against;

    friend bool operator==(const BlocklistCode &, const BlocklistCode &) = default;
};

/** RFC 5782 section 5: what is always listed, and what never is. */
struct BlocklistTestPoints
{
    std::optional<BlocklistTarget> listed;
    std::optional<BlocklistTarget> unlisted;

    friend bool operator==(const BlocklistTestPoints &, const BlocklistTestPoints &) = default;
};

/** A DNS blocklist, allow-list or reputation list, from resources/knowledge/blocklists.json. */
struct Blocklist
{
    QString zone;
    QString name;
    QString operatedBy;
    QList<BlocklistTarget::Kind> takes;
    int weight = 0;         // 0 information only … 5 many large receivers reject on it
    bool isEnabled = false; // asked unless the user says otherwise
    bool isBitMask = false;
    LocalizedText purpose;
    std::vector<BlocklistCode> codes;
    std::vector<BlocklistCode> refusals; // "not answered", beside 127.255.255.0/24
    BlocklistTestPoints ip4Tests;
    BlocklistTestPoints ip6Tests;
    BlocklistTestPoints domainTests;
    QUrl lookup;
    QUrl delist;
    LocalizedText delisting;
    LocalizedText access;

    /** Reads blocklists.json in @p directory; one error with file, JSON path and reason. */
    [[nodiscard]] static Result<std::vector<Blocklist>> load(const QString &directory);
    /** As above, from bytes; @p file is for errors. */
    [[nodiscard]] static Result<std::vector<Blocklist>> parse(const QByteArray &json,
                                                              const QString &file);

    /** The test points to ask with a target of @p kind; for IPv6, else those for IPv4. */
    [[nodiscard]] const BlocklistTestPoints &testsFor(BlocklistTarget::Kind kind) const;

    /** What @p code says here; empty for a code that the table does not know. */
    [[nodiscard]] std::vector<BlocklistCode> meaningsOf(quint32 code) const;
    /** The refusal that @p code stands for, also one not in the table of 127.255.255.0/24. */
    [[nodiscard]] std::optional<BlocklistCode> refusalOf(quint32 code) const;
};

} // namespace todoku
