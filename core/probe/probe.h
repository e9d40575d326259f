// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/budget.h"
#include "core/base/id.h"
#include "core/dns/resolver.h"
#include "core/evidence/evidence.h"
#include "core/evidence/proberecord.h"
#include "core/smtp/connection.h"

#include <optional>

namespace todoku {

/** A host and port that is known to be up, to find out what this network lets through. */
struct Landmark
{
    QString host;
    quint16 port = 0;

    friend bool operator==(const Landmark &, const Landmark &) = default;
};

/** The two ways out to the network, and what a network file says of this machine. */
struct Network
{
    Resolver &resolver;
    Connector &connector;
    std::vector<Landmark> landmarks; // for the ports 25, 465 and 587
    QHostAddress ownAddress;         // as the outside sees it; null if not known
};

/** Something that a probe would get in touch with: shown to the user before anything is. */
struct Contact
{
    QString host;    // a name, an address, or a zone; with a port where there is one
    Message purpose; // what is asked there
    bool isThirdParty = false;

    friend bool operator==(const Contact &, const Contact &) = default;
};

struct ProbeOutcome
{
    ProbeRecord record;
    Observations observations; // empty when nothing could be found out
};

/** One live check. Stateless: the same evidence and the same network give the same outcome. */
class Probe
{
public:
    Probe() = default;
    Probe(const Probe &) = delete;
    Probe &operator=(const Probe &) = delete;
    Probe(Probe &&) = delete;
    Probe &operator=(Probe &&) = delete;
    virtual ~Probe() = default;

    [[nodiscard]] virtual ProbeId id() const = 0;

    /** What @p evidence lacks for run() to make sense; nothing if it can run. Fast and pure. */
    [[nodiscard]] virtual std::optional<Message> obstacle(const Evidence &evidence) const = 0;

    /** What run() would get in touch with, as far as can be said before. Contacts nothing. */
    [[nodiscard]] virtual std::vector<Contact> contacts(const Evidence &evidence,
                                                        const Network &network) const
        = 0;

    /**
     * Does the check. Blocks, so it is called on a worker thread.
     *
     * What could not be tested comes back as such, with the reason, and without observations: it
     * must never weigh as "looked and found nothing".
     */
    [[nodiscard]] virtual ProbeOutcome run(const Evidence &evidence,
                                           const Network &network,
                                           const Budget &budget) const
        = 0;
};

} // namespace todoku
