// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "app/cli/probing.h"
#include "app/cli/verdict.h"
#include "core/lab/lab.h"
#include "core/lab/labrun.h"
#include "core/lab/networkfiletext.h"
#include "core/report/report.h"
#include "resources/resources.h"

#include <QSaveFile>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku::cli {

namespace {

int listAll(const Session &session)
{
    nlohmann::json document = nlohmann::json::array();
    for (const ScenarioInfo &info : listScenarios(scenarioDirectory())) {
        if (session.invocation().has(u"json"_s))
            document.push_back(
                {{"id", info.id.toStdString()},
                 {"title",
                  {{"ja", info.title.ja.toStdString()}, {"en", info.title.en.toStdString()}}}});
        else
            session.print(info.id + u'\t' + session.in(info.title));
    }
    if (!document.empty())
        session.print(document);
    return noProblem;
}

std::optional<Scenario> findScenario(const Session &session, const QString &id)
{
    const auto all = listScenarios(scenarioDirectory());
    const auto found = std::ranges::find(all, id, &ScenarioInfo::id);
    if (found == all.end()) {
        session.complain(session.text(u"unknown_scenario"_s, {id}));
        return std::nullopt;
    }
    auto scenario = loadScenario(found->path);
    if (!scenario) {
        session.complain(scenario.error().detail);
        return std::nullopt;
    }
    return *std::move(scenario);
}

QString causeTitles(const Session &session, const std::vector<CauseId> &causes)
{
    QStringList titles;
    for (const CauseId &id : causes) {
        const Cause *cause = session.knowledge().cause(id);
        titles.append(cause ? session.in(cause->title) : id.value);
    }
    return titles.join(u", "_s);
}

nlohmann::json asJson(const Session &session, const LabRun &run)
{
    nlohmann::json likeliest = nlohmann::json::array();
    for (const CauseId &cause : run.likeliest)
        likeliest.push_back(cause.value.toStdString());
    return {{"scenario", run.scenario.toStdString()},
            {"likeliest", likeliest},
            {"top1", run.isRight},
            {"top3", run.isAmongThree},
            {"party", run.isPartyRight},
            {"steps", run.steps()},
            {"seconds", run.seconds},
            {"diagnosis", diagnosisJson(session.knowledge(), run.diagnosis)}};
}

int runOne(const Session &session, const QString &id)
{
    const auto scenario = findScenario(session, id);
    if (!scenario)
        return usageError;
    const auto run
        = runScenario(*scenario, session.knowledge(), session.bounceTables(), knowledgeDirectory());
    if (!run) {
        session.complain(run.error().detail);
        return internalError;
    }
    // Whether the truth was found is what is asked here, not whether there was a problem.
    const int status = run->isRight ? noProblem : problemFound;
    if (session.invocation().has(u"json"_s)) {
        session.print(asJson(session, *run));
        return status;
    }
    session.print(session.text(u"lab/story"_s, {session.in(scenario->title)}));
    session.print(session.in(scenario->story));
    session.print(QString());
    for (const ProbeRecord &record : run->subject.probes)
        printRecord(session, record);
    session.print(QString());
    printDiagnosis(session, run->diagnosis);
    session.print(QString());
    const QString truth = causeTitles(session, scenario->causes);
    session.print(session.text(run->isRight ? u"lab/right"_s : u"lab/wrong"_s, {truth}));
    session.print(session.text(
        u"lab/steps"_s, {QString::number(run->steps()), QString::number(run->seconds, 'f', 1)}));
    return status;
}

int serve(const Session &session, const QString &id)
{
    const auto scenario = findScenario(session, id);
    if (!scenario)
        return usageError;
    const auto lab = Lab::start(*scenario);
    if (!lab) {
        session.complain(lab.error().detail);
        return internalError;
    }
    const QByteArray text = toJson((*lab)->network());
    const QString path = session.invocation().value(u"o"_s);
    if (path.isEmpty()) {
        session.print(QString::fromUtf8(text));
    } else {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
            session.complain(path + u": "_s + file.errorString());
            return internalError;
        }
        session.print(session.text(u"lab/serving"_s) + u' ' + path);
    }
    std::fflush(stdout);
    session.complain(session.text(u"lab/stop"_s));
    waitForInterrupt();
    return noProblem;
}

} // namespace

int runLab(const Session &session)
{
    const QStringList words = session.invocation().words;
    if (words.value(1) == "list"_L1 && words.size() == 2)
        return listAll(session);
    if (words.value(1) == "run"_L1 && words.size() == 3)
        return runOne(session, words.at(2));
    if (words.value(1) == "serve"_L1 && words.size() == 3)
        return serve(session, words.at(2));
    return session.refuse(session.text(u"usage_lab"_s));
}

} // namespace todoku::cli
