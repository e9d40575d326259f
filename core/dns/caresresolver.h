// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/endpoint.h"
#include "core/dns/message.h"
#include "core/dns/resolver.h"

#include <QList>

namespace todoku {

/**
 * A stub resolver: asks name servers, over c-ares, and reads their packets itself.
 *
 * All questions of a call are in flight together and share the budget's next step. A server that
 * keeps silent, or says SERVFAIL, NOTIMP or REFUSED, is followed by the next one while the
 * silent one may still answer; the first usable answer counts. Truncated answers are fetched by
 * TCP. No shared state: any thread may call.
 */
class CaresResolver final : public Resolver
{
public:
    /** Asks the system's servers, looked up anew at each call since networks change. */
    CaresResolver() = default;
    explicit CaresResolver(QList<Endpoint> servers, const DnsQueryFlags &flags = {})
        : m_servers(std::move(servers))
        , m_flags(flags)
        , m_asksSystem(false)
    {}

    /** Takes "192.0.2.53", "127.0.0.1:5300", "[2001:db8::53]:53"; Malformed names the bad one. */
    [[nodiscard]] static Result<CaresResolver> forServers(const QStringList &servers,
                                                          const DnsQueryFlags &flags = {});

    /** Whom a call would ask now. */
    [[nodiscard]] QList<Endpoint> servers() const;

    [[nodiscard]] std::vector<Result<DnsAnswer>> queryAll(std::span<const DnsQuestion> questions,
                                                          const Budget &budget) override;

private:
    QList<Endpoint> m_servers;
    DnsQueryFlags m_flags;
    bool m_asksSystem = true;
};

} // namespace todoku
