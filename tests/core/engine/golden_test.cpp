// SPDX-License-Identifier: MIT
#include "core/engine/model.h"
#include "support/paths.h"
#include "support/referenceknowledge.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr double tolerance = 1e-9;

nlohmann::json parsed(const QString &path)
{
    const QByteArray bytes = test::readFile(path);
    return nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
}

Evidence evidenceOf(const nlohmann::json &values)
{
    Evidence evidence;
    for (const auto &[fact, value] : values.items())
        evidence.add({.fact = {QString::fromStdString(fact)},
                      .value = QString::fromStdString(value.get<std::string>())});
    return evidence;
}

double marginalOf(const KnowledgeBase &knowledge, const Distribution &p, const std::string &cause)
{
    for (size_t i = 0; i < knowledge.causes.size(); ++i) {
        if (knowledge.causes[i].id.value.toStdString() == cause)
            return p[i];
    }
    EXPECT_EQ(cause, "other");
    return p.back();
}

// Compares one case's expected numbers; returns how many were looked at.
int compare(const Model &model, const nlohmann::json &evidence, const nlohmann::json &expected)
{
    int count = 0;
    const KnowledgeBase &knowledge = model.knowledge();
    const Distribution p = model.posterior(fold(knowledge, evidenceOf(evidence)));
    for (const auto &[cause, marginal] : expected.at("marginals").items()) {
        EXPECT_NEAR(marginalOf(knowledge, p, cause), marginal.get<double>(), tolerance) << cause;
        ++count;
    }
    for (size_t i = 0; i < knowledge.facts.size(); ++i) {
        const std::string fact = knowledge.facts[i].id.value.toStdString();
        EXPECT_NEAR(model.information(p, i), expected.at("eig_bits").at(fact).get<double>(),
                    tolerance)
            << fact;
        ++count;
    }
    return count;
}

int compareAll(const nlohmann::json &tables, const nlohmann::json &golden, const char *setting)
{
    KnowledgeBase knowledge = test::referenceKnowledge(tables);
    if (std::string_view(setting) == "single_raw") {
        knowledge.model.temperature = 1;
        knowledge.model.questionNoise = 0;
        knowledge.model.probeNoise = 0;
    }
    const Model model(knowledge);
    int count = compare(model, nlohmann::json::object(), golden.at("empty").at(setting));
    for (const auto &item : golden.at("cases")) {
        SCOPED_TRACE(item.at("case").get<std::string>() + " " + setting);
        count += compare(model, item.at("evidence"), item.at(setting));
    }
    return count;
}

} // namespace

TEST(Golden, OwnTablesAgreeWithAnIndependentCalculation)
{
    const auto tables = parsed(test::dataPath(u"engine/small-kb.json"_s));
    const auto golden = parsed(test::dataPath(u"engine/small-golden.json"_s));

    EXPECT_GT(compareAll(tables, golden, "single"), 0);
    EXPECT_GT(compareAll(tables, golden, "single_raw"), 0);
}

TEST(Golden, ReferenceNumbersAreReproduced)
{
    const QString folder = test::referencePath(u"diagnosis"_s);
    if (folder.isEmpty())
        GTEST_SKIP()
            << "no ../shared/reference/diagnosis here: the reference numbers are not compared";
    const auto tables = parsed(folder + u"/reference-kb.json"_s);
    const auto golden = parsed(folder + u"/golden.json"_s);

    const int single = compareAll(tables, golden, "single");
    const int raw = compareAll(tables, golden, "single_raw");

    std::printf("golden.json: %d numbers for single, %d for single_raw, all within 1e-9\n", single,
                raw);
    EXPECT_EQ(single, 61 * (8 + 36));
    EXPECT_EQ(raw, 61 * (8 + 36));
}

} // namespace todoku
