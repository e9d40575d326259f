// SPDX-License-Identifier: MIT
#pragma once

#include "core/dns/resolver.h"

#include <QHash>

namespace todoku {

/**
 * Names and their records from master-file text (RFC 1035 section 5), and what a name server
 * would answer from them. For the practice network and for tests.
 *
 * Knows $ORIGIN, $TTL, "@", relative names, repeated owners, parentheses, quotes and comments,
 * and the types of DnsType. Names from several zones may stand together.
 */
class Zone
{
public:
    /** Malformed names the line. */
    [[nodiscard]] static Result<Zone> parse(const QByteArray &masterFile);

    /** Follows CNAMEs within the text; wildcards as in RFC 4592. */
    [[nodiscard]] DnsAnswer answer(const DnsQuestion &question) const;

private:
    void add(DnsRecord record);
    [[nodiscard]] std::vector<DnsRecord> recordsOf(const QString &name) const;
    [[nodiscard]] std::vector<DnsRecord> authorityFor(const QString &name) const;

    QHash<QString, std::vector<DnsRecord>> m_records; // no records: an empty non-terminal
};

} // namespace todoku
