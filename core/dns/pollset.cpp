// SPDX-License-Identifier: MIT
#include "core/dns/pollset.h"

#ifdef _WIN32
#include <winsock2.h>
#else
#include <poll.h>
#endif

#include <thread>

namespace todoku {

#ifdef _WIN32
using NativePoll = WSAPOLLFD;
static int pollSockets(std::vector<NativePoll> &entries, int timeoutMs)
{
    return WSAPoll(entries.data(), static_cast<ULONG>(entries.size()), timeoutMs);
}
#else
using NativePoll = pollfd;
static int pollSockets(std::vector<NativePoll> &entries, int timeoutMs)
{
    return poll(entries.data(), static_cast<nfds_t>(entries.size()), timeoutMs);
}
#endif

struct PollSet::Entries
{
    std::vector<NativePoll> native;
    std::vector<CaresExchange *> owners;
};

PollSet::PollSet()
    : m_entries(std::make_unique<Entries>())
{}

PollSet::~PollSet() = default;

void PollSet::clear()
{
    m_entries->native.clear();
    m_entries->owners.clear();
}

void PollSet::add(CaresExchange &exchange)
{
    for (const auto &[socket, interest] : exchange.sockets()) {
        NativePoll entry{};
        entry.fd = static_cast<decltype(entry.fd)>(socket);
        entry.events
            = static_cast<short>((interest.read ? POLLIN : 0) | (interest.write ? POLLOUT : 0));
        m_entries->native.push_back(entry);
        m_entries->owners.push_back(&exchange);
    }
}

void PollSet::process(std::chrono::milliseconds limit)
{
    auto &[native, owners] = *m_entries;
    if (native.empty()) { // WSAPoll refuses an empty set
        std::this_thread::sleep_for(limit);
        return;
    }
    if (pollSockets(native, static_cast<int>(limit.count())) <= 0)
        return;
    for (size_t i = 0; i < native.size(); ++i) {
        const int events = native[i].revents;
        const bool hasFailed = events & (POLLERR | POLLHUP | POLLNVAL);
        const bool canRead = hasFailed || (events & POLLIN);
        const bool canWrite = hasFailed || (events & POLLOUT);
        if (canRead || canWrite)
            owners[i]->process(static_cast<CaresExchange::Socket>(native[i].fd), canRead, canWrite);
    }
}

} // namespace todoku
