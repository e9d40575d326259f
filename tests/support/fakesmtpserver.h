// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/endpoint.h"
#include "support/testauthority.h"

#include <QByteArrayList>

#include <memory>
#include <optional>

namespace todoku::test {

/**
 * A mail host on loopback, on a thread of its own, that plays a script to every client.
 *
 * A line each, in the RFC's notation: "S: 220 …" is sent with CR LF, lines together in one
 * write; "C: EHLO" waits for a line that begins so. Lines of "*:" are the host's doings:
 * "close", "tls" (a handshake), "raw TEXT" (sent without a line end), "big N" (N octets "a"),
 * "flood TEXT" (sent for ever, with CR LF). At the script's end the host keeps silent.
 */
class FakeSmtpServer
{
public:
    explicit FakeSmtpServer(const QByteArray &script, std::optional<ServerIdentity> identity = {});
    ~FakeSmtpServer();
    FakeSmtpServer(const FakeSmtpServer &) = delete;
    FakeSmtpServer &operator=(const FakeSmtpServer &) = delete;
    FakeSmtpServer(FakeSmtpServer &&) = delete;
    FakeSmtpServer &operator=(FakeSmtpServer &&) = delete;

    [[nodiscard]] Endpoint endpoint() const;
    /** Lines that clients sent, without line ends, so far. */
    [[nodiscard]] QByteArrayList received() const;

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace todoku::test
