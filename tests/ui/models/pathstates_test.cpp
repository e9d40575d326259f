// SPDX-License-Identifier: MIT
#include "ui/models/pathstates.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

HopState stateOf(const PathStates &states, Hop hop)
{
    return states[static_cast<size_t>(hop)];
}

KnowledgeBase oneCauseAt(Hop hop)
{
    KnowledgeBase knowledge;
    knowledge.causes.push_back({.id = {u"cause"_s}, .hop = hop});
    return knowledge;
}

Evidence something()
{
    return Evidence({{.fact = {u"send_result"_s}, .value = u"silent"_s}});
}

} // namespace

TEST(PathStates, AreUnknownWithoutEvidence)
{
    const PathStates states = pathStates(oneCauseAt(Hop::Dns), {}, {}, {});

    for (const HopState state : states)
        EXPECT_EQ(state, HopState::Unknown);
}

TEST(PathStates, ShowTheFaultWhereTheLikelyCauseIs)
{
    Diagnosis diagnosis;
    diagnosis.hypotheses.push_back({.cause = {u"cause"_s}, .probability = 0.7});

    const PathStates states = pathStates(oneCauseAt(Hop::Dns), {}, something(), diagnosis);

    EXPECT_EQ(stateOf(states, Hop::Dns), HopState::Broken);
    EXPECT_EQ(stateOf(states, Hop::Mailbox), HopState::Unknown);
}

TEST(PathStates, NeverShowAsFineWhatCouldNotBeTested)
{
    Case subject;
    subject.probes.push_back({.id = {u"recipient_smtp"_s}, .state = CheckState::CouldNotTest});
    subject.probes.push_back({.id = {u"local_network"_s}, .state = CheckState::Ok});

    const PathStates states = pathStates({}, subject, something(), {});

    EXPECT_EQ(stateOf(states, Hop::RecipientGateway), HopState::CouldNotTest);
    EXPECT_EQ(stateOf(states, Hop::Line), HopState::Fine);
}

TEST(PathStates, LeaveAHopThatWasNotRunUnknown)
{
    Case subject;
    subject.probes.push_back({.id = {u"submission"_s}, .state = CheckState::NotRun});

    const PathStates states = pathStates({}, subject, something(), {});

    EXPECT_EQ(stateOf(states, Hop::SendingServer), HopState::Unknown);
}

} // namespace todoku
