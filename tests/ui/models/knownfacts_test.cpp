// SPDX-License-Identifier: MIT
#include "ui/models/knownfacts.h"
#include "ui/stage.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

static const Observation *find(const Observations &shown, const FactId &fact)
{
    const auto found = std::ranges::find(shown, fact, &Observation::fact);
    return found == shown.end() ? nullptr : &*found;
}

TEST(KnownFacts, SayWhichMailAnAddressWasReadFrom)
{
    test::Stage stage;
    ASSERT_TRUE(stage.investigation()
                    .add({.name = u"bounce.eml"_s, .bytes = test::blocklistBounce()})
                    .has_value());

    const Observations shown = knownFacts(stage.investigation());

    const Observation *recipient = find(shown, {u"recipient_address"_s});
    ASSERT_NE(recipient, nullptr);
    EXPECT_EQ(recipient->value, u"suzuki@example.com"_s);
    EXPECT_EQ(recipient->source, Source::Bounce);
}

TEST(KnownFacts, SayThatATypedAddressIsTheUsersAnswer)
{
    test::Stage stage;
    ASSERT_TRUE(stage.investigation()
                    .add({.name = u"bounce.eml"_s, .bytes = test::blocklistBounce()})
                    .has_value());
    Incident incident = stage.investigation().subject().incident;
    incident.recipient = u"tanaka@example.com"_s;

    stage.investigation().setIncident(incident);
    const Observations shown = knownFacts(stage.investigation());

    const Observation *recipient = find(shown, {u"recipient_address"_s});
    ASSERT_NE(recipient, nullptr);
    EXPECT_EQ(recipient->value, u"tanaka@example.com"_s);
    EXPECT_EQ(recipient->source, Source::Answer);
}

TEST(KnownFacts, LeaveOutWhatOneCheckFoundForTheNext)
{
    test::Stage stage;
    Case subject;
    subject.observations
        = {{.fact = {u"recipient_mx"_s},
            .value = u"mx.example.com[192.0.2.25]"_s,
            .source = Source::Probe},
           {.fact = {u"blocklists"_s}, .value = u"ip_listed"_s, .source = Source::Probe}};
    stage.investigation().setCase(subject);

    const Observations shown = knownFacts(stage.investigation());

    EXPECT_EQ(find(shown, {u"recipient_mx"_s}), nullptr);
    EXPECT_NE(find(shown, {u"blocklists"_s}), nullptr);
}

} // namespace todoku
