// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/endpoint.h"

#include <QString>
#include <QTemporaryDir>

namespace todoku::test {

/** One domain and its mail host, as the program is told of them. */
struct SmallNetwork
{
    Endpoint nameServer;
    Endpoint mailHost; // where 198.51.100.25:25 leads
};

/** The zone that goes with it: recipient.example's MX is mx.recipient.example, 198.51.100.25. */
[[nodiscard]] QByteArray recipientZone();

/** Writes the --network file for @p network into @p folder; returns its path. */
[[nodiscard]] QString writeNetwork(const QTemporaryDir &folder, const SmallNetwork &network);

} // namespace todoku::test
