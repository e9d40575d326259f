// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

namespace todoku {

/** What a blocklist can be asked about. */
struct BlocklistTarget
{
    enum class Kind { Ip4, Ip6, Domain };

    Kind kind = Kind::Domain;
    QHostAddress address; // of Ip4 and Ip6
    QString domain;       // of Domain, in ACE form

    /** An address (an IPv4-mapped one counts as IPv4) or a domain name; nothing otherwise. */
    [[nodiscard]] static std::optional<BlocklistTarget> parse(const QString &text);
    [[nodiscard]] static BlocklistTarget of(const QHostAddress &address);

    /** RFC 5782 sections 2.1, 2.4 and 3: the name to look up in @p zone. */
    [[nodiscard]] QString queryName(const QString &zone) const;

    [[nodiscard]] QString toString() const;
    friend bool operator==(const BlocklistTarget &, const BlocklistTarget &) = default;
};

} // namespace todoku
