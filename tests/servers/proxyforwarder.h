// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>

#include <memory>

namespace todoku::test {

/**
 * Takes connections on loopback and passes them on with a PROXY header (version 1 of the PROXY
 * protocol), so that the server behind sees @p client as the one who connects.
 */
class ProxyForwarder
{
public:
    ProxyForwarder(const QHostAddress &client, quint16 serverPort);
    ~ProxyForwarder();
    Q_DISABLE_COPY_MOVE(ProxyForwarder)

    [[nodiscard]] quint16 port() const;

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace todoku::test
