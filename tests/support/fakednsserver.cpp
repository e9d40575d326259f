// SPDX-License-Identifier: MIT
#include "support/fakednsserver.h"

#include <QNetworkDatagram>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QUdpSocket>

#include <gtest/gtest.h>

#include <atomic>
#include <future>

using namespace Qt::StringLiterals;

namespace todoku::test {

DnsBehaviour answeringFrom(Zone zone)
{
    return [zone = std::move(zone)](const DnsArrival &arrival) {
        const DnsAnswer answer = zone.answer(arrival.request.question);
        const QByteArray whole = encodeResponse(arrival.request, answer).value_or(QByteArray());
        if (arrival.byTcp || whole.size() <= arrival.request.udpSize)
            return whole;
        return encodeResponse(arrival.request, {}, true).value_or(QByteArray());
    };
}

DnsBehaviour answeringWith(DnsRcode rcode)
{
    return [rcode](const DnsArrival &arrival) {
        return encodeResponse(arrival.request, {.rcode = rcode}).value_or(QByteArray());
    };
}

DnsBehaviour keepingSilent()
{
    return [](const DnsArrival &) { return QByteArray(); };
}

DnsBehaviour lyingInTheQuestion()
{
    return [](const DnsArrival &arrival) {
        DnsRequest other = arrival.request;
        other.question.name = u"other.example"_s;
        const DnsRecord record{.owner = other.question.name, .data = QHostAddress(0xcb007107)};
        return encodeResponse(other, {.records = {record}}).value_or(QByteArray());
    };
}

class FakeDnsServer::Thread final : public QThread
{
public:
    Thread(DnsBehaviour behaviour, std::chrono::milliseconds delay)
        : m_behaviour(std::move(behaviour))
        , m_delay(delay)
    {
        start();
        m_endpoint
            = {.address = QHostAddress(QHostAddress::LocalHost), .port = m_port.get_future().get()};
        EXPECT_NE(m_endpoint.port, 0) << "no free port for a name server";
    }

    ~Thread() override
    {
        quit();
        wait();
    }
    Q_DISABLE_COPY_MOVE(Thread)

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] int arrivals() const { return m_arrivals; }

protected:
    void run() override
    {
        QUdpSocket udp;
        QTcpServer tcp;
        m_port.set_value(bind(udp, tcp));
        QObject::connect(&udp, &QUdpSocket::readyRead, &udp, [&] { readDatagrams(udp); });
        QObject::connect(&tcp, &QTcpServer::newConnection, &tcp, [&] {
            while (QTcpSocket *socket = tcp.nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                 [this, socket] { readStream(*socket); });
        });
        exec();
    }

private:
    static quint16 bind(QUdpSocket &udp, QTcpServer &tcp)
    {
        constexpr int attempts = 50;
        for (int i = 0; i < attempts; ++i) {
            if (!udp.bind(QHostAddress::LocalHost, 0))
                return 0;
            if (tcp.listen(QHostAddress::LocalHost, udp.localPort()))
                return udp.localPort();
            udp.close();
        }
        return 0;
    }

    QByteArray respondTo(const QByteArray &packet, bool byTcp)
    {
        ++m_arrivals;
        const auto request = decodeQuery(packet);
        return request ? m_behaviour({.request = *request, .byTcp = byTcp}) : QByteArray();
    }

    void readDatagrams(QUdpSocket &udp)
    {
        while (udp.hasPendingDatagrams()) {
            const QNetworkDatagram query = udp.receiveDatagram();
            const QByteArray response = respondTo(query.data(), false);
            if (response.isEmpty())
                continue;
            QTimer::singleShot(m_delay, Qt::PreciseTimer, &udp, [&udp, query, response] {
                udp.writeDatagram(query.makeReply(response));
            });
        }
    }

    void readStream(QTcpSocket &socket)
    {
        while (socket.bytesAvailable() >= 2) { // RFC 1035 section 4.2.2: a length comes first
            const QByteArray head = socket.peek(2);
            const int size = quint8(head[0]) * 256 + quint8(head[1]);
            if (socket.bytesAvailable() < size + 2)
                return;
            const QByteArray response = respondTo(socket.read(size + 2).mid(2), true);
            if (response.isEmpty())
                continue;
            QByteArray framed;
            framed += static_cast<char>(response.size() / 256);
            framed += static_cast<char>(response.size() % 256);
            framed += response;
            QTimer::singleShot(m_delay, Qt::PreciseTimer, &socket,
                               [&socket, framed] { socket.write(framed); });
        }
    }

    DnsBehaviour m_behaviour;
    std::chrono::milliseconds m_delay;
    std::promise<quint16> m_port;
    Endpoint m_endpoint;
    std::atomic<int> m_arrivals = 0;
};

FakeDnsServer::FakeDnsServer(DnsBehaviour behaviour, std::chrono::milliseconds delay)
    : m_thread(std::make_unique<Thread>(std::move(behaviour), delay))
{}

FakeDnsServer::~FakeDnsServer() = default;

Endpoint FakeDnsServer::endpoint() const
{
    return m_thread->endpoint();
}

int FakeDnsServer::arrivals() const
{
    return m_thread->arrivals();
}

} // namespace todoku::test
