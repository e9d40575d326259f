// SPDX-License-Identifier: MIT
#pragma once

#include "core/probe/probe.h"

namespace todoku {

/**
 * Asks the recipient's mail hosts, in the order of their preference, whether they would take mail
 * for the recipient: greeting, EHLO, STARTTLS, MAIL, RCPT, RSET, QUIT. Never DATA.
 *
 * A host that cannot be reached is held against the recipient only if port 25 is known to let
 * others through from here; otherwise it "could not be tested".
 */
class RecipientSmtpProbe final : public Probe
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

} // namespace todoku
