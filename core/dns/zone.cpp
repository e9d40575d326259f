// SPDX-License-Identifier: MIT
#include "core/dns/zone.h"

#include "core/dns/masterfile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

static QString parentOf(const QString &name)
{
    const qsizetype dot = name.indexOf(u'.');
    return dot < 0 ? QString() : name.mid(dot + 1);
}

Result<Zone> Zone::parse(const QByteArray &masterFile)
{
    auto records = readMasterFile(masterFile);
    if (!records)
        return tl::unexpected(records.error());
    Zone zone;
    for (DnsRecord &record : *records)
        zone.add(std::move(record));
    return zone;
}

void Zone::add(DnsRecord record)
{
    // Every name above an existing one exists too (RFC 4592 section 2.2.2).
    for (QString above = parentOf(record.owner); !above.isEmpty(); above = parentOf(above))
        m_records[above];
    m_records[record.owner].push_back(std::move(record));
}

std::vector<DnsRecord> Zone::recordsOf(const QString &name) const
{
    if (m_records.contains(name))
        return m_records.value(name);
    for (QString above = parentOf(name); !above.isEmpty(); above = parentOf(above)) {
        std::vector<DnsRecord> found = m_records.value(u"*."_s + above);
        for (DnsRecord &record : found)
            record.owner = name;
        if (!found.empty() || m_records.contains(above))
            return found; // the closest encloser decides
    }
    return {};
}

std::vector<DnsRecord> Zone::authorityFor(const QString &name) const
{
    for (QString at = name; !at.isEmpty(); at = parentOf(at)) {
        for (const DnsRecord &record : m_records.value(at)) {
            if (record.type == DnsType::SOA)
                return {record};
        }
    }
    return {};
}

DnsAnswer Zone::answer(const DnsQuestion &question) const
{
    constexpr int longestChain = 8;
    DnsAnswer answer{.isAuthoritative = true};
    QString name = question.name.toLower();
    if (name.size() > 1 && name.endsWith(u'.'))
        name.chop(1);
    for (int link = 0; link < longestChain; ++link) {
        const std::vector<DnsRecord> records = recordsOf(name);
        const bool exists = !records.empty() || m_records.contains(name);
        answer.rcode = exists ? DnsRcode::NoError : DnsRcode::NXDomain;
        const auto isWanted = [&](const DnsRecord &record) { return record.type == question.type; };
        if (std::ranges::any_of(records, isWanted)) {
            std::ranges::copy_if(records, std::back_inserter(answer.records), isWanted);
            return answer;
        }
        const auto alias = std::ranges::find(records, DnsType::CNAME, &DnsRecord::type);
        if (alias == records.end())
            break;
        answer.records.push_back(*alias);
        name = std::get<DomainName>(alias->data).name;
    }
    answer.authority = authorityFor(name);
    return answer;
}

} // namespace todoku
