// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/scenario.h"
#include "core/smtp/networkfile.h"

#include <memory>

namespace todoku {

/**
 * The practice network of one scenario, running: a name server and mail hosts on loopback, on
 * ports that the system chooses, in a thread of its own.
 *
 * Opens no connection itself, needs no privilege, and stops when it is destroyed.
 */
class Lab
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Lab>> start(const Scenario &scenario);

    Lab(const Lab &) = delete;
    Lab &operator=(const Lab &) = delete;
    Lab(Lab &&) = delete;
    Lab &operator=(Lab &&) = delete;
    ~Lab();

    /** How to get into it, and nowhere else. */
    [[nodiscard]] const NetworkFile &network() const { return m_network; }

private:
    class Thread;

    Lab(std::unique_ptr<Thread> thread, NetworkFile network);

    std::unique_ptr<Thread> m_thread;
    NetworkFile m_network;
};

} // namespace todoku
