// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/endpoint.h"
#include "core/dns/message.h"
#include "core/dns/zone.h"

#include <chrono>
#include <functional>
#include <memory>

namespace todoku::test {

/** What a fake server was asked, and how. */
struct DnsArrival
{
    DnsRequest request;
    bool byTcp = false;
};

/** The packet to send back; empty: silence. Runs on the server's thread. */
using DnsBehaviour = std::function<QByteArray(const DnsArrival &)>;

/** As a name server for @p zone would, with TC where UDP is too small for the answer. */
[[nodiscard]] DnsBehaviour answeringFrom(Zone zone);
[[nodiscard]] DnsBehaviour answeringWith(DnsRcode rcode);
[[nodiscard]] DnsBehaviour keepingSilent();
/** Answers with an address, but for another name than was asked. */
[[nodiscard]] DnsBehaviour lyingInTheQuestion();

/** A name server on loopback, UDP and TCP on one port, on a thread of its own. */
class FakeDnsServer
{
public:
    explicit FakeDnsServer(DnsBehaviour behaviour, std::chrono::milliseconds delay = {});
    ~FakeDnsServer();
    FakeDnsServer(const FakeDnsServer &) = delete;
    FakeDnsServer &operator=(const FakeDnsServer &) = delete;
    FakeDnsServer(FakeDnsServer &&) = delete;
    FakeDnsServer &operator=(FakeDnsServer &&) = delete;

    [[nodiscard]] Endpoint endpoint() const;
    /** Arrivals so far, UDP and TCP. */
    [[nodiscard]] int arrivals() const;

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace todoku::test
