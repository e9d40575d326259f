// SPDX-License-Identifier: MIT
#include "core/lab/labserver.h"

#include "core/dns/name.h"
#include "core/dns/zone.h"

#include <algorithm>

namespace todoku {

// RFC 5782 section 2.1: an A record at the reversed address means that it is listed.
static bool isListed(const QHostAddress &client, const QString &blocklist, const Zone &zone)
{
    const QString name = reversedLabels(client) + u'.' + blocklist;
    return !zone.answer({.name = name, .type = DnsType::A}).of<QHostAddress>(DnsType::A).empty();
}

std::optional<LabClientRule> refusalOf(const LabServer &server,
                                       const QHostAddress &client,
                                       const Zone &zone)
{
    const auto applies = [&](const LabClientRule &rule) {
        if (!rule.client.isNull())
            return rule.client == client;
        return isListed(client, rule.blocklist, zone);
    };
    const auto rule = std::ranges::find_if(server.clients, applies);
    return rule == server.clients.end() ? std::nullopt : std::optional(*rule);
}

} // namespace todoku
