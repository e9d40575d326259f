// SPDX-License-Identifier: MIT
#pragma once

#include "core/probe/probe.h"

namespace todoku {

/**
 * Whether this line lets mail out: connects to well-known servers on the ports for mail and says
 * nothing there. Port 25 closed alone (OP25B) is usual on home lines and no fault by itself.
 */
class LocalNetworkProbe final : public Probe
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
