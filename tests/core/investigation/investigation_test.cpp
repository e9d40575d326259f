// SPDX-License-Identifier: MIT
#include "core/evidence/facts.h"
#include "core/investigation/investigation.h"
#include "support/paths.h"
#include "support/scriptedconnector.h"
#include "support/zoneresolver.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace todoku {

namespace {

const QByteArray pastedBounce
    = "<suzuki@example.com>: host mx.example.com[192.0.2.10] said: 552 5.2.2\n"
      "    Mailbox full (in reply to RCPT TO command)\n";

// Sees what it is told to, or that it could not look.
class ToldProbe final : public Probe
{
public:
    explicit ToldProbe(const QString &value)
        : m_value(value)
    {}

    ProbeId id() const override { return {u"told"_s}; }
    std::optional<Message> obstacle(const Evidence &) const override { return std::nullopt; }
    std::vector<Contact> contacts(const Evidence &, const Network &) const override
    {
        return {{.host = u"mx.example:25"_s, .purpose = {}, .isThirdParty = true}};
    }
    ProbeOutcome run(const Evidence &, const Network &, const Budget &) const override
    {
        ProbeOutcome outcome;
        outcome.record.state = m_value.isEmpty() ? CheckState::CouldNotTest : CheckState::Ok;
        if (!m_value.isEmpty())
            outcome.observations = {{.fact = facts::recipientDns(), .value = m_value}};
        return outcome;
    }

private:
    const QString &m_value; // changes between runs
};

class TheInvestigation : public testing::Test
{
protected:
    TheInvestigation()
    {
        ProbeList probes;
        probes.push_back(std::make_unique<ToldProbe>(told));
        investigation = std::make_unique<Investigation>(
            *knowledge, *tables, std::move(probes),
            Network{
                .resolver = resolver, .connector = connector, .landmarks = {}, .ownAddress = {}});
    }

    void probe()
    {
        QSignalSpy finished(investigation.get(), &Investigation::probesFinished);
        investigation->startProbes({{u"told"_s}}, Budget(1s, Budget::Clock::now() + 5s));
        ASSERT_TRUE(finished.wait(5000));
    }

    [[nodiscard]] CauseId top() const
    {
        return investigation->diagnosis().hypotheses.front().cause;
    }

    Result<KnowledgeBase> knowledge
        = KnowledgeBase::load(test::sourcePath(u"resources/knowledge"_s));
    Result<BounceTables> tables = BounceTables::load(test::sourcePath(u"resources/knowledge"_s));
    test::ZoneResolver resolver;
    test::ScriptedConnector connector;
    QString told = u"ok"_s;
    std::unique_ptr<Investigation> investigation;
};

} // namespace

TEST_F(TheInvestigation, NamesTheCauseOfAPastedBounce)
{
    ASSERT_TRUE(investigation->add({.name = u"pasted"_s, .bytes = pastedBounce}));

    EXPECT_EQ(top().value, u"recipient_mailbox_full"_s);
    EXPECT_EQ(investigation->subject().incident.recipient, u"suzuki@example.com"_s);
    EXPECT_EQ(investigation->subject().documents.front().kind, Document::Kind::Bounce);
}

TEST_F(TheInvestigation, KeepsWhatWasTypedWhenABounceSaysOtherwise)
{
    investigation->setIncident({.recipient = u"typed@example.com"_s});

    ASSERT_TRUE(investigation->add({.name = u"pasted"_s, .bytes = pastedBounce}));

    EXPECT_EQ(investigation->subject().incident.recipient, u"typed@example.com"_s);
}

TEST_F(TheInvestigation, StaysAsItWasAfterSomethingUnreadable)
{
    const Case before = investigation->subject();

    const auto added = investigation->add({.name = u"photo.jpg"_s, .bytes = "\xff\xd8\xff"});

    ASSERT_FALSE(added);
    EXPECT_TRUE(added.error().detail.contains(u"photo.jpg"_s));
    EXPECT_EQ(investigation->subject(), before);
}

