// SPDX-License-Identifier: MIT
#include "support/zoneresolver.h"

#include <gtest/gtest.h>

namespace todoku::test {

ZoneResolver::ZoneResolver(const QByteArray &masterFile)
{
    auto zone = Zone::parse(masterFile);
    if (zone)
        m_zone = *std::move(zone);
    else
        ADD_FAILURE() << zone.error().detail.toStdString();
}

ZoneResolver &ZoneResolver::failing(const QString &name, Error error)
{
    m_failures.insert(name.toLower(), std::move(error));
    return *this;
}

ZoneResolver &ZoneResolver::answering(const QString &name, DnsRcode rcode)
{
    m_rcodes.insert(name.toLower(), rcode);
    return *this;
}

ZoneResolver &ZoneResolver::authentic()
{
    m_isAuthentic = true;
    return *this;
}

std::vector<Result<DnsAnswer>> ZoneResolver::queryAll(std::span<const DnsQuestion> questions,
                                                      const Budget &budget)
{
    ++m_sweeps;
    std::vector<Result<DnsAnswer>> results;
    for (const DnsQuestion &question : questions) {
        m_asked.push_back(question);
        if (budget.isCancelled())
            results.emplace_back(failure(Error::Kind::Cancelled));
        else
            results.push_back(answer(question));
    }
    return results;
}

Result<DnsAnswer> ZoneResolver::answer(const DnsQuestion &question) const
{
    const QString name = question.name.toLower();
    if (m_failures.contains(name))
        return tl::unexpected(m_failures.value(name));
    DnsAnswer answer = m_rcodes.contains(name) ? DnsAnswer{.rcode = m_rcodes.value(name)}
                                               : m_zone.answer(question);
    answer.isAuthentic = m_isAuthentic;
    return answer;
}

} // namespace todoku::test
