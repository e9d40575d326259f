// SPDX-License-Identifier: MIT
#include "core/base/endpoint.h"

using namespace Qt::StringLiterals;

namespace todoku {

std::optional<QHostAddress> parseAddress(const QString &text)
{
    QHostAddress address(text);
    const bool isShort
        = address.protocol() == QAbstractSocket::IPv4Protocol && text.count(u'.') != 3;
    if (address.isNull() || isShort)
        return std::nullopt;
    return address;
}

std::optional<Endpoint> Endpoint::parse(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon <= 0)
        return std::nullopt;

    bool isNumber = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isNumber);
    QString host = text.left(colon);
    const bool isBracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (isBracketed)
        host = host.mid(1, host.size() - 2);

    const auto address = parseAddress(host);
    const bool isIPv6 = address && address->protocol() == QAbstractSocket::IPv6Protocol;
    if (!address || !isNumber || port == 0 || isIPv6 != isBracketed)
        return std::nullopt;
    return Endpoint{.address = *address, .port = port};
}

std::optional<Endpoint> Endpoint::parse(const QString &text, quint16 defaultPort)
{
    QString host = text;
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (const auto address = parseAddress(host))
        return Endpoint{.address = *address, .port = defaultPort};
    return parse(text);
}

QString Endpoint::toString() const
{
    const QString host = address.toString();
    const bool isIPv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isIPv6 ? u'[' + host + u']' : host) + u':' + QString::number(port);
}

} // namespace todoku
