// SPDX-License-Identifier: MIT
#pragma once

#include "servers/daemon.h"

#include <memory>

namespace todoku::test {

/** What one Postfix instance is to be. */
struct PostfixRole
{
    QString folder; // its own, for everything
    QString resolvConf;
    quint16 port = 0;
    bool expectsProxyHeader = false;
    QByteArray settings;   // lines of main.cf
    QByteArray mailboxes;  // virtual_mailbox_maps
    QByteArray transports; // transport_maps
};

/** Writes the configuration and starts Postfix with it; its name servers are those of the role. */
[[nodiscard]] std::unique_ptr<Daemon> startPostfix(const PostfixRole &role);

} // namespace todoku::test
