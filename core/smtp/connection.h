// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/budget.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QStringList>

#include <memory>

namespace todoku {

/** What a TLS handshake showed. Trouble with the certificate is a finding here, not an Error. */
struct TlsInfo
{
    QString protocol;                 // "TLSv1.3"
    QString cipher;                   // "TLS_AES_256_GCM_SHA384"
    QList<QSslCertificate> peerChain; // leaf first
    QStringList certificateErrors;    // empty: trusted, in date, and of the expected name
    QList<QSslError::SslError> certificateErrorCodes; // the same, in the same order

    [[nodiscard]] bool isTrusted() const { return certificateErrors.isEmpty(); }
};

/** A byte stream to a mail host. Every call blocks the calling thread; none may be the GUI's. */
class Connection
{
public:
    virtual ~Connection() = default;

    /** At least one byte, as soon as there is one. */
    [[nodiscard]] virtual Result<QByteArray> read(const Budget &budget) = 0;
    [[nodiscard]] virtual Result<> write(const QByteArray &bytes, const Budget &budget) = 0;

    /**
     * Begins TLS with SNI and name check for @p peerName (ACE form).
     *
     * Bytes that came before the handshake and were not read are an injection (the STARTTLS
     * attack); the implementation must refuse to go on (Malformed).
     */
    [[nodiscard]] virtual Result<TlsInfo> startTls(const QString &peerName, const Budget &budget)
        = 0;

    /** This machine's end; null if there is none to speak of. */
    [[nodiscard]] virtual QHostAddress localAddress() const { return {}; }
};

/** Opens connections, past any proxy. Tests hand out scripted ones. Shared by workers. */
class Connector
{
public:
    virtual ~Connector() = default;

    [[nodiscard]] virtual Result<std::unique_ptr<Connection>> open(const QHostAddress &address,
                                                                   quint16 port,
                                                                   const Budget &budget)
        = 0;
};

} // namespace todoku
