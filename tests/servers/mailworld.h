// SPDX-License-Identifier: MIT
#pragma once

#include "core/smtp/networkfile.h"
#include "servers/daemon.h"
#include "servers/proxyforwarder.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace todoku::test {

/**
 * Two companies that mail each other, with real daemons on loopback: NSD for the zones, rbldnsd
 * for the blocklists, a Postfix each for sender.example and recipient.example.
 *
 * 203.0.113.25 is blocklisted, 203.0.113.26 is not; mail to suzuki@ leaves from the former.
 */
class MailWorld
{
public:
    static constexpr int largestForRecipient = 51200;

    /** Why it cannot be had here; empty if it can. */
    [[nodiscard]] static QString obstacle();

    MailWorld();

    /** Hands a mail from keiri@sender.example to the sender's Postfix. */
    void submit(const QString &recipient, qsizetype size) const;

    /** The bounce about @p recipient, once the sender has it. */
    [[nodiscard]] QByteArray awaitBounce(const QString &recipient) const;

    /** The way into it for someone at @p ownAddress, which is one of the two. */
    [[nodiscard]] NetworkFile networkFor(const QString &ownAddress) const;

private:
    void startNameServers();
    void startRecipient();
    void startSender();
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_names;      // address of NSD
    QString m_blocklists; // address of rbldnsd
    quint16 m_senderPort = 0;
    quint16 m_recipientPort = 0;
    std::vector<std::unique_ptr<Daemon>> m_daemons;
    std::unique_ptr<ProxyForwarder> m_fromListed;
    std::unique_ptr<ProxyForwarder> m_fromClean;
};

} // namespace todoku::test
