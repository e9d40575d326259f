// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "core/lab/lab.h"
#include "core/lab/networkfiletext.h"
#include "support/paths.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

std::string stateOf(const nlohmann::json &probes, const std::string &id)
{
    for (const nlohmann::json &probe : probes) {
        if (probe.at("id") == id)
            return probe.at("state").get<std::string>();
    }
    return "no such probe";
}

} // namespace

/** The program in the practice network of a company whose mail server is on a blocklist. */
class InPractice : public testing::Test
{
protected:
    void SetUp() override
    {
        const auto read = loadScenario(sourcePath(u"resources/lab/blocklisted.json"_s));
        ASSERT_TRUE(read) << read.error().detail.toStdString();
        scenario = *read;
        auto started = Lab::start(scenario);
        ASSERT_TRUE(started) << started.error().detail.toStdString();
        lab = *std::move(started);
        network = writeFile(inFolder(u"network.json"_s), toJson(lab->network()));
        bounce = writeFile(inFolder(u"bounce.eml"_s), scenario.documents.front().bytes);
    }

    [[nodiscard]] QString inFolder(const QString &name) const { return folder.filePath(name); }

    [[nodiscard]] ProgramRun investigate(const QStringList &more) const
    {
        return runProgram(QStringList{u"investigate"_s, u"--from"_s, scenario.incident.sender,
                                      u"--to"_s, scenario.incident.recipient, u"--network"_s,
                                      network, u"--lang"_s, u"en"_s}
                          + more);
    }

    QTemporaryDir folder;
    Scenario scenario;
    std::unique_ptr<Lab> lab;
    QString network;
    QString bounce;
};

TEST_F(InPractice, AnInvestigationFindsTheCauseAndKeepsTheCase)
{
    const QString saved = inFolder(u"saved.json"_s);

    const ProgramRun run = investigate({u"--bounce"_s, bounce, u"--answer"_s, u"onset=sudden"_s,
                                        u"--yes"_s, u"--json"_s, u"--save"_s, saved});

    const nlohmann::json diagnosis = run.json();
    EXPECT_EQ(run.status, 1) << run.err.toStdString();
    EXPECT_EQ(diagnosis.at("causes")[0].at("id"), "sender_ip_dnsbl_listed");
    const auto kept = nlohmann::json::parse(readFile(saved).toStdString(), nullptr, false);
    EXPECT_EQ(kept.at("format"), "todoku-case");
    EXPECT_EQ(kept.at("answers").at("onset"), "sudden");
    EXPECT_EQ(stateOf(kept.at("probes"), "blocklists"), "problem");
    EXPECT_EQ(runProgram({u"diagnose"_s, saved, u"--json"_s}).json().at("causes"),
              diagnosis.at("causes"));
}

TEST_F(InPractice, AnInvestigationWritesEveryReportThatIsAskedFor)
{
    const ProgramRun run
        = investigate({u"--bounce"_s, bounce, u"--yes"_s, u"--report"_s, inFolder(u"a.html"_s),
                       u"--report"_s, inFolder(u"b.txt"_s), u"--report"_s, inFolder(u"c.csv"_s)});

    EXPECT_EQ(run.status, 1) << run.err.toStdString();
    EXPECT_TRUE(readFile(inFolder(u"a.html"_s)).startsWith("<!DOCTYPE html>"));
    EXPECT_TRUE(readFile(inFolder(u"b.txt"_s)).contains("203.0.113.25"));
    EXPECT_TRUE(readFile(inFolder(u"c.csv"_s)).contains("Spamhaus"));
    EXPECT_TRUE(run.out.contains("blocked using zen.spamhaus.org"));
}

