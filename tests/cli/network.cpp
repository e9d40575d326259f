// SPDX-License-Identifier: MIT
#include "cli/network.h"

#include "cli/program.h"
#include "core/lab/networkfiletext.h"
#include "support/paths.h"

using namespace Qt::StringLiterals;

namespace todoku::test {

QByteArray recipientZone()
{
    return "recipient.example. SOA ns.recipient.example. root.recipient.example. 1 2 3 4 5\n"
           "recipient.example. NS ns.recipient.example.\n"
           "recipient.example. MX 10 mx.recipient.example.\n"
           "mx.recipient.example. A 198.51.100.25\n"
           "ns.recipient.example. A 192.0.2.53\n";
}

QString writeNetwork(const QTemporaryDir &folder, const SmallNetwork &network)
{
    NetworkFile file;
    file.resolvers = {network.nameServer.toString()};
    file.connect.insert({.address = QHostAddress(u"198.51.100.25"_s), .port = 25},
                        network.mailHost);
    file.ownAddress = QHostAddress(u"203.0.113.5"_s);
    return writeFile(folder.filePath(u"network.json"_s), toJson(file));
}

} // namespace todoku::test
