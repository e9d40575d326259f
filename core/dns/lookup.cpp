// SPDX-License-Identifier: MIT
#include "core/dns/lookup.h"

#include <QRandomGenerator>

namespace todoku {

namespace {

/** Says nothing about the name, only that this server will not help. */
bool isUnhelpful(DnsRcode rcode)
{
    return rcode == DnsRcode::ServFail || rcode == DnsRcode::Refused || rcode == DnsRcode::NotImp
           || rcode == DnsRcode::FormErr;
}

/** RFC 5452 section 9.2: an ID that cannot be guessed. */
quint16 unpredictableId()
{
    return static_cast<quint16>(QRandomGenerator::system()->generate());
}

} // namespace

Lookup::Lookup(const DnsQuestion &question,
               const QList<Endpoint> &servers,
               const DnsQueryFlags &flags,
               std::chrono::milliseconds patience)
    : m_question(question)
    , m_servers(servers)
    , m_query(encodeQuery(unpredictableId(), question, flags))
    , m_patience(patience)
    , m_nextAttempt(Clock::time_point::min())
{
    if (!m_query)
        m_result = tl::unexpected(m_query.error());
}

qsizetype Lookup::attempts() const
{
    return 2 * m_servers.size(); // each once, then the silent ones again: UDP loses packets
}

void Lookup::advance(Clock::time_point now)
{
    for (auto it = m_exchanges.begin(); it != m_exchanges.end() && !isDone();) {
        if (!it->outcome()) {
            ++it;
            continue;
        }
        take(*it);
        it = m_exchanges.erase(it);
    }
    while (!isDone() && isAttemptLeft() && (m_exchanges.empty() || now >= m_nextAttempt))
        startAttempt(now);
    settleIfNobodyIsLeft();
    if (isDone())
        m_exchanges.clear();
}

void Lookup::startAttempt(Clock::time_point now)
{
    const Endpoint &server = m_servers.at(m_attempt++ % m_servers.size());
    if (m_spent.contains(server))
        return;
    m_exchanges.emplace_back(server, CaresExchange::Transport::Udp, *m_query);
    m_nextAttempt = isAttemptLeft() ? now + m_patience : Clock::time_point::max();
}

void Lookup::take(const CaresExchange &exchange)
{
    using Transport = CaresExchange::Transport;
    const bool isTcp = exchange.transport() == Transport::Tcp;
    if (!exchange.outcome())
        return;
    const Result<QByteArray> &packet = *exchange.outcome();
    // The ID is not compared here: newer c-ares draws its own, and checks it.
    const auto response = packet.and_then(
        [&](const QByteArray &bytes) { return decodeResponse(bytes, m_question); });
    if (!response) {
        m_error = response.error();
        m_spent.append(exchange.server());
        return;
    }
    if (response->isTruncated && !isTcp) {
        m_exchanges.emplace_back(exchange.server(), Transport::Tcp, *m_query);
        return;
    }

    DnsAnswer answer = response->answer;
    answer.cameByTcp = isTcp;
    answer.server = exchange.server().toString();
    if (isUnhelpful(answer.rcode)) {
        m_unhelpful = std::move(answer);
        m_spent.append(exchange.server());
        return;
    }
    m_result = std::move(answer);
}

void Lookup::settleIfNobodyIsLeft()
{
    if (isDone() || isAttemptLeft() || !m_exchanges.empty())
        return;
    m_result = finish({});
}

Result<DnsAnswer> Lookup::finish(const Error &whenSilent)
{
    if (m_result)
        return *std::move(m_result);
    if (m_unhelpful && whenSilent.kind != Error::Kind::Cancelled)
        return *m_unhelpful;
    const bool someoneIsSilent = !m_exchanges.empty() || !m_error;
    return tl::unexpected(someoneIsSilent ? whenSilent : *m_error);
}

} // namespace todoku
