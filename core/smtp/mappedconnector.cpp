// SPDX-License-Identifier: MIT
#include "core/smtp/mappedconnector.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

Result<std::unique_ptr<Connection>> MappedConnector::open(const QHostAddress &address,
                                                          quint16 port,
                                                          const Budget &budget)
{
    const Endpoint wanted{.address = address, .port = port};
    const auto mapped = m_file.connect.constFind(wanted);
    if (mapped != m_file.connect.constEnd())
        return m_inner.open(mapped->address, mapped->port, budget);

    const auto holds = [&](const auto &subnet) { return address.isInSubnet(subnet); };
    if (std::ranges::any_of(m_file.unreachable, holds))
        return failure(Error::Kind::Unreachable,
                       u"%1 is unreachable by the network file"_s.arg(wanted.toString()));
    if (m_file.byDefault == NetworkFile::Default::Direct)
        return m_inner.open(address, port, budget);
    return failure(Error::Kind::NotPermitted,
                   u"the network file does not lead to %1"_s.arg(wanted.toString()));
}

} // namespace todoku
