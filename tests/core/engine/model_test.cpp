// SPDX-License-Identifier: MIT
#include "core/engine/model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

FactValue value(const QString &id, double base)
{
    FactValue made;
    made.id = id;
    made.base = base;
    return made;
}

Cause cause(const QString &id, double prior, std::vector<Grades> grades)
{
    Cause made;
    made.id = {id};
    made.prior = prior;
    made.actors = {Party::Sender};
    made.grades = std::move(grades);
    return made;
}

KnowledgeBase smallKnowledge()
{
    KnowledgeBase knowledge;
    Fact reply;
    reply.id = {u"reply"_s};
    reply.costSeconds = 10;
    reply.values = {value(u"none"_s, 0.5), value(u"full"_s, 0.2), value(u"unknown_user"_s, 0.3)};
    Fact space = reply;
    space.id = {u"space"_s};
    space.kind = FactKind::Probe;
    space.values = {value(u"ok"_s, 0.9), value(u"full"_s, 0.1)};
    space.prefer = {u"full"_s, u"ok"_s};
    knowledge.facts = {reply, space};
    knowledge.causes
        = {cause(u"mailbox_full"_s, 30,
                 {{.fact = reply.id, .byValue = {{u"full"_s, 4}}},
                  {.fact = space.id, .byValue = {{u"full"_s, 5}}}}),
           cause(u"typo"_s, 60, {{.fact = reply.id, .byValue = {{u"unknown_user"_s, 4}}}})};
    return knowledge;
}

Observation seen(const QString &fact, const QString &value, Source source = Source::Answer)
{
    return {.fact = {fact}, .value = value, .source = source};
}

} // namespace

TEST(Model, PosteriorSumsToOne)
{
    const KnowledgeBase knowledge = smallKnowledge();
    const Model model(knowledge);

    const auto p = model.posterior(
        fold(knowledge, Evidence({seen(u"reply"_s, u"full"_s), seen(u"space"_s, u"ok"_s)})));

    EXPECT_NEAR(std::accumulate(p.begin(), p.end(), 0.0), 1.0, 1e-12);
}

TEST(Model, OrderOfArrivalDoesNotMatter)
{
    const KnowledgeBase knowledge = smallKnowledge();
    const Model model(knowledge);
    const Observations forwards{seen(u"reply"_s, u"full"_s), seen(u"space"_s, u"full"_s)};
    const Observations backwards{forwards[1], forwards[0]};

    EXPECT_EQ(model.posterior(fold(knowledge, Evidence(forwards))),
              model.posterior(fold(knowledge, Evidence(backwards))));
}

TEST(Model, UnknownFactsAndValuesAddNothing)
{
    const KnowledgeBase knowledge = smallKnowledge();
    const Model model(knowledge);

    const auto p = model.posterior(
        fold(knowledge, Evidence({seen(u"weather"_s, u"rain"_s), seen(u"reply"_s, u"odd"_s)})));

    EXPECT_EQ(p, model.posterior({}));
}

TEST(Model, InformationEqualsTheExpectedDropInEntropyWithoutTempering)
{
    KnowledgeBase knowledge = smallKnowledge();
    knowledge.model.temperature = 1;
    const Model model(knowledge);
    const auto entropy = [](const Distribution &p) {
        double bits = 0;
        for (const double x : p)
            bits -= x * std::log2(x);
        return bits;
    };
    const Distribution before = model.posterior({});

    for (size_t f = 0; f < knowledge.facts.size(); ++f) {
        double after = 0;
        for (size_t v = 0; v < knowledge.facts[f].values.size(); ++v) {
            const Finding finding{.fact = f, .value = v, .observation = {}};
            after += model.predictive(before, f, v) * entropy(model.posterior({&finding, 1}));
        }
        EXPECT_NEAR(model.information(before, f), entropy(before) - after, 1e-9);
        EXPECT_GE(model.information(before, f), 0);
    }
}

TEST(Model, OneWrongAnswerNeverRulesACauseOut)
{
    KnowledgeBase knowledge = smallKnowledge();
    knowledge.model.questionNoise = 0;
    knowledge.causes[0].grades[0].byValue = {{u"none"_s, -4}, {u"full"_s, 6}};
    const Model model(knowledge);

    const auto p
        = model.posterior(fold(knowledge, Evidence({seen(u"reply"_s, u"unknown_user"_s)})));

    EXPECT_GT(*std::ranges::min_element(p), 0);
}

TEST(Fold, TakesThePreferredValueOfSeveral)
{
    const KnowledgeBase knowledge = smallKnowledge();
    Evidence evidence;
    evidence.add({.fact = {u"space"_s}, .value = u"ok"_s, .subject = u"a"_s});
    evidence.add({.fact = {u"space"_s}, .value = u"full"_s, .subject = u"b"_s});

    const auto findings = fold(knowledge, evidence);

    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().observation.value, u"full"_s);
}

TEST(Fold, BelievesAProbeRatherThanAnAnswer)
{
    const KnowledgeBase knowledge = smallKnowledge();

    const auto findings = fold(knowledge, Evidence({seen(u"reply"_s, u"none"_s),
                                                    seen(u"reply"_s, u"full"_s, Source::Bounce)}));

    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().observation.value, u"full"_s);
}

} // namespace todoku
