// SPDX-License-Identifier: MIT
#pragma once

#include "core/dnsbl/blocklist.h"
#include "core/probe/probe.h"

namespace todoku {

/**
 * Whether the sending address, or the sender's domain, stands on a blocklist (RFC 5782).
 *
 * The address is the one that handed the mail over, as the error mail names it; this machine's own
 * only where that is not known, and then a listing of home lines by policy is no problem. The
 * server that receives the sender's mail (their MX) is never looked up: it is not what sends.
 */
class BlocklistsProbe final : public Probe
{
public:
    /** Asks those of @p lists that are enabled. */
    explicit BlocklistsProbe(std::vector<Blocklist> lists);

    [[nodiscard]] ProbeId id() const override;
    [[nodiscard]] std::optional<Message> obstacle(const Evidence &evidence) const override;
    [[nodiscard]] std::vector<Contact> contacts(const Evidence &evidence,
                                                const Network &network) const override;
    [[nodiscard]] ProbeOutcome run(const Evidence &evidence,
                                   const Network &network,
                                   const Budget &budget) const override;

private:
    std::vector<Blocklist> m_lists;
};

} // namespace todoku
