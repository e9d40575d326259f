// SPDX-License-Identifier: MIT
#include "core/knowledge/tables.h"

#include "core/base/jsonplace.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr int lowestGrade = -4;
constexpr int highestGrade = 6;
constexpr double baseTolerance = 1e-9;

// One of a few words, as a value of an enumeration.
template<typename T, size_t N>
T oneOf(const JsonPlace &place, const std::array<std::pair<QLatin1StringView, T>, N> &words)
{
    const QString text = place.string();
    for (const auto &[word, value] : words) {
        if (text == word)
            return value;
    }
    place.complain(u"is \"%1\", which is not one of its words"_s.arg(text));
    return words.front().second;
}

constexpr std::array kinds{std::pair{"question"_L1, FactKind::Question},
                           std::pair{"probe"_L1, FactKind::Probe},
                           std::pair{"detail"_L1, FactKind::Detail}};

constexpr std::array combinations{
    std::pair{"mask"_L1, Combination::Mask}, std::pair{"barrier"_L1, Combination::Barrier},
    std::pair{"max"_L1, Combination::Maximum}, std::pair{"product"_L1, Combination::Product}};

double probability(const JsonPlace &place)
{
    const double value = place.number();
    if (!(value >= 0 && value <= 1))
        place.complain(u"must lie between 0 and 1"_s);
    return value;
}

double positive(const JsonPlace &place)
{
    const double value = place.number();
    if (!(value > 0))
        place.complain(u"must be greater than 0"_s);
    return value;
}

template<typename IdType>
IdType uniqueId(const JsonPlace &place, std::set<QString> &seen)
{
    const QString id = place.string();
    if (!seen.insert(id).second)
        place.complain(u"\"%1\" stands in the table twice"_s.arg(id));
    return {id};
}

void readValues(const JsonPlace &place, Fact &fact)
{
    const JsonPlace basePlace = place.at(u"base"_s);
    const auto bases = basePlace.items();
    const QStringList ids = place.at(u"values"_s).strings();
    if (ids.size() < 2)
        place.at(u"values"_s).complain(u"must have two values or more"_s);
    if (static_cast<size_t>(ids.size()) != bases.size())
        basePlace.complain(u"must have a number for each value"_s);
    double sum = 0;
    for (size_t i = 0; i < std::min(bases.size(), static_cast<size_t>(ids.size())); ++i) {
        const double base = positive(bases[i]);
        sum += base;
        const QString id = ids.at(static_cast<qsizetype>(i));
        if (fact.indexOf(id))
            place.at(u"values"_s).complain(u"has \"%1\" twice"_s.arg(id));
        fact.values.push_back({.id = id, .base = base, .label = {}, .means = {}, .found = {}});
    }
    if (std::abs(sum - 1) > baseTolerance)
        basePlace.complain(u"sums to %1, not to 1"_s.arg(sum));
    for (const JsonPlace &item :
         place.find(u"prefer"_s) ? place.at(u"prefer"_s).items() : std::vector<JsonPlace>{}) {
        if (!fact.indexOf(item.string()))
            item.complain(u"is not a value of this fact"_s);
        fact.prefer.append(item.string());
    }
}

Fact readFact(const JsonPlace &place, std::set<QString> &seen)
{
    Fact fact;
    fact.id = uniqueId<FactId>(place.at(u"id"_s), seen);
    fact.kind = oneOf(place.at(u"kind"_s), kinds);
    if (fact.kind == FactKind::Detail)
        return fact;
    fact.costSeconds = positive(place.at(u"cost_s"_s));
    fact.unknownProbability = probability(place.at(u"p_unknown"_s));
    fact.combination = oneOf(place.at(u"combine"_s), combinations);
    fact.needsConsent = place.at(u"consent"_s).boolean();
    fact.group = place.stringOr(u"group"_s);
    readValues(place, fact);
    if (const auto conditions = place.find(u"ask_if"_s)) {
        for (const auto &[other, condition] : conditions->members())
            fact.conditions.push_back(
                {.fact = {other}, .unlike = condition.at(u"not"_s).strings()});
    }
    return fact;
}

const Fact *findFact(const std::vector<Fact> &facts, const FactId &id)
{
    const auto found = std::ranges::find(facts, id, &Fact::id);
    return found == facts.end() ? nullptr : &*found;
}

void checkConditions(const JsonPlace &root, const std::vector<Fact> &facts)
{
    const auto places = root.at(u"facts"_s).items();
    for (size_t i = 0; i < std::min(places.size(), facts.size()); ++i) {
        for (const Condition &condition : facts[i].conditions) {
            const JsonPlace place = places[i].at(u"ask_if"_s).at(condition.fact.value);
            const Fact *other = findFact(facts, condition.fact);
            if (!other)
                place.complain(u"is not a fact"_s);
            for (const QString &value : condition.unlike) {
                if (other && !other->indexOf(value))
                    place.complain(u"names \"%1\", which is not a value of it"_s.arg(value));
            }
        }
    }
}

Grades readGrades(const QString &factId, const JsonPlace &place, const std::vector<Fact> &facts)
{
    Grades grades{.fact = {factId}, .byValue = {}};
    const Fact *fact = findFact(facts, grades.fact);
    if (!fact || fact->kind == FactKind::Detail)
        place.complain(u"is not a fact that is weighed"_s);
    for (const auto &[value, gradePlace] : place.members()) {
        const int grade = gradePlace.integer();
        if (grade < lowestGrade || grade > highestGrade)
            gradePlace.complain(u"must lie between %1 and %2"_s.arg(lowestGrade).arg(highestGrade));
        if (fact && !fact->indexOf(value))
            gradePlace.complain(u"is not a value of this fact"_s);
        grades.byValue.insert(value, grade);
    }
    return grades;
}

