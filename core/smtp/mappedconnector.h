// SPDX-License-Identifier: MIT
#pragma once

#include "core/smtp/connection.h"
#include "core/smtp/networkfile.h"

namespace todoku {

/** Leads connections where a network file says, by another connector. */
class MappedConnector final : public Connector
{
public:
    /** @p inner must outlive this; @p file's members other than the connections' are unused. */
    MappedConnector(Connector &inner, NetworkFile file)
        : m_inner(inner)
        , m_file(std::move(file))
    {}

    /** An entry of "connect" comes first, then "unreachable", then the default (NotPermitted). */
    [[nodiscard]] Result<std::unique_ptr<Connection>> open(const QHostAddress &address,
                                                           quint16 port,
                                                           const Budget &budget) override;

private:
    Connector &m_inner;
    NetworkFile m_file;
};

} // namespace todoku