TEST_F(TheInvestigation, WithdrawingAnAnswerRestoresTheDiagnosis)
{
    const double before = investigation->diagnosis().other;
    investigation->answer(facts::sendResult(), u"silent"_s);
    EXPECT_NE(investigation->diagnosis().other, before);

    investigation->withdraw(facts::sendResult());

    EXPECT_EQ(investigation->diagnosis().other, before);
}

TEST_F(TheInvestigation, NotKnowingAddsNothingAndIsNotAskedAgain)
{
    const double before = investigation->diagnosis().other;
    const FactId asked = investigation->diagnosis().next.front().fact;

    investigation->answer(asked, unknownAnswer());

    EXPECT_EQ(investigation->diagnosis().other, before);
    EXPECT_TRUE(std::ranges::none_of(investigation->diagnosis().next,
                                     [&](const NextStep &s) { return s.fact == asked; }));
}

TEST_F(TheInvestigation, DismissedFactsDoNotWeigh)
{
    ASSERT_TRUE(investigation->add({.name = u"pasted"_s, .bytes = pastedBounce}));

    investigation->setDismissed(facts::errorText(), true);
    EXPECT_TRUE(investigation->evidence().of(facts::errorText()).empty());
    investigation->setDismissed(facts::errorText(), false);
    EXPECT_FALSE(investigation->evidence().of(facts::errorText()).empty());
}

TEST_F(TheInvestigation, RemovingTheBounceRemovesWhatItShowed)
{
    ASSERT_TRUE(investigation->add({.name = u"pasted"_s, .bytes = pastedBounce}));

    investigation->removeDocument(0);

    EXPECT_TRUE(investigation->evidence().of(facts::errorText()).empty());
    EXPECT_TRUE(investigation->readings().empty());
}

TEST_F(TheInvestigation, ShowsWhatWouldBeContactedAndContactsNothing)
{
    const auto plan = investigation->plan();

    ASSERT_EQ(plan.size(), 1U);
    EXPECT_TRUE(plan.front().asksThirdParty);
    EXPECT_TRUE(connector.opened().isEmpty());
    EXPECT_TRUE(investigation->subject().probes.empty());
}

TEST_F(TheInvestigation, ASecondRunReplacesWhatTheFirstSaw)
{
    probe();
    told = u"nxdomain"_s;
    probe();

    const auto seen = investigation->evidence().of(facts::recipientDns());
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.front().value, u"nxdomain"_s);
    EXPECT_EQ(investigation->subject().probes.size(), 1U);
}

TEST_F(TheInvestigation, ARunThatCouldNotLookTakesTheOldFindingBack)
{
    probe();
    told.clear();
    probe();

    EXPECT_TRUE(investigation->evidence().of(facts::recipientDns()).empty());
    EXPECT_EQ(investigation->subject().probes.front().state, CheckState::CouldNotTest);
}

TEST_F(TheInvestigation, OpeningASavedCaseGivesTheSameDiagnosis)
{
    ASSERT_TRUE(investigation->add({.name = u"pasted"_s, .bytes = pastedBounce}));
    investigation->answer({u"affected_recipients"_s}, u"one_addr"_s);
    probe();
    const Case saved = investigation->subject();
    const double before = investigation->diagnosis().hypotheses.front().probability;

    investigation->setCase({});
    investigation->setCase(saved);

    EXPECT_EQ(investigation->subject(), saved);
    EXPECT_EQ(investigation->diagnosis().hypotheses.front().probability, before);
}

TEST_F(TheInvestigation, KeepsAndNamesWhatTheTablesDoNotKnow)
{
    Case odd;
    odd.observations = {{.fact = {u"moon_phase"_s}, .value = u"full"_s}};

    investigation->setCase(odd);

    EXPECT_EQ(investigation->notUnderstood(), QStringList{u"moon_phase=full"_s});
    EXPECT_EQ(investigation->subject().observations, odd.observations);
}

} // namespace todoku
