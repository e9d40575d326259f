// SPDX-License-Identifier: MIT
#include "core/probe/localnetworkprobe.h"

#include "core/evidence/facts.h"
#include "core/probe/couldnottest.h"
#include "core/probe/landmarks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr quint16 smtpPort = 25;
constexpr quint16 submissionsPort = 465; // RFC 8314
constexpr quint16 submissionPort = 587;  // RFC 6409

struct Verdict
{
    CheckState state = CheckState::CouldNotTest;
    Message found;
    QString value; // of the fact; empty: nothing can be said
};

Verdict verdictOn(const LandmarkReach &reach)
{
    const auto port = [&](quint16 number) {
        const auto found = reach.ports.find(number);
        return found == reach.ports.end() ? PortReach{} : found->second;
    };
    const bool canSubmit = port(submissionsPort).isOpen || port(submissionPort).isOpen;
    if (canSubmit && port(smtpPort).isClosed)
        return {CheckState::Information, {.id = u"local_network/only_25_closed"_s}, u"ok"_s};
    if (canSubmit)
        return {CheckState::Ok, {.id = u"local_network/ok"_s}, u"ok"_s};

    const bool isAnyOpen
        = std::ranges::any_of(reach.ports, [](const auto &entry) { return entry.second.isOpen; });
    const bool isSubmissionClosed = port(submissionsPort).isClosed && port(submissionPort).isClosed;
    if (isSubmissionClosed && isAnyOpen)
        return {CheckState::Problem, {.id = u"local_network/port_block"_s}, u"port_block"_s};

    const bool isCutOff = reach.unclear
                          && (reach.unclear->kind == Error::Kind::Cancelled
                              || reach.unclear->kind == Error::Kind::NotPermitted);
    if (!isAnyOpen && !isCutOff)
        return {CheckState::Problem, {.id = u"local_network/no_net"_s}, u"no_net"_s};
    if (reach.unclear)
        return {CheckState::CouldNotTest, couldNotTest(*reach.unclear), {}};
    return {CheckState::CouldNotTest, {.id = u"local_network/unclear"_s}, {}};
}

} // namespace

ProbeId LocalNetworkProbe::id() const
{
    return {u"local_network"_s};
}

std::optional<Message> LocalNetworkProbe::obstacle(const Evidence &) const
{
    return std::nullopt;
}

std::vector<Contact> LocalNetworkProbe::contacts(const Evidence &, const Network &network) const
{
    std::vector<Contact> contacts;
    std::ranges::transform(network.landmarks, std::back_inserter(contacts), contactFor);
    return contacts;
}

ProbeOutcome LocalNetworkProbe::run(const Evidence &,
                                    const Network &network,
                                    const Budget &budget) const
{
    ProbeOutcome outcome;
    if (network.landmarks.empty()) {
        outcome.record.found = {.id = u"not_run/no_landmarks"_s};
        return outcome;
    }
    const LandmarkReach reach = tryLandmarks(network.landmarks, network, budget);
    for (const auto &[number, port] : reach.ports) {
        outcome.record.details.insert(outcome.record.details.end(), port.details.begin(),
                                      port.details.end());
        if (number == smtpPort && (port.isOpen || port.isClosed))
            outcome.observations.push_back(
                {.fact = facts::port25(), .value = port.isOpen ? u"open"_s : u"closed"_s});
    }
    const Verdict verdict = verdictOn(reach);
    outcome.record.state = verdict.state;
    outcome.record.found = verdict.found;
    if (!verdict.value.isEmpty())
        outcome.observations.push_back({.fact = facts::localNetwork(), .value = verdict.value});
    return outcome;
}

} // namespace todoku