std::vector<Party> readParties(const JsonPlace &place)
{
    std::vector<Party> parties;
    for (const JsonPlace &item : place.items()) {
        const auto party = partyFromId(item.string());
        if (party)
            parties.push_back(*party);
        else
            item.complain(u"is not a role"_s);
    }
    return parties;
}

Cause readCause(const JsonPlace &place,
                const std::vector<Fact> &facts,
                const std::vector<Remedy> &remedies,
                std::set<QString> &seen)
{
    Cause cause;
    cause.id = uniqueId<CauseId>(place.at(u"id"_s), seen);
    cause.prior = positive(place.at(u"prior"_s));
    cause.group = place.at(u"group"_s).string();
    cause.stage = place.at(u"stage"_s).integer();
    const JsonPlace hopPlace = place.at(u"hop"_s);
    if (const auto hop = hopFromId(hopPlace.string()))
        cause.hop = *hop;
    else
        hopPlace.complain(u"is not a place on the mail's way"_s);
    cause.actors = readParties(place.at(u"act"_s));
    if (cause.actors.empty())
        place.at(u"act"_s).complain(u"must name who can put it right"_s);
    cause.helpers = readParties(place.at(u"help"_s));
    for (const auto &[factId, grades] : place.at(u"evidence"_s).members())
        cause.grades.push_back(readGrades(factId, grades, facts));
    for (const JsonPlace &item : place.at(u"remedies"_s).items()) {
        const RemedyId id{item.string()};
        if (std::ranges::find(remedies, id, &Remedy::id) == remedies.end())
            item.complain(u"is not a remedy"_s);
        cause.remedies.push_back(id);
    }
    return cause;
}

// What was read, unless something was wrong on the way.
template<typename T>
Result<T> unlessProblem(const JsonPlace &root, T value)
{
    if (const auto problem = root.problem())
        return tl::unexpected(*problem);
    return value;
}

} // namespace

Result<ModelSettings> readModelTable(const QString &path)
{
    const JsonPlace root = JsonPlace::readFile(path);
    root.expectSchema(u"todoku-model/1"_s);
    const JsonPlace noise = root.at(u"noise"_s);
    const JsonPlace other = root.at(u"other"_s);
    const JsonPlace stop = root.at(u"stop"_s);
    const JsonPlace urgent = root.at(u"urgent"_s);
    return unlessProblem(
        root, ModelSettings{.gradeStepDb = positive(root.at(u"grade_step_db"_s)),
                            .temperature = positive(root.at(u"tau"_s)),
                            .questionNoise = probability(noise.at(u"question"_s)),
                            .probeNoise = probability(noise.at(u"probe"_s)),
                            .otherPrior = positive(other.at(u"prior"_s)),
                            .otherBaseShare = probability(other.at(u"base_share"_s)),
                            .confidentFrom = probability(stop.at(u"confident"_s)),
                            .minScore = positive(stop.at(u"min_score_bits_per_s"_s)),
                            .minInformation = positive(stop.at(u"min_eig_bits"_s)),
                            .effortOffsetSeconds = positive(stop.at(u"effort_offset_s"_s)),
                            .urgentCause = {urgent.at(u"cause"_s).string()},
                            .urgentFrom = probability(urgent.at(u"from"_s))});
}

Result<std::vector<Fact>> readFactTable(const QString &path)
{
    const JsonPlace root = JsonPlace::readFile(path);
    root.expectSchema(u"todoku-facts/1"_s);
    std::vector<Fact> facts;
    std::set<QString> seen;
    for (const JsonPlace &place : root.at(u"facts"_s).items())
        facts.push_back(readFact(place, seen));
    checkConditions(root, facts);
    return unlessProblem(root, std::move(facts));
}

Result<std::vector<Cause>> readCauseTable(const QString &path,
                                          const std::vector<Fact> &facts,
                                          const std::vector<Remedy> &remedies)
{
    const JsonPlace root = JsonPlace::readFile(path);
    root.expectSchema(u"todoku-causes/1"_s);
    std::vector<Cause> causes;
    std::set<QString> seen{otherCause().value};
    for (const JsonPlace &place : root.at(u"causes"_s).items())
        causes.push_back(readCause(place, facts, remedies, seen));
    return unlessProblem(root, std::move(causes));
}

Result<std::vector<Remedy>> readRemedyTable(const QString &path)
{
    const JsonPlace root = JsonPlace::readFile(path);
    root.expectSchema(u"todoku-remedies/1"_s);
    std::vector<Remedy> remedies;
    std::set<QString> seen;
    for (const JsonPlace &place : root.at(u"remedies"_s).items()) {
        Remedy remedy;
        remedy.id = uniqueId<RemedyId>(place.at(u"id"_s), seen);
        const JsonPlace partyPlace = place.at(u"party"_s);
        if (const auto party = partyFromId(partyPlace.string()))
            remedy.party = *party;
        else
            partyPlace.complain(u"is not a role"_s);
        remedy.costSeconds = positive(place.at(u"cost_s"_s));
        remedy.success = probability(place.at(u"success"_s));
        if (const auto link = place.find(u"link"_s)) {
            remedy.link = QUrl(link->string());
            if (remedy.link.scheme() != "https"_L1)
                link->complain(u"must be an https address"_s);
        }
        remedies.push_back(std::move(remedy));
    }
    return unlessProblem(root, std::move(remedies));
}

} // namespace todoku
