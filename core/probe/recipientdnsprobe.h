// SPDX-License-Identifier: MIT
#pragma once

#include "core/probe/probe.h"

namespace todoku {

/** Where mail for the recipient's domain goes (RFC 5321 section 5.1), and whether anywhere. */
class RecipientDnsProbe final : public Probe
{
public:
    [[nodiscard]] ProbeId id() const override;
    [[nodiscard]] std::optional<Message> obstacle(const Evidence &evidence) const override;
    [[nodiscard]] std::vector<Contact> contacts(const Evidence &evidence,
                                                const Network &network) const override;
    [[nodiscard]] ProbeOutcome run(const Evidence &evidence,
                                   const Network &network,
                                   const Budget &budget) const override;
};

/** A mail host as the fact recipient_mx carries it. */
struct MailHost
{
    QString name;
    QHostAddress address;

    [[nodiscard]] QString toString() const; // "mx.example.net[192.0.2.10]"
    [[nodiscard]] static std::optional<MailHost> parse(const QString &text);
};

/** The domain of an address as DNS wants it (ACE, lower case); empty if it cannot be a name. */
[[nodiscard]] QString aceDomain(const QString &domain);

} // namespace todoku
