// SPDX-License-Identifier: MIT
#include "core/lab/nameserver.h"

#include "core/dns/message.h"

#include <QNetworkDatagram>
#include <QTcpSocket>
#include <QTimer>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr qsizetype headerSize = 12;
constexpr qsizetype lengthSize = 2;
constexpr qint64 maxUnread = 256LL * 1024;

// RFC 1035 section 4.1.1: the header of a query that cannot be read, sent back as FORMERR. A
// response gets nothing, or two servers could talk forever.
QByteArray formatError(const QByteArray &packet)
{
    constexpr auto responseBit = static_cast<char>(0x80);
    if (packet.size() < headerSize || (packet[2] & responseBit) != 0)
        return {};
    QByteArray reply = packet.first(2);
    reply += responseBit;
    reply += static_cast<char>(DnsRcode::FormErr);
    return reply.leftJustified(headerSize, '\0');
}

} // namespace

NameServer::NameServer(Zone zone, QObject *parent)
    : QObject(parent)
    , m_zone(std::move(zone))
{
    connect(&m_udp, &QUdpSocket::readyRead, this, &NameServer::readDatagrams);
    connect(&m_tcp, &QTcpServer::newConnection, this, &NameServer::takeStream);
}

Result<Endpoint> NameServer::listen()
{
    constexpr int attempts = 50; // the port that UDP got may be taken by another's TCP
    const QHostAddress loopback(QHostAddress::LocalHost);
    for (int i = 0; i < attempts; ++i) {
        if (!m_udp.bind(loopback, 0, QAbstractSocket::DontShareAddress))
            break;
        if (m_tcp.listen(loopback, m_udp.localPort()))
            return Endpoint{.address = loopback, .port = m_udp.localPort()};
        m_udp.close();
    }
    return failure(Error::Kind::Unreachable,
                   u"no port for the practice name server: %1"_s.arg(m_udp.errorString()));
}

QByteArray NameServer::respond(const QByteArray &packet, bool byTcp) const
{
    const auto request = decodeQuery(packet);
    if (!request)
        return formatError(packet);
    const DnsAnswer answer = m_zone.answer(request->question);
    QByteArray whole = encodeResponse(*request, answer).value_or(QByteArray());
    if (byTcp || whole.size() <= request->udpSize)
        return whole;
    return encodeResponse(*request, {}, true).value_or(QByteArray());
}

void NameServer::readDatagrams()
{
    while (m_udp.hasPendingDatagrams()) {
        const QNetworkDatagram query = m_udp.receiveDatagram();
        const QByteArray response = respond(query.data(), false);
        if (!response.isEmpty())
            m_udp.writeDatagram(query.makeReply(response));
    }
}

void NameServer::takeStream()
{
    while (QTcpSocket *socket = m_tcp.nextPendingConnection()) {
        if (m_streams == maxStreams) {
            delete socket;
            continue;
        }
        ++m_streams;
        auto *idle = new QTimer(socket);
        idle->setSingleShot(true);
        idle->start(idleLimit);
        socket->setReadBufferSize(maxUnread);
        connect(idle, &QTimer::timeout, socket, &QTcpSocket::abort);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QObject::destroyed, this, [this] { --m_streams; });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, idle] {
            idle->start(idleLimit);
            readStream(*socket);
        });
    }
}

void NameServer::readStream(QTcpSocket &socket)
{
    while (socket.bytesAvailable() >= lengthSize) { // RFC 1035 section 4.2.2
        const auto size = qFromBigEndian<quint16>(socket.peek(lengthSize).constData());
        if (socket.bytesAvailable() < lengthSize + size)
            return;
        const QByteArray response
            = respond(socket.read(lengthSize + size).sliced(lengthSize), true);
        if (response.isEmpty() || socket.bytesToWrite() > maxUnread) {
            socket.abort(); // no query, or nobody reads the answers
            return;
        }
        QByteArray length(lengthSize, '\0');
        qToBigEndian(static_cast<quint16>(response.size()), length.data());
        socket.write(length + response);
    }
}

} // namespace todoku
