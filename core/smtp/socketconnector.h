// SPDX-License-Identifier: MIT
#pragma once

#include "core/smtp/connection.h"

namespace todoku {

/**
 * Opens real TCP connections, past any proxy. What it opens belongs to the calling thread.
 *
 * A call waits in a local event loop for the socket, the timer or the stop, whichever is first:
 * QAbstractSocket's waitFor… functions cannot be woken, and "may fail randomly on Windows".
 */
class SocketConnector final : public Connector
{
public:
    /** @p trusted are certificates of authorities to believe beside the system's. */
    explicit SocketConnector(QList<QSslCertificate> trusted = {})
        : m_trusted(std::move(trusted))
    {}

    [[nodiscard]] Result<std::unique_ptr<Connection>> open(const QHostAddress &address,
                                                           quint16 port,
                                                           const Budget &budget) override;

private:
    QList<QSslCertificate> m_trusted;
};

} // namespace todoku
