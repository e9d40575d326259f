// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QString>

#include <optional>

namespace todoku {

/**
 * An IPv4 address of four numbers, or an IPv6 one; nothing for anything else. QHostAddress alone
 * takes "192.0.2" and "7" as well, which people do not mean as addresses.
 */
[[nodiscard]] std::optional<QHostAddress> parseAddress(const QString &text);

/** An address and a port: "192.0.2.1:25" or "[2001:db8::1]:25". */
struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;

    /** Nothing if @p text is no address with a port from 1 to 65535. */
    [[nodiscard]] static std::optional<Endpoint> parse(const QString &text);
    /** As above; a bare address, also an IPv6 one without brackets, stands for @p defaultPort. */
    [[nodiscard]] static std::optional<Endpoint> parse(const QString &text, quint16 defaultPort);

    [[nodiscard]] QString toString() const;
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
    friend size_t qHash(const Endpoint &endpoint, size_t seed = 0)
    {
        return qHashMulti(seed, endpoint.address, endpoint.port);
    }
};

} // namespace todoku
