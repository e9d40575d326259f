// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/endpoint.h"

#include <QByteArrayList>

#include <optional>
#include <vector>

namespace todoku {

class Zone;

/**
 * Whom a mail host turns away, where in the dialogue, and with what words.
 *
 * Replies may hold {client}, {host} and {recipient}.
 */
struct LabClientRule
{
    enum class Stage { Greeting, Mail, Recipient };

    Stage stage = Stage::Recipient;
    QHostAddress client; // null: whoever the blocklist lists
    QString blocklist;   // a zone
    QByteArray reply;

    friend bool operator==(const LabClientRule &, const LabClientRule &) = default;
};

/** What a mail host says to RCPT for one address. */
struct LabRecipientRule
{
    QString address;
    QByteArray reply;

    friend bool operator==(const LabRecipientRule &, const LabRecipientRule &) = default;
};

/** A host of the practice network that listens. */
struct LabServer
{
    QString name;
    Endpoint seenAt;           // where probes see it; the real port is chosen by the system
    bool isMailHost = true;    // otherwise it takes connections and says nothing
    QByteArrayList extensions; // lines of the EHLO reply, such as "SIZE 10485760"
    std::vector<LabClientRule> clients;
    std::vector<LabRecipientRule> recipients;
    QByteArray otherRecipients; // the reply for all others

    friend bool operator==(const LabServer &, const LabServer &) = default;
};

/** The rule that turns @p client away from @p server, with listings looked up in @p zone. */
[[nodiscard]] std::optional<LabClientRule> refusalOf(const LabServer &server,
                                                     const QHostAddress &client,
                                                     const Zone &zone);

} // namespace todoku
