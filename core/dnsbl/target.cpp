// SPDX-License-Identifier: MIT
#include "core/dnsbl/target.h"

#include "core/base/endpoint.h"
#include "core/dns/name.h"

#include <QUrl>

namespace todoku {

BlocklistTarget BlocklistTarget::of(const QHostAddress &address)
{
    bool isIPv4 = false;
    const QHostAddress ip4(address.toIPv4Address(&isIPv4));
    return {.kind = isIPv4 ? Kind::Ip4 : Kind::Ip6, .address = isIPv4 ? ip4 : address};
}

std::optional<BlocklistTarget> BlocklistTarget::parse(const QString &text)
{
    if (const auto address = parseAddress(text))
        return of(*address);
    QString domain = text.toLower();
    if (domain.endsWith(u'.'))
        domain.chop(1);
    domain = QString::fromLatin1(QUrl::toAce(domain));
    // A domain list is never sent an address (RFC 5782 section 3), not even part of one.
    const bool hasLetter = std::ranges::any_of(domain, [](QChar c) { return c.isLetter(); });
    if (!hasLetter || !isDomainName(domain))
        return std::nullopt;
    return BlocklistTarget{.kind = Kind::Domain, .domain = domain};
}

QString BlocklistTarget::queryName(const QString &zone) const
{
    return (kind == Kind::Domain ? domain : reversedLabels(address)) + u'.' + zone;
}

QString BlocklistTarget::toString() const
{
    return kind == Kind::Domain ? domain : address.toString();
}

} // namespace todoku
