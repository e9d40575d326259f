// SPDX-License-Identifier: MIT
#include "core/lab/listener.h"

#include "core/lab/smtpserversession.h"

#include <QTcpSocket>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr qint64 maxUnread = 64LL * 1024;
constexpr qint64 maxUnsent = 256LL * 1024;

void converse(QTcpSocket &socket, SmtpServerSession &session)
{
    if (socket.bytesToWrite() > maxUnsent) { // sends commands and does not read the replies
        socket.abort();
        return;
    }
    while (socket.bytesAvailable() > 0 && !session.isOver())
        socket.write(session.receive(socket.read(maxUnread)));
    if (session.isOver())
        socket.disconnectFromHost();
}

} // namespace

Listener::Listener(LabServer server,
                   const QHostAddress &client,
                   std::optional<LabClientRule> refusal,
                   QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_client(client)
    , m_refusal(std::move(refusal))
{
    connect(&m_tcp, &QTcpServer::newConnection, this, &Listener::takeConnections);
}

Result<Endpoint> Listener::listen()
{
    const QHostAddress loopback(QHostAddress::LocalHost);
    if (!m_tcp.listen(loopback, 0))
        return failure(Error::Kind::Unreachable,
                       u"no port for %1: %2"_s.arg(m_server.name, m_tcp.errorString()));
    return Endpoint{.address = loopback, .port = m_tcp.serverPort()};
}

void Listener::takeConnections()
{
    while (QTcpSocket *socket = m_tcp.nextPendingConnection()) {
        ++m_sessions;
        auto *idle = new QTimer(socket);
        idle->setSingleShot(true);
        idle->start(idleLimit);
        socket->setReadBufferSize(maxUnread);
        connect(idle, &QTimer::timeout, socket, &QTcpSocket::abort);
        connect(socket, &QTcpSocket::readyRead, idle, [idle] { idle->start(idleLimit); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QObject::destroyed, this, [this] { --m_sessions; });
        if (m_sessions > maxSessions) {
            socket->write("421 4.3.2 Too many sessions\r\n");
            socket->disconnectFromHost();
        } else if (m_server.isMailHost) {
            serve(*socket);
        }
    }
}

void Listener::serve(QTcpSocket &socket)
{
    const auto session = std::make_shared<SmtpServerSession>(m_server, m_client, m_refusal);
    connect(&socket, &QTcpSocket::readyRead, this,
            [&socket, session] { converse(socket, *session); });
    socket.write(session->greeting());
    converse(socket, *session); // what came before the greeting waits already
}

} // namespace todoku
