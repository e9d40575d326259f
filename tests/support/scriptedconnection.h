// SPDX-License-Identifier: MIT
#pragma once

#include "core/smtp/connection.h"

#include <QByteArrayList>

namespace todoku::test {

/** Plays the server's half of a session from a list of replies, and keeps the client's half. */
class ScriptedConnection final : public Connection
{
public:
    explicit ScriptedConnection(QByteArrayList replies, QByteArray *sent = nullptr)
        : m_replies(std::move(replies))
        , m_sent(sent)
    {}

    Result<QByteArray> read(const Budget &budget) override
    {
        if (budget.isCancelled())
            return failure(Error::Kind::Cancelled);
        if (m_replies.isEmpty())
            return failure(Error::Kind::ConnectionLost);
        return m_replies.takeFirst();
    }

    Result<> write(const QByteArray &bytes, const Budget &) override
    {
        if (m_sent)
            *m_sent += bytes;
        return {};
    }

    Result<TlsInfo> startTls(const QString &, const Budget &) override { return TlsInfo{}; }

private:
    QByteArrayList m_replies;
    QByteArray *m_sent;
};

} // namespace todoku::test
