// SPDX-License-Identifier: MIT
#pragma once

#include "core/dns/caresexchange.h"
#include "core/dns/message.h"

#include <chrono>
#include <list>
#include <memory>
#include <optional>

namespace todoku {

/** One question on its way through the servers, until there is an answer or nobody left. */
class Lookup
{
public:
    using Clock = Budget::Clock;

    /** @p patience is how long to wait for a server before the next one is asked as well. */
    Lookup(const DnsQuestion &question,
           const QList<Endpoint> &servers,
           const DnsQueryFlags &flags,
           std::chrono::milliseconds patience);

    /** Asks the next server if it is time to, and takes what has come. */
    void advance(Clock::time_point now);

    [[nodiscard]] bool isDone() const { return m_result.has_value(); }
    [[nodiscard]] Clock::time_point nextAttempt() const { return m_nextAttempt; }
    [[nodiscard]] std::list<CaresExchange> &exchanges() { return m_exchanges; }

    /** The answer; what speaks best for itself if called before there was one. */
    [[nodiscard]] Result<DnsAnswer> finish(const Error &whenSilent);

private:
    void startAttempt(Clock::time_point now);
    void take(const CaresExchange &exchange);
    void settleIfNobodyIsLeft();
    [[nodiscard]] bool isAttemptLeft() const { return m_attempt < attempts(); }
    [[nodiscard]] qsizetype attempts() const;

    DnsQuestion m_question;
    QList<Endpoint> m_servers;
    Result<QByteArray> m_query;
    std::chrono::milliseconds m_patience;
    Clock::time_point m_nextAttempt;
    qsizetype m_attempt = 0;
    QList<Endpoint> m_spent; // have had their say
    std::list<CaresExchange> m_exchanges;
    std::optional<DnsAnswer> m_unhelpful; // SERVFAIL and the like: better than nothing
    std::optional<Error> m_error;
    std::optional<Result<DnsAnswer>> m_result;
};

} // namespace todoku
