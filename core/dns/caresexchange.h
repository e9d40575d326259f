// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/endpoint.h"
#include "core/base/result.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <optional>

struct ares_channeldata;

namespace todoku {

/**
 * One query packet on its way to one server, on a c-ares channel of its own.
 *
 * Own channel: own source port for every query, and dropping one leaves the others alone.
 * c-ares' own retries and time limits are off; CaresResolver decides on both.
 */
class CaresExchange
{
public:
    enum class Transport { Udp, Tcp };
    using Socket = decltype(sizeof 0); // wide enough for every platform's
    struct Interest
    {
        bool read = false;
        bool write = false;
    };

    CaresExchange(const Endpoint &server, Transport transport, const QByteArray &query);
    ~CaresExchange();
    CaresExchange(const CaresExchange &) = delete;
    CaresExchange &operator=(const CaresExchange &) = delete;
    CaresExchange(CaresExchange &&) = delete;
    CaresExchange &operator=(CaresExchange &&) = delete;

    [[nodiscard]] const Endpoint &server() const { return m_server; }
    [[nodiscard]] Transport transport() const { return m_transport; }

    /** The response packet or why there is none; nothing while it is under way. */
    [[nodiscard]] const std::optional<Result<QByteArray>> &outcome() const { return m_outcome; }

    [[nodiscard]] const std::map<Socket, Interest> &sockets() const { return m_sockets; }
    void process(Socket socket, bool canRead, bool canWrite);

private:
    struct Callbacks;
    void finish(Result<QByteArray> outcome);

    Endpoint m_server;
    Transport m_transport;
    std::map<Socket, Interest> m_sockets;
    std::optional<Result<QByteArray>> m_outcome;
    ares_channeldata *m_channel = nullptr;
};

/** The name servers that the operating system is set to, as c-ares finds them. */
[[nodiscard]] QList<Endpoint> systemNameServers();

} // namespace todoku
