// SPDX-License-Identifier: MIT
#include "ui/models/pathstates.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr double brokenFrom = 0.5;
constexpr double suspectFrom = 0.2;

struct Place
{
    QLatin1String id;
    Hop hop;
};

// Which stretch a check looks at.
constexpr std::array placesOfProbes{
    Place{"local_network"_L1, Hop::Line},
    Place{"submission"_L1, Hop::SendingServer},
    Place{"sender_dns"_L1, Hop::Dns},
    Place{"recipient_dns"_L1, Hop::Dns},
    Place{"spf"_L1, Hop::Dns},
    Place{"dkim"_L1, Hop::Dns},
    Place{"dmarc"_L1, Hop::Dns},
    Place{"reverse_dns"_L1, Hop::SendingServer},
    Place{"blocklists"_L1, Hop::SendingServer},
    Place{"recipient_smtp"_L1, Hop::RecipientGateway},
};

struct Proof
{
    QLatin1String fact;
    QLatin1String value;
    Hop hop;
};

// Answers after which a stretch needs no further looking at.
constexpr std::array proofs{
    Proof{"other_client"_L1, "fails"_L1, Hop::Pc},
    Proof{"web_works"_L1, "ok"_L1, Hop::Line},
    Proof{"recipient_gets_others"_L1, "ok"_L1, Hop::RecipientServer},
    Proof{"recipient_mailbox_space"_L1, "ok"_L1, Hop::Mailbox},
};

} // namespace

static HopState &at(PathStates &states, Hop hop)
{
    return states[static_cast<size_t>(hop)];
}

static std::optional<Hop> placeOf(const ProbeId &id)
{
    for (const Place &place : placesOfProbes) {
        if (place.id == id.value)
            return place.hop;
    }
    return std::nullopt;
}

static void showChecks(PathStates &states, const Case &subject)
{
    for (const ProbeRecord &record : subject.probes) {
        const auto hop = placeOf(record.id);
        if (!hop)
            continue;
        HopState &state = at(states, *hop);
        if (record.state == CheckState::Ok && state == HopState::Unknown)
            state = HopState::Fine;
        else if (record.state == CheckState::CouldNotTest)
            state = HopState::CouldNotTest;
        else if (record.state == CheckState::Problem || record.state == CheckState::Warning)
            state = HopState::Suspect;
    }
}

static void showAnswers(PathStates &states, const Evidence &evidence)
{
    for (const Proof &proof : proofs) {
        for (const Observation &observation : evidence.of({proof.fact})) {
            HopState &state = at(states, proof.hop);
            if (observation.value == proof.value && state == HopState::Unknown)
                state = HopState::Fine;
        }
    }
}

PathStates pathStates(const KnowledgeBase &knowledge,
                      const Case &subject,
                      const Evidence &evidence,
                      const Diagnosis &diagnosis)
{
    PathStates states;
    states.fill(HopState::Unknown);
    if (evidence.all().empty())
        return states;

    showChecks(states, subject);
    showAnswers(states, evidence);

    std::array<double, allHops.size()> shares{};
    for (const Hypothesis &hypothesis : diagnosis.hypotheses) {
        if (const Cause *cause = knowledge.cause(hypothesis.cause))
            shares[static_cast<size_t>(cause->hop)] += hypothesis.probability;
    }
    for (const Hop hop : allHops) {
        const double share = shares[static_cast<size_t>(hop)];
        if (share >= brokenFrom)
            at(states, hop) = HopState::Broken;
        else if (share >= suspectFrom)
            at(states, hop) = HopState::Suspect;
    }
    return states;
}

} // namespace todoku
