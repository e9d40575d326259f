// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/endpoint.h"
#include "support/scriptedconnection.h"

#include <QHash>
#include <QMutex>

namespace todoku::test {

/** A network of hosts that each say their replies in order, or fail to be reached. */
class ScriptedConnector final : public Connector
{
public:
    /** @p endpoint answers with @p replies; with none, it takes the connection and says nothing. */
    void answer(const QString &endpoint, const QByteArrayList &replies = {})
    {
        m_replies.insert(*Endpoint::parse(endpoint), replies);
    }

    /** From now on @p endpoint cannot be reached, for this reason. */
    void fail(const QString &endpoint, Error::Kind kind)
    {
        m_failures.insert(*Endpoint::parse(endpoint), kind);
    }

    /** What was opened, in no certain order. */
    [[nodiscard]] QStringList opened() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_opened;
    }

    /** What the clients sent, all sessions together. */
    [[nodiscard]] QByteArray sent() const { return m_sent; }

    Result<std::unique_ptr<Connection>> open(const QHostAddress &address,
                                             quint16 port,
                                             const Budget &budget) override
    {
        const Endpoint endpoint{.address = address, .port = port};
        const QMutexLocker lock(&m_mutex);
        m_opened.append(endpoint.toString());
        if (budget.isCancelled())
            return failure(Error::Kind::Cancelled);
        if (m_replies.contains(endpoint))
            return std::make_unique<ScriptedConnection>(m_replies.value(endpoint), &m_sent);
        return failure(m_failures.value(endpoint, Error::Kind::TimedOut),
                       QStringLiteral("no answer from ") + endpoint.toString());
    }

private:
    mutable QMutex m_mutex; // landmarks are tried from several threads
    QHash<Endpoint, QByteArrayList> m_replies;
    QHash<Endpoint, Error::Kind> m_failures;
    QStringList m_opened;
    QByteArray m_sent;
};

} // namespace todoku::test
