// SPDX-License-Identifier: MIT
#include "core/lab/labrun.h"

#include "core/investigation/investigation.h"
#include "core/investigation/networksetup.h"
#include "core/lab/lab.h"

#include <QEventLoop>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr std::chrono::seconds stepLimit{10};
constexpr std::chrono::seconds wholeLimit{60};
constexpr size_t shownCauses = 3;

void runProbes(Investigation &investigation)
{
    std::set<ProbeId> all;
    for (const PlannedProbe &planned : investigation.plan())
        all.insert(planned.id);
    QEventLoop loop;
    QObject::connect(&investigation, &Investigation::probesFinished, &loop, &QEventLoop::quit);
    investigation.startProbes(all, Budget(stepLimit, Budget::Clock::now() + wholeLimit));
    if (investigation.isProbing())
        loop.exec();
}

// The next thing that a person can be asked; probes have all been run by now.
std::optional<FactId> nextQuestion(const Diagnosis &diagnosis)
{
    const auto next = std::ranges::find(diagnosis.next, FactKind::Question, &NextStep::kind);
    return next == diagnosis.next.end() ? std::nullopt : std::optional(next->fact);
}

void answerQuestions(const Scenario &scenario, Investigation &investigation, LabRun &run)
{
    // Every question at most once, so this ends.
    while (!investigation.diagnosis().stop) {
        const auto fact = nextQuestion(investigation.diagnosis());
        if (!fact || std::ranges::find(run.asked, *fact) != run.asked.end())
            return;
        run.asked.push_back(*fact);
        const auto answer = scenario.answers.find(*fact);
        if (answer == scenario.answers.end()) {
            investigation.answer(*fact, unknownAnswer());
        } else {
            run.told.push_back(*fact);
            investigation.answer(*fact, answer->second);
        }
    }
}

void judge(const Scenario &scenario, const Diagnosis &diagnosis, LabRun &run)
{
    const auto isTrue = [&](const CauseId &cause) {
        return std::ranges::find(scenario.causes, cause) != scenario.causes.end();
    };
    for (size_t i = 0; i < std::min(shownCauses, diagnosis.hypotheses.size()); ++i)
        run.likeliest.push_back(diagnosis.hypotheses[i].cause);
    run.isRight = !run.likeliest.empty() && isTrue(run.likeliest.front())
                  && diagnosis.hypotheses.front().probability > diagnosis.other;
    run.isAmongThree = std::ranges::any_of(run.likeliest, isTrue);
    const auto party = std::ranges::max_element(diagnosis.parties, {},
                                                [](const auto &entry) { return entry.second; });
    if (party != diagnosis.parties.end()) {
        run.party = party->first;
        run.isPartyRight = scenario.actors.contains(party->first);
    }
    run.diagnosis = diagnosis;
}

// A scenario that speaks of what the tables do not hold could never be found out.
Result<> checkWords(const Scenario &scenario, const KnowledgeBase &knowledge)
{
    const auto wrong = [&](const QString &what) {
        return failure(Error::Kind::Malformed,
                       u"scenario %1: the tables have no %2"_s.arg(scenario.id, what));
    };
    for (const CauseId &cause : scenario.causes) {
        if (!knowledge.cause(cause))
            return wrong(u"cause "_s + cause.value);
    }
    for (const auto &[id, value] : scenario.answers) {
        const Fact *fact = knowledge.fact(id);
        if (!fact || (value != unknownAnswer() && !fact->indexOf(value)))
            return wrong(u"%1=%2"_s.arg(id.value, value));
    }
    return {};
}

} // namespace

Result<LabRun> runScenario(const Scenario &scenario,
                           const KnowledgeBase &knowledge,
                           const BounceTables &tables,
                           const QString &knowledgeDirectory)
{
    if (const auto checked = checkWords(scenario, knowledge); !checked)
        return tl::unexpected(checked.error());
    const auto lab = Lab::start(scenario);
    if (!lab)
        return tl::unexpected(lab.error());
    const auto setup = NetworkSetup::fromFile((*lab)->network());
    if (!setup)
        return tl::unexpected(setup.error());
    auto probes = allProbes(knowledgeDirectory);
    if (!probes)
        return tl::unexpected(probes.error());

    LabRun run{.scenario = scenario.id};
    const auto begin = Budget::Clock::now();
    Investigation investigation(knowledge, tables, *std::move(probes), (*setup)->network());
    investigation.setIncident(scenario.incident);
    for (const Document &document : scenario.documents) {
        if (const auto added = investigation.add(document); !added)
            return failure(added.error().kind,
                           u"scenario %1: %2"_s.arg(scenario.id, added.error().detail));
    }
    runProbes(investigation);
    answerQuestions(scenario, investigation, run);
    judge(scenario, investigation.diagnosis(), run);
    run.subject = investigation.subject();
    run.seconds = std::chrono::duration<double>(Budget::Clock::now() - begin).count();
    return run;
}

} // namespace todoku