TEST_F(InPractice, WithoutAYesThirdPartiesAreNotAsked)
{
    const QString saved = inFolder(u"saved.json"_s);

    const ProgramRun run = investigate({u"--bounce"_s, bounce, u"--save"_s, saved, u"--json"_s});

    EXPECT_EQ(run.status, 1) << run.err.toStdString();
    const auto kept = nlohmann::json::parse(readFile(saved).toStdString(), nullptr, false);
    EXPECT_EQ(stateOf(kept.at("probes"), "recipient_dns"), "ok");
    for (const char *id : {"recipient_smtp", "local_network", "blocklists"})
        EXPECT_EQ(stateOf(kept.at("probes"), id), "not_run") << id;
}

TEST_F(InPractice, TheChecksSeeWhatTheNetworkShows)
{
    const QStringList common{u"--network"_s, network, u"--yes"_s, u"--json"_s};

    const ProgramRun refused = runProgram(
        QStringList{u"check"_s, u"recipient"_s, u"suzuki@recipient.example"_s} + common);
    const ProgramRun line = runProgram(QStringList{u"check"_s, u"network"_s} + common);
    const ProgramRun listed
        = runProgram(QStringList{u"check"_s, u"blocklists"_s, u"203.0.113.25"_s} + common);
    const ProgramRun clean
        = runProgram(QStringList{u"check"_s, u"blocklists"_s, u"192.0.2.31"_s} + common);

    EXPECT_EQ(refused.status, 1);
    EXPECT_EQ(stateOf(refused.json(), "recipient_smtp"), "problem");
    EXPECT_TRUE(refused.out.contains("554 5.7.1"));
    EXPECT_EQ(line.status, 0) << line.out.toStdString();
    EXPECT_EQ(stateOf(line.json(), "local_network"), "ok");
    EXPECT_EQ(listed.status, 1);
    EXPECT_EQ(stateOf(listed.json(), "blocklists"), "problem");
    EXPECT_EQ(clean.status, 0) << clean.out.toStdString();
    EXPECT_EQ(stateOf(clean.json(), "blocklists"), "ok");
}

TEST_F(InPractice, WithVerboseTheConversationIsShown)
{
    const ProgramRun run = runProgram({u"check"_s, u"recipient"_s, u"suzuki@recipient.example"_s,
                                       u"--network"_s, network, u"--yes"_s, u"--verbose"_s});

    EXPECT_TRUE(run.out.contains("C: RCPT TO:<suzuki@recipient.example>")) << run.out.toStdString();
    EXPECT_TRUE(run.out.contains("S: 220 "));
}

TEST_F(InPractice, AnAnswerOutsideTheTablesIsRefused)
{
    for (const QString &answer : {u"onset=whenever"_s, u"moon=full"_s, u"onset"_s}) {
        const ProgramRun run = investigate({u"--answer"_s, answer});

        EXPECT_EQ(run.status, 64);
        EXPECT_TRUE(run.err.contains(answer.toUtf8())) << run.err.toStdString();
    }
}

TEST_F(InPractice, ADocumentThatShowsNothingIsNamed)
{
    const QString empty = writeFile(inFolder(u"empty.eml"_s), "");

    const ProgramRun none = investigate({u"--bounce"_s, inFolder(u"missing.eml"_s)});
    const ProgramRun nothing = investigate({u"--bounce"_s, empty});

    EXPECT_EQ(none.status, 65);
    EXPECT_TRUE(none.err.contains("missing.eml"));
    EXPECT_EQ(nothing.status, 65);
    EXPECT_TRUE(nothing.err.contains("empty.eml")) << nothing.err.toStdString();
}

TEST(LabCommand, RunsAScenarioAndSaysWhetherItsCauseWasFound)
{
    const ProgramRun run = runProgram({u"lab"_s, u"run"_s, u"blocklisted"_s, u"--json"_s});

    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.json().at("top1"), true);
    EXPECT_EQ(runProgram({u"lab"_s, u"run"_s, u"no_such"_s}).status, 64);
    EXPECT_TRUE(runProgram({u"lab"_s, u"list"_s}).out.contains("blocklisted\t"));
}

} // namespace todoku::test
