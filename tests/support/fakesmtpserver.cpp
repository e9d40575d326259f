// SPDX-License-Identifier: MIT
#include "support/fakesmtpserver.h"

#include <QMutex>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>

#include <gtest/gtest.h>

#include <functional>
#include <future>

namespace todoku::test {

namespace {

struct Step
{
    enum class Kind { Send, Await, Close, Tls, Flood };
    Kind kind = Kind::Send;
    QByteArray text;
};

Step doing(const QByteArray &text)
{
    const QByteArray argument = text.mid(text.indexOf(' ') + 1);
    if (text == "close")
        return {.kind = Step::Kind::Close};
    if (text == "tls")
        return {.kind = Step::Kind::Tls};
    if (text.startsWith("raw "))
        return {.text = argument};
    if (text.startsWith("big "))
        return {.text = QByteArray(argument.toLongLong(), 'a')};
    if (text.startsWith("flood "))
        return {.kind = Step::Kind::Flood, .text = argument + "\r\n"};
    ADD_FAILURE() << "unknown line in an SMTP script: " << text.toStdString();
    return {};
}

std::vector<Step> stepsOf(const QByteArray &script)
{
    std::vector<Step> steps;
    for (const QByteArray &raw : script.split('\n')) {
        const QByteArray line = raw.trimmed();
        const QByteArray text = line.mid(2).trimmed();
        const bool followsSend = !steps.empty() && steps.back().kind == Step::Kind::Send;
        if (line.startsWith("S:") && followsSend)
            steps.back().text += text + "\r\n";
        else if (line.startsWith("S:"))
            steps.push_back({.text = text + "\r\n"});
        else if (line.startsWith("C:"))
            steps.push_back({.kind = Step::Kind::Await, .text = text});
        else if (line.startsWith("*:"))
            steps.push_back(doing(text));
        else if (!line.isEmpty() && !line.startsWith('#'))
            ADD_FAILURE() << "unknown line in an SMTP script: " << line.toStdString();
    }
    return steps;
}

class Listener final : public QTcpServer
{
public:
    std::function<void(qintptr)> onConnection;

protected:
    void incomingConnection(qintptr socket) override { onConnection(socket); }
};

/** One client's session; owned by its socket. */
class Play
{
public:
    Play(QSslSocket &socket,
         const std::vector<Step> &steps,
         std::function<void(const QByteArray &)> heard)
        : m_socket(socket)
        , m_steps(steps)
        , m_heard(std::move(heard))
    {}

    void proceed()
    {
        while (m_at < m_steps.size() && perform(m_steps[m_at]))
            ++m_at;
        if (m_at == m_steps.size()) // hears on, in silence
            while (m_socket.canReadLine())
                m_heard(m_socket.readLine().trimmed());
    }

private:
    bool perform(const Step &step)
    {
        switch (step.kind) {
        case Step::Kind::Send:
            m_socket.write(step.text);
            return true;
        case Step::Kind::Await:
            return awaitLine(step.text);
        case Step::Kind::Close:
            m_socket.disconnectFromHost();
            return true;
        case Step::Kind::Tls:
            return startTls();
        case Step::Kind::Flood:
            break;
        }
        while (m_socket.bytesToWrite() < 64 * 1024)
            m_socket.write(step.text.repeated(100));
        return false;
    }

    bool awaitLine(const QByteArray &prefix)
    {
        if (!m_socket.canReadLine())
            return false;
        const QByteArray line = m_socket.readLine().trimmed();
        m_heard(line);
        EXPECT_TRUE(line.startsWith(prefix))
            << "expected " << prefix.toStdString() << ", heard " << line.toStdString();
        return true;
    }

    bool startTls()
    {
        if (m_socket.mode() == QSslSocket::UnencryptedMode)
            m_socket.startServerEncryption();
        return m_socket.isEncrypted();
    }

    QSslSocket &m_socket;
    const std::vector<Step> &m_steps;
    std::function<void(const QByteArray &)> m_heard;
    size_t m_at = 0;
};

} // namespace

class FakeSmtpServer::Thread final : public QThread
{
public:
    Thread(const QByteArray &script, std::optional<ServerIdentity> identity)
        : m_steps(stepsOf(script))
        , m_identity(std::move(identity))
    {
        start();
        m_endpoint
            = {.address = QHostAddress(QHostAddress::LocalHost), .port = m_port.get_future().get()};
        EXPECT_NE(m_endpoint.port, 0) << "no free port for a mail host";
    }

    ~Thread() override
    {
        quit();
        wait();
    }
    Q_DISABLE_COPY_MOVE(Thread)

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }

    [[nodiscard]] QByteArrayList received() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_received;
    }

protected:
    void run() override
    {
        Listener listener;
        listener.onConnection = [&](qintptr descriptor) { serve(listener, descriptor); };
        listener.listen(QHostAddress::LocalHost);
        m_port.set_value(listener.serverPort());
        exec();
    }

private:
    void serve(Listener &listener, qintptr descriptor)
    {
        auto *socket = new QSslSocket(&listener);
        if (m_identity) {
            QSslConfiguration configuration = socket->sslConfiguration();
            configuration.setLocalCertificate(m_identity->certificate);
            configuration.setPrivateKey(m_identity->key);
            socket->setSslConfiguration(configuration);
        }
        const auto play = std::make_shared<Play>(*socket, m_steps, [this](const QByteArray &line) {
            const QMutexLocker lock(&m_mutex);
            m_received.append(line);
        });
        const auto proceed = [play] { play->proceed(); };
        QObject::connect(socket, &QSslSocket::readyRead, socket, proceed);
        QObject::connect(socket, &QSslSocket::bytesWritten, socket, proceed, Qt::QueuedConnection);
        QObject::connect(socket, &QSslSocket::encrypted, socket, proceed);
        socket->setSocketDescriptor(descriptor);
        play->proceed();
    }

    std::vector<Step> m_steps;
    std::optional<ServerIdentity> m_identity;
    std::promise<quint16> m_port;
    Endpoint m_endpoint;
    mutable QMutex m_mutex;
    QByteArrayList m_received;
};

FakeSmtpServer::FakeSmtpServer(const QByteArray &script, std::optional<ServerIdentity> identity)
    : m_thread(std::make_unique<Thread>(script, std::move(identity)))
{}

FakeSmtpServer::~FakeSmtpServer() = default;

Endpoint FakeSmtpServer::endpoint() const
{
    return m_thread->endpoint();
}

QByteArrayList FakeSmtpServer::received() const
{
    return m_thread->received();
}

} // namespace todoku::test
