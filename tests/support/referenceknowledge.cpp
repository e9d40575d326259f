// SPDX-License-Identifier: MIT
#include "support/referenceknowledge.h"

#include <nlohmann/json.hpp>

namespace todoku::test {

static QString text(const nlohmann::json &value)
{
    return QString::fromStdString(value.get<std::string>());
}

static Fact factOf(const nlohmann::json &row)
{
    Fact fact;
    fact.id = {text(row.at("id"))};
    fact.kind = row.at("kind") == "question" ? FactKind::Question : FactKind::Probe;
    fact.costSeconds = row.at("cost_s").get<double>();
    const auto &values = row.at("values");
    for (size_t i = 0; i < values.size(); ++i) {
        FactValue value;
        value.id = text(values[i]);
        value.base = row.at("base").at(i).get<double>();
        fact.values.push_back(value);
    }
    return fact;
}

static Cause causeOf(const nlohmann::json &row)
{
    Cause cause;
    cause.id = {text(row.at("id"))};
    cause.prior = row.at("prior").get<double>();
    cause.actors = {Party::Sender};
    for (const auto &[fact, grades] : row.at("evidence").items()) {
        Grades graded{.fact = {QString::fromStdString(fact)}, .byValue = {}};
        for (const auto &[value, grade] : grades.items())
            graded.byValue.insert(QString::fromStdString(value), grade.get<int>());
        cause.grades.push_back(graded);
    }
    return cause;
}

KnowledgeBase referenceKnowledge(const nlohmann::json &document)
{
    KnowledgeBase knowledge;
    for (const auto &row : document.at("variables"))
        knowledge.facts.push_back(factOf(row));
    for (const auto &row : document.at("causes"))
        knowledge.causes.push_back(causeOf(row));
    knowledge.model.otherPrior = document.at("other").at("prior").get<double>();
    knowledge.model.temperature = document.at("tau").get<double>();
    knowledge.model.questionNoise = document.at("noise").at("question").get<double>();
    knowledge.model.probeNoise = document.at("noise").at("probe").get<double>();
    return knowledge;
}

} // namespace todoku::test
