// SPDX-License-Identifier: MIT
#include "core/engine/words.h"
#include "core/report/report.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku {

using Json = nlohmann::json;

static std::string utf8(const QString &text)
{
    return text.toUtf8().toStdString();
}

static Json both(const LocalizedText &text)
{
    return {{"ja", utf8(text.ja)}, {"en", utf8(text.en)}};
}

template<typename IdType>
static Json idsOf(const std::vector<IdType> &ids)
{
    Json array = Json::array();
    for (const IdType &id : ids)
        array.push_back(utf8(id.value));
    return array;
}

static Json reasonJson(const Reason &reason)
{
    return {{"fact", utf8(reason.observation.fact.value)},
            {"value", utf8(reason.observation.value)},
            {"db", reason.weightDb},
            {"loo_db", reason.leaveOneOutDb},
            {"excerpt", utf8(reason.observation.excerpt)}};
}

static Json causeJson(const KnowledgeBase &knowledge, const Hypothesis &hypothesis, size_t rank)
{
    Json reasons = Json::array();
    for (const Reason &reason : hypothesis.reasons)
        reasons.push_back(reasonJson(reason));
    Json json{{"id", utf8(hypothesis.cause.value)},
              {"rank", rank},
              {"probability", hypothesis.probability},
              {"word", both(knowledge.word(likelihoodWord(hypothesis.probability)))},
              {"title", both({})},
              {"actors", Json::array()},
              {"path", nullptr},
              {"children", Json::array()}, // the tables hold no finer causes
              {"reasons", std::move(reasons)},
              {"remedies", Json::array()}};
    const Cause *cause = knowledge.cause(hypothesis.cause);
    if (!cause)
        return json;
    json["title"] = both(cause->title);
    json["path"] = utf8(hopId(cause->hop));
    json["remedies"] = idsOf(cause->remedies);
    for (const Party party : cause->actors)
        json["actors"].push_back(utf8(partyId(party)));
    return json;
}

static Json nextJson(const KnowledgeBase &knowledge, const NextStep &step)
{
    const Fact *fact = knowledge.fact(step.fact);
    return {{"fact", utf8(step.fact.value)},
            {"kind", step.kind == FactKind::Question ? "question" : "probe"},
            {"eig_bits", step.informationBits},
            {"cost_s", step.costSeconds},
            {"score", step.score},
            {"why", both(fact ? fact->why : LocalizedText())}};
}

static Json stopJson(const std::optional<StopReason> &stop)
{
    if (!stop)
        return nullptr;
    return *stop == StopReason::Confident ? "confident" : "value";
}

Json diagnosisJson(const KnowledgeBase &knowledge, const Diagnosis &diagnosis)
{
    Json causes = Json::array();
    for (const Hypothesis &hypothesis : diagnosis.hypotheses)
        causes.push_back(causeJson(knowledge, hypothesis, causes.size() + 1));
    Json next = Json::array();
    for (const NextStep &step : diagnosis.next)
        next.push_back(nextJson(knowledge, step));
    Json parties = Json::object();
    for (const auto &[party, probability] : diagnosis.parties)
        parties[utf8(partyId(party))] = probability;
    return {{"causes", std::move(causes)},
            {"other", diagnosis.other},
            {"two_causes", diagnosis.twoCauses},
            {"conflict_bits", diagnosis.conflictBits},
            {"urgent", diagnosis.urgent ? Json(utf8(diagnosis.urgent->value)) : Json()},
            {"next", std::move(next)},
            {"stop", stopJson(diagnosis.stop)},
            {"suspicious", idsOf(diagnosis.suspicious)},
            {"party", std::move(parties)}};
}

} // namespace todoku
