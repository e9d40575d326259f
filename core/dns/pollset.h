// SPDX-License-Identifier: MIT
#pragma once

#include "core/dns/caresexchange.h"

#include <chrono>
#include <memory>
#include <vector>

namespace todoku {

/** Waits for the sockets of many exchanges at once; no limit on their number or values. */
class PollSet
{
public:
    PollSet();
    ~PollSet();
    PollSet(const PollSet &) = delete;
    PollSet &operator=(const PollSet &) = delete;
    PollSet(PollSet &&) = delete;
    PollSet &operator=(PollSet &&) = delete;

    void clear();
    /** @p exchange must live until the next clear(). */
    void add(CaresExchange &exchange);
    /** Waits at most @p limit for any socket, and lets the exchanges of all ready ones work. */
    void process(std::chrono::milliseconds limit);

private:
    struct Entries;
    std::unique_ptr<Entries> m_entries;
};

} // namespace todoku
