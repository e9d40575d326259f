// SPDX-License-Identifier: MIT
#include "core/dns/caresresolver.h"

#include "core/dns/lookup.h"
#include "core/dns/pollset.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

using std::chrono::milliseconds;

constexpr size_t maxInFlight = 256;      // below the usual limit of 1024 open files
constexpr milliseconds longestSlice{20}; // how long a stop may go unseen
constexpr milliseconds longestPatience{1500};

QString namesOf(const QList<Endpoint> &servers)
{
    QStringList names;
    for (const Endpoint &server : servers)
        names << server.toString();
    return names.join(u", "_s);
}

/** The questions of one call; each lookup lives from its start to its result. */
class Sweep
{
public:
    Sweep(std::span<const DnsQuestion> questions,
          QList<Endpoint> servers,
          const DnsQueryFlags &flags,
          const Budget &budget)
        : m_questions(questions)
        , m_servers(std::move(servers))
        , m_flags(flags)
        , m_budget(budget)
        , m_limit(budget.forNextStep())
        , m_end(Budget::Clock::now() + m_limit)
        , m_results(questions.size(), failure(Error::Kind::Cancelled))
    {}

    std::vector<Result<DnsAnswer>> run()
    {
        while (true) {
            if (m_budget.isCancelled())
                return abandon({.kind = Error::Kind::Cancelled});
            advance();
            if (m_active.empty() && m_started == m_questions.size())
                return std::move(m_results);
            if (Budget::Clock::now() >= m_end)
                return abandon(
                    {Error::Kind::TimedOut, u"no answer within %1 ms from %2"_s.arg(m_limit.count())
                                                .arg(namesOf(m_servers))});
            wait();
        }
    }

private:
    struct Active
    {
        size_t index;
        std::unique_ptr<Lookup> lookup;
    };

    void advance()
    {
        const auto now = Budget::Clock::now();
        for (Active &active : m_active)
            active.lookup->advance(now);
        std::erase_if(m_active, [&](const Active &active) {
            const bool isDone = active.lookup->isDone();
            if (isDone)
                m_results[active.index] = active.lookup->finish({});
            return isDone;
        });
        while (m_started < m_questions.size() && m_active.size() < maxInFlight)
            start(now);
    }

    void start(Budget::Clock::time_point now)
    {
        const size_t index = m_started++;
        const milliseconds share = m_limit / std::max<qsizetype>(1, 2 * m_servers.size());
        auto lookup = std::make_unique<Lookup>(m_questions[index], m_servers, m_flags,
                                               std::min(share, longestPatience));
        lookup->advance(now);
        if (lookup->isDone())
            m_results[index] = lookup->finish({});
        else
            m_active.push_back({.index = index, .lookup = std::move(lookup)});
    }

    void wait()
    {
        auto next = std::min(m_end, Budget::Clock::now() + longestSlice);
        m_sockets.clear();
        for (Active &active : m_active) {
            next = std::min(next, active.lookup->nextAttempt());
            for (CaresExchange &exchange : active.lookup->exchanges())
                m_sockets.add(exchange);
        }
        const auto left = std::chrono::ceil<milliseconds>(next - Budget::Clock::now());
        m_sockets.process(std::max(left, milliseconds(0)));
    }

    std::vector<Result<DnsAnswer>> abandon(const Error &why)
    {
        for (Active &active : m_active)
            m_results[active.index] = active.lookup->finish(why);
        for (; m_started < m_questions.size(); ++m_started)
            m_results[m_started] = tl::unexpected(why);
        return std::move(m_results);
    }

    std::span<const DnsQuestion> m_questions;
    QList<Endpoint> m_servers;
    DnsQueryFlags m_flags;
    const Budget &m_budget;
    milliseconds m_limit;
    Budget::Clock::time_point m_end;
    std::vector<Result<DnsAnswer>> m_results;
    std::vector<Active> m_active;
    size_t m_started = 0;
    PollSet m_sockets;
};

} // namespace

Result<CaresResolver> CaresResolver::forServers(const QStringList &servers,
                                                const DnsQueryFlags &flags)
{
    constexpr quint16 dnsPort = 53;
    QList<Endpoint> endpoints;
    for (const QString &text : servers) {
        const auto endpoint = Endpoint::parse(text, dnsPort);
        if (!endpoint)
            return failure(Error::Kind::Malformed, u"\"%1\" is no name server address"_s.arg(text));
        endpoints.append(*endpoint);
    }
    return CaresResolver(endpoints, flags);
}

QList<Endpoint> CaresResolver::servers() const
{
    return m_asksSystem ? systemNameServers() : m_servers;
}

std::vector<Result<DnsAnswer>> CaresResolver::queryAll(std::span<const DnsQuestion> questions,
                                                       const Budget &budget)
{
    const QList<Endpoint> asked = servers();
    if (asked.isEmpty()) {
        const Error error{.kind = Error::Kind::Unreachable,
                          .detail = u"this computer has no name server set"_s};
        return {questions.size(), tl::unexpected(error)};
    }
    return Sweep(questions, asked, m_flags, budget).run();
}

} // namespace todoku
