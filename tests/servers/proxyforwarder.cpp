// SPDX-License-Identifier: MIT
#include "servers/proxyforwarder.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <future>

namespace todoku::test {

class ProxyForwarder::Thread final : public QThread
{
public:
    Thread(const QHostAddress &client, quint16 serverPort)
        : m_header("PROXY TCP4 " + client.toString().toLatin1() + " 198.51.100.25 40000 25\r\n")
        , m_serverPort(serverPort)
    {
        start();
        m_port = m_listening.get_future().get();
    }

    ~Thread() override
    {
        quit();
        wait();
    }
    Q_DISABLE_COPY_MOVE(Thread)

    [[nodiscard]] quint16 port() const { return m_port; }

protected:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost, 0);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                join(*socket);
        });
        m_listening.set_value(server.serverPort());
        exec();
    }

private:
    static void pass(QTcpSocket &from, QTcpSocket &to)
    {
        const auto move = [&from, &to] { to.write(from.readAll()); };
        QObject::connect(&from, &QTcpSocket::readyRead, &to, move);
        QObject::connect(&from, &QTcpSocket::disconnected, &to, [&from, &to] {
            to.write(from.readAll());
            to.disconnectFromHost();
        });
    }

    void join(QTcpSocket &client) const
    {
        auto *server = new QTcpSocket(&client);
        QObject::connect(server, &QTcpSocket::connected, server, [this, server, &client] {
            server->write(m_header + client.readAll());
            pass(client, *server);
            pass(*server, client);
        });
        QObject::connect(&client, &QTcpSocket::disconnected, &client, &QObject::deleteLater);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_serverPort);
    }

    QByteArray m_header;
    quint16 m_serverPort;
    std::promise<quint16> m_listening;
    quint16 m_port = 0;
};

ProxyForwarder::ProxyForwarder(const QHostAddress &client, quint16 serverPort)
    : m_thread(std::make_unique<Thread>(client, serverPort))
{}

ProxyForwarder::~ProxyForwarder() = default;

quint16 ProxyForwarder::port() const
{
    return m_thread->port();
}

} // namespace todoku::test
