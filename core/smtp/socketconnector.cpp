// SPDX-License-Identifier: MIT
#include "core/smtp/socketconnector.h"

#include "core/base/endpoint.h"

#include <QEventLoop>
#include <QNetworkProxy>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr qint64 largestRead = 65536;

enum class Phase { Connecting, Talking, Handshaking };

Error::Kind kindOf(QAbstractSocket::SocketError error, Phase phase)
{
    using Kind = Error::Kind;
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return Kind::Refused;
    case QAbstractSocket::SocketTimeoutError:
        return Kind::TimedOut;
    case QAbstractSocket::RemoteHostClosedError:
        return Kind::ConnectionLost;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return Kind::Malformed;
    default:
        return phase == Phase::Connecting ? Kind::Unreachable : Kind::ConnectionLost;
    }
}

QString nameOf(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLSv1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLSv1.3"_s;
    default: // older ones are not in what Qt calls secure, and never come about
        return u"TLS"_s;
    }
}

class SocketConnection final : public Connection
{
public:
    SocketConnection(Endpoint endpoint, const QList<QSslCertificate> &trusted)
        : m_endpoint(std::move(endpoint))
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.setReadBufferSize(4 * largestRead);
        QSslConfiguration configuration = m_socket.sslConfiguration();
        configuration.addCaCertificates(trusted);
        m_socket.setSslConfiguration(configuration);
        QObject::connect(&m_socket, &QSslSocket::sslErrors, &m_socket,
                         [this](const QList<QSslError> &errors) {
                             // Judged afterwards: a bad certificate is a finding of its own.
                             m_sslErrors = errors;
                             m_socket.ignoreSslErrors();
                         });
    }

    ~SocketConnection() override { m_socket.abort(); }
    Q_DISABLE_COPY_MOVE(SocketConnection)

    Result<> connect(const Budget &budget)
    {
        // A thread that Qt did not start gets its event dispatcher with its first loop; a socket
        // that connects before that would never hear of it.
        const QEventLoop dispatcher;
        m_socket.connectToHost(m_endpoint.address, m_endpoint.port);
        return await(Phase::Connecting, budget,
                     [this] { return m_socket.state() == QAbstractSocket::ConnectedState; });
    }

    Result<QByteArray> read(const Budget &budget) override
    {
        return await(Phase::Talking, budget, [this] { return m_socket.bytesAvailable() > 0; })
            .map([this] { return m_socket.read(largestRead); });
    }

    Result<> write(const QByteArray &bytes, const Budget &budget) override
    {
        if (m_socket.state() == QAbstractSocket::ConnectedState)
            m_socket.write(bytes);
        return await(Phase::Talking, budget, [this] {
            return m_socket.state() == QAbstractSocket::ConnectedState
                   && m_socket.bytesToWrite() == 0 && m_socket.encryptedBytesToWrite() == 0;
        });
    }

    QHostAddress localAddress() const override { return m_socket.localAddress(); }

    Result<TlsInfo> startTls(const QString &peerName, const Budget &budget) override
    {
        if (!QSslSocket::supportsSsl())
            return failure(Error::Kind::NotPermitted, u"this installation of Qt has no TLS"_s);
        m_socket.setPeerVerifyName(peerName); // SNI as well
        if (m_socket.bytesAvailable() != 0)
            return failure(
                Error::Kind::Malformed,
                u"%1 sent plaintext before the TLS handshake: an injection, or no SMTP"_s.arg(
                    m_endpoint.toString()));
        m_socket.startClientEncryption();
        return await(Phase::Handshaking, budget, [this] { return m_socket.isEncrypted(); })
            .map([this] { return tlsInfo(); });
    }

private:
    /** Until @p isDone, an error, the budget's end or its stop; a stop wakes at once. */
    Result<> await(Phase phase, const Budget &budget, const std::function<bool()> &isDone)
    {
        QEventLoop loop;
        const auto wake = [&loop] { loop.quit(); };
        QObject::connect(&m_socket, &QSslSocket::stateChanged, &loop, wake);
        QObject::connect(&m_socket, &QSslSocket::errorOccurred, &loop, wake);
        QObject::connect(&m_socket, &QSslSocket::readyRead, &loop, wake);
        QObject::connect(&m_socket, &QSslSocket::bytesWritten, &loop, wake);
        QObject::connect(&m_socket, &QSslSocket::encryptedBytesWritten, &loop, wake);
        QObject::connect(&m_socket, &QSslSocket::encrypted, &loop, wake);
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, &loop, wake);
        timer.start(budget.forNextStep());
        // Queued: the event waits for the loop even if the stop comes before exec().
        const std::stop_callback onStop(budget.stopToken(), [&loop] {
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });

        while (true) {
            if (budget.isCancelled())
                return failure(Error::Kind::Cancelled);
            if (isDone())
                return {};
            if (m_socket.state() == QAbstractSocket::UnconnectedState)
                return socketFailure(phase);
            if (!timer.isActive())
                return failure(Error::Kind::TimedOut, timeoutDetail(phase));
            loop.exec(QEventLoop::ExcludeUserInputEvents);
        }
    }

    [[nodiscard]] tl::unexpected<Error> socketFailure(Phase phase) const
    {
        const auto error = m_socket.error();
        if (phase == Phase::Handshaking)
            return failure(kindOf(error, phase),
                           u"TLS handshake with %1 failed: %2"_s.arg(m_endpoint.toString(),
                                                                     m_socket.errorString()));
        const Error::Kind kind = error == QAbstractSocket::UnknownSocketError
                                     ? Error::Kind::ConnectionLost
                                     : kindOf(error, phase);
        return failure(kind, u"%1: %2"_s.arg(m_endpoint.toString(), m_socket.errorString()));
    }

    [[nodiscard]] QString timeoutDetail(Phase phase) const
    {
        switch (phase) {
        case Phase::Connecting:
            return u"no answer from %1"_s.arg(m_endpoint.toString());
        case Phase::Handshaking:
            return u"%1 did not finish the TLS handshake"_s.arg(m_endpoint.toString());
        case Phase::Talking:
            break;
        }
        return u"%1 is connected but keeps silent"_s.arg(m_endpoint.toString());
    }

    [[nodiscard]] TlsInfo tlsInfo() const
    {
        TlsInfo info{.protocol = nameOf(m_socket.sessionProtocol()),
                     .cipher = m_socket.sessionCipher().name(),
                     .peerChain = m_socket.peerCertificateChain()};
        for (const QSslError &error : m_sslErrors) {
            info.certificateErrors << error.errorString();
            info.certificateErrorCodes << error.error();
        }
        return info;
    }

    Endpoint m_endpoint;
    QList<QSslError> m_sslErrors;
    QSslSocket m_socket; // last: its signals touch the others
};

} // namespace

Result<std::unique_ptr<Connection>> SocketConnector::open(const QHostAddress &address,
                                                          quint16 port,
                                                          const Budget &budget)
{
    auto connection
        = std::make_unique<SocketConnection>(Endpoint{.address = address, .port = port}, m_trusted);
    const auto connected = connection->connect(budget);
    if (!connected)
        return tl::unexpected(connected.error());
    return connection;
}

} // namespace todoku
