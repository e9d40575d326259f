// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/endpoint.h"
#include "core/base/result.h"
#include "core/lab/labserver.h"

#include <QTcpServer>

#include <chrono>

namespace todoku {

/**
 * A host of the practice network, on a port of loopback: one SMTP session a connection.
 *
 * Belongs to the thread that it is made in, which needs an event loop.
 */
class Listener final : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxSessions = 100;
    static constexpr std::chrono::seconds idleLimit{60};

    /** All clients count as @p client; @p refusal is the rule that turns it away, if any. */
    Listener(LabServer server,
             const QHostAddress &client,
             std::optional<LabClientRule> refusal,
             QObject *parent = nullptr);

    /** Takes a free port; says which. */
    [[nodiscard]] Result<Endpoint> listen();
    [[nodiscard]] const LabServer &server() const { return m_server; }

private:
    void takeConnections();
    void serve(QTcpSocket &socket);

    LabServer m_server;
    QHostAddress m_client;
    std::optional<LabClientRule> m_refusal;
    QTcpServer m_tcp;
    int m_sessions = 0;
};

} // namespace todoku
