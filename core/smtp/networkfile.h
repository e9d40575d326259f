// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/endpoint.h"
#include "core/base/result.h"

#include <QHash>
#include <QSslCertificate>
#include <QStringList>

#include <optional>
#include <utility>

namespace todoku {

/**
 * Where the two seams to the network lead instead of the real one: the --network file of the
 * command line. With such a file nothing leaves the machine unless it says "direct".
 */
struct NetworkFile
{
    enum class Default { Refuse, Direct };

    QStringList resolvers;                           // for CaresResolver::forServers
    QHash<Endpoint, Endpoint> connect;               // as probes see it → where it really is
    QList<std::pair<QHostAddress, int>> unreachable; // subnets
    Default byDefault = Default::Refuse;
    QHash<QString, QString> http;           // host → "address:port"
    QString trustFile;                      // PEM; a relative path counts from the network file
    std::optional<QHostAddress> ownAddress; // how the world sees this computer
    QStringList reachability; // "host:port" of well-known hosts, to probe the local network with
};

/** Errors name @p path, the place within it and the reason. Unknown members are ignored. */
[[nodiscard]] Result<NetworkFile> readNetworkFile(const QString &path);

/** As above, from bytes; @p path is for errors and to find "trust" from. */
[[nodiscard]] Result<NetworkFile> parseNetworkFile(const QByteArray &json, const QString &path);

/** The certificates of a PEM file; none for an empty @p path. */
[[nodiscard]] Result<QList<QSslCertificate>> readTrustFile(const QString &path);

} // namespace todoku
