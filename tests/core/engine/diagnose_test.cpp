// SPDX-License-Identifier: MIT
#include "core/engine/diagnose.h"
#include "support/paths.h"
#include "support/referenceknowledge.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

class Diagnose : public testing::Test
{
protected:
    static KnowledgeBase tables()
    {
        const QByteArray bytes = test::readFile(test::dataPath(u"engine/small-kb.json"_s));
        return test::referenceKnowledge(nlohmann::json::parse(bytes.begin(), bytes.end()));
    }

    static Observation seen(const QString &fact, const QString &value)
    {
        return {.fact = {fact}, .value = value};
    }

    KnowledgeBase knowledge = tables();
    Model model{knowledge};
};

double oddsDb(double p)
{
    return 10 * std::log10(p / (1 - p));
}

} // namespace

TEST_F(Diagnose, LedgerAddsUpExactly)
{
    const Evidence evidence({seen(u"error_text"_s, u"mailbox_full"_s),
                             seen(u"affected_recipients"_s, u"one_addr"_s),
                             seen(u"unrelated_domain"_s, u"fails"_s)});

    const Diagnosis diagnosis = diagnose(model, evidence);

    for (const Hypothesis &hypothesis : diagnosis.hypotheses) {
        double sum = hypothesis.priorDb;
        for (const Reason &reason : hypothesis.reasons)
            sum += reason.weightDb;
        EXPECT_NEAR(sum, oddsDb(hypothesis.probability), 1e-8)
            << hypothesis.cause.value.toStdString();
    }
}

TEST_F(Diagnose, ProbabilitiesSumToOneWithOther)
{
    const Diagnosis diagnosis
        = diagnose(model, Evidence({seen(u"error_text"_s, u"user_unknown"_s)}));

    double sum = diagnosis.other;
    for (const Hypothesis &hypothesis : diagnosis.hypotheses)
        sum += hypothesis.probability;
    EXPECT_NEAR(sum, 1, 1e-12);
}

TEST_F(Diagnose, RanksTheCauseThatTheErrorTextNames)
{
    const Diagnosis diagnosis
        = diagnose(model, Evidence({seen(u"error_text"_s, u"mailbox_full"_s)}));

    EXPECT_EQ(diagnosis.hypotheses.front().cause.value, u"recipient_mailbox_full"_s);
    EXPECT_GT(diagnosis.hypotheses.front().reasons.front().leaveOneOutDb, 0);
}

TEST_F(Diagnose, DoesNotProposeWhatIsKnownOrSetAside)
{
    const FactId known{u"error_text"_s};
    const FactId aside{u"affected_recipients"_s};

    const Diagnosis diagnosis = diagnose(model, Evidence({seen(known.value, u"none"_s)}), {aside});

    EXPECT_FALSE(diagnosis.next.empty());
    for (const NextStep &step : diagnosis.next) {
        EXPECT_NE(step.fact, known);
        EXPECT_NE(step.fact, aside);
    }
}

TEST_F(Diagnose, DropsAQuestionWhoseConditionFails)
{
    const FactId question{u"unrelated_domain"_s};
    for (Fact &fact : knowledge.facts) {
        if (fact.id == question)
            fact.conditions = {{.fact = {u"affected_recipients"_s}, .unlike = {u"all"_s}}};
    }
    const auto isProposed = [&](const Diagnosis &diagnosis) {
        return std::ranges::any_of(diagnosis.next,
                                   [&](const NextStep &step) { return step.fact == question; });
    };

    EXPECT_TRUE(isProposed(diagnose(model, {})));
    EXPECT_TRUE(
        isProposed(diagnose(model, Evidence({seen(u"affected_recipients"_s, u"one_addr"_s)}))));
    EXPECT_FALSE(isProposed(diagnose(model, Evidence({seen(u"affected_recipients"_s, u"all"_s)}))));
}

TEST_F(Diagnose, StopsWhenOneCauseIsLikelyEnough)
{
    knowledge.model.confidentFrom = 0.5;

    const Diagnosis diagnosis
        = diagnose(model, Evidence({seen(u"error_text"_s, u"mailbox_full"_s),
                                    seen(u"affected_recipients"_s, u"one_addr"_s)}));

    EXPECT_EQ(diagnosis.stop, StopReason::Confident);
}

TEST_F(Diagnose, StopsWhenNothingIsWorthAskingAndNamesSurprisingAnswers)
{
    knowledge.model.minScore = 1000;
    knowledge.model.confidentFrom = 1;

    const Diagnosis diagnosis
        = diagnose(model, Evidence({seen(u"error_text"_s, u"mailbox_full"_s),
                                    seen(u"affected_recipients"_s, u"all"_s)}));

    EXPECT_EQ(diagnosis.stop, StopReason::Value);
    ASSERT_FALSE(diagnosis.suspicious.empty());
}

TEST_F(Diagnose, ShowsConflictOnlyWhenFindingsDisagree)
{
    const double agreeing
        = diagnose(model, Evidence({seen(u"error_text"_s, u"mailbox_full"_s),
                                    seen(u"affected_recipients"_s, u"one_addr"_s)}))
              .conflictBits;
    const double disagreeing = diagnose(model, Evidence({seen(u"error_text"_s, u"mailbox_full"_s),
                                                         seen(u"affected_recipients"_s, u"all"_s)}))
                                   .conflictBits;

    EXPECT_LT(agreeing, disagreeing);
    EXPECT_GT(disagreeing, 0);
    EXPECT_EQ(diagnose(model, {}).conflictBits, 0);
}

TEST_F(Diagnose, PutsTheUrgentCauseForwardFromItsThreshold)
{
    knowledge.model.urgentCause = {u"recipient_mailbox_full"_s};
    knowledge.model.urgentFrom = 0.3;

    EXPECT_FALSE(diagnose(model, {}).urgent);
    EXPECT_EQ(diagnose(model, Evidence({seen(u"error_text"_s, u"mailbox_full"_s)})).urgent,
              knowledge.model.urgentCause);
}

TEST_F(Diagnose, TellsApartTheTwoThatAQuestionDividesBest)
{
    const Diagnosis diagnosis = diagnose(model, {});

    for (const NextStep &step : diagnosis.next)
        EXPECT_NE(step.tellsApart[0], step.tellsApart[1]);
}

} // namespace todoku
