// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/endpoint.h"
#include "core/base/result.h"
#include "core/dns/zone.h"

#include <QTcpServer>
#include <QUdpSocket>

#include <chrono>

namespace todoku {

/**
 * A name server on loopback, by UDP and TCP on one port (RFC 1035, RFC 7766). Answers for its
 * zones as a resolver would for the whole world: a name that is not there does not exist.
 *
 * Belongs to the thread that it is made in, which needs an event loop.
 */
class NameServer final : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxStreams = 64;
    static constexpr std::chrono::seconds idleLimit{30};

    explicit NameServer(Zone zone, QObject *parent = nullptr);

    /** Takes a port that is free by both ways; says which. */
    [[nodiscard]] Result<Endpoint> listen();

private:
    void readDatagrams();
    void takeStream();
    void readStream(QTcpSocket &socket);
    [[nodiscard]] QByteArray respond(const QByteArray &packet, bool byTcp) const;

    Zone m_zone;
    QUdpSocket m_udp;
    QTcpServer m_tcp;
    int m_streams = 0;
};

} // namespace todoku
