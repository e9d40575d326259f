// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/paths.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

// Only what "diagnose" promises to be content with.
const QByteArray smallCase = R"({"format": "todoku-case", "version": 1,
 "answers": {"send_result": "ndr", "onset": "sudden"},
 "observations": [{"fact": "error_text", "value": "blocklist",
                   "excerpt": "554 5.7.1 blocked using zen.spamhaus.org"},
                  {"fact": "blocklists", "value": "ip_listed"}]})";

const QByteArray reportCase = R"({"format": "todoku-case", "version": 1,
 "incident": {"sender": "keiri@sender.example", "recipient": "suzuki@recipient.example",
              "subject": "Invoice for October"},
 "answers": {"send_result": "ndr"},
 "observations": [{"fact": "error_text", "value": "blocklist",
   "excerpt": "554 5.7.1 <suzuki@recipient.example>: client [203.0.113.25] blocked"}]})";

double sumOfProbabilities(const nlohmann::json &diagnosis)
{
    double sum = diagnosis.at("other").get<double>();
    for (const nlohmann::json &cause : diagnosis.at("causes"))
        sum += cause.at("probability").get<double>();
    return sum;
}

ProgramRun report(const QString &path, const QString &format, const QString &redaction)
{
    return runProgram(
        {u"report"_s, path, u"--format"_s, format, u"--redact"_s, redaction, u"--lang"_s, u"en"_s});
}

} // namespace

class CaseCommands : public testing::Test
{
protected:
    QString save(const QByteArray &bytes)
    {
        return writeFile(m_folder.filePath(u"case.json"_s), bytes);
    }
    QString inFolder(const QString &name) { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

TEST_F(CaseCommands, WeighAFileOfAnswersAndObservationsOnly)
{
    const ProgramRun run = runProgram({u"diagnose"_s, save(smallCase), u"--json"_s});

    const nlohmann::json diagnosis = run.json();
    EXPECT_EQ(run.status, 1);
    EXPECT_TRUE(run.err.isEmpty()) << run.err.toStdString();
    EXPECT_EQ(diagnosis.at("causes")[0].at("id"), "sender_ip_dnsbl_listed");
    EXPECT_EQ(diagnosis.at("causes")[0].at("rank"), 1);
    EXPECT_NEAR(sumOfProbabilities(diagnosis), 1, 1e-6);
    for (const char *member :
         {"two_causes", "conflict_bits", "urgent", "next", "stop", "suspicious", "party"})
        EXPECT_TRUE(diagnosis.contains(member)) << member;
    for (const char *member : {"word", "title", "actors", "path", "reasons", "remedies"})
        EXPECT_TRUE(diagnosis.at("causes")[0].contains(member)) << member;
}

TEST_F(CaseCommands, SayThatNothingCanBeToldOfAnEmptyCase)
{
    const ProgramRun run = runProgram(
        {u"diagnose"_s, save(R"({"format": "todoku-case", "version": 1})"), u"--json"_s});

    EXPECT_EQ(run.status, 2);
    EXPECT_FALSE(run.json().at("next").empty());
}

TEST_F(CaseCommands, ReadACaseFromStandardInput)
{
    const ProgramRun piped = runProgram({u"diagnose"_s, u"-"_s, u"--json"_s}, smallCase);

    EXPECT_EQ(piped.json(), runProgram({u"diagnose"_s, save(smallCase), u"--json"_s}).json());
}

TEST_F(CaseCommands, TellTheDiagnosisInBothLanguages)
{
    const QString path = save(smallCase);
    const nlohmann::json title
        = runProgram({u"diagnose"_s, path, u"--json"_s}).json().at("causes")[0].at("title");

    const ProgramRun japanese = runProgram({u"diagnose"_s, path, u"--lang"_s, u"ja"_s});
    const ProgramRun english = runProgram({u"diagnose"_s, path, u"--lang"_s, u"en"_s});

    EXPECT_TRUE(japanese.out.contains(title.at("ja").get<std::string>().c_str()));
    EXPECT_TRUE(english.out.contains(title.at("en").get<std::string>().c_str()));
    EXPECT_TRUE(english.out.contains("blocked using zen.spamhaus.org"));
}

TEST_F(CaseCommands, WriteEveryFormatOfTheReport)
{
    const QString path = save(reportCase);
    const std::vector<std::pair<QString, QByteArray>> beginnings{
        {u"html"_s, "<!DOCTYPE html>"},
        {u"md"_s, "#"},
        {u"csv"_s, "\xef\xbb\xbf"},
        {u"json"_s, "{"},
        {u"text"_s, ""},
        {u"letter"_s, ""},
    };
    for (const auto &[format, beginning] : beginnings) {
        const ProgramRun run = report(path, format, u"none"_s);

        EXPECT_EQ(run.status, 0) << format.toStdString() << run.err.toStdString();
        EXPECT_TRUE(run.out.startsWith(beginning)) << run.out.left(80).toStdString();
        EXPECT_TRUE(run.out.contains("suzuki@recipient.example")) << format.toStdString();
    }
}

TEST_F(CaseCommands, TheJsonReportHoldsTheDiagnosis)
{
    const QString path = save(reportCase);

    const nlohmann::json whole = report(path, u"json"_s, u"none"_s).json();

    const nlohmann::json diagnosis = runProgram({u"diagnose"_s, path, u"--json"_s}).json();
    EXPECT_EQ(whole.at("causes"), diagnosis.at("causes"));
}

TEST_F(CaseCommands, APublicReportNamesNobody)
{
    const QString path = save(reportCase);
    for (const QString &format :
         {u"html"_s, u"md"_s, u"csv"_s, u"json"_s, u"text"_s, u"letter"_s}) {
        const ProgramRun run = report(path, format, u"public"_s);

        EXPECT_EQ(run.status, 0);
        EXPECT_FALSE(run.out.isEmpty()) << format.toStdString();
        EXPECT_FALSE(run.out.contains("suzuki@")) << format.toStdString();
        EXPECT_FALSE(run.out.contains("keiri@")) << format.toStdString();
    }
}

TEST_F(CaseCommands, TakeTheFormatFromTheFileThatIsWritten)
{
    const QString html = inFolder(u"report.html"_s);

    const ProgramRun run = runProgram({u"report"_s, save(reportCase), u"-o"_s, html});

    QFile file(html);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(run.status, 0);
    EXPECT_TRUE(run.out.isEmpty());
    EXPECT_TRUE(file.readAll().startsWith("<!DOCTYPE html>"));
}

TEST_F(CaseCommands, RefuseAFormatOrARedactionThatThereIsNot)
{
    const QString path = save(reportCase);

    const ProgramRun format = report(path, u"docx"_s, u"none"_s);
    const ProgramRun redaction = report(path, u"html"_s, u"some"_s);

    EXPECT_EQ(format.status, 64);
    EXPECT_TRUE(format.err.contains("docx"));
    EXPECT_EQ(redaction.status, 64);
    EXPECT_TRUE(redaction.err.contains("some"));
    EXPECT_TRUE(format.out.isEmpty() && redaction.out.isEmpty());
}

TEST_F(CaseCommands, AReportThatCannotBeWrittenIsNoMatterOfUsage)
{
    const QString nowhere = u"/nonexistent/report.html"_s;

    const ProgramRun run = runProgram({u"report"_s, save(reportCase), u"-o"_s, nowhere});

    EXPECT_EQ(run.status, 70);
    EXPECT_TRUE(run.err.contains(nowhere.toUtf8())) << run.err.toStdString();
}

TEST_F(CaseCommands, AskForTheirOneFile)
{
    EXPECT_EQ(runProgram({u"diagnose"_s}).status, 64);
    EXPECT_EQ(runProgram({u"diagnose"_s, u"a"_s, u"b"_s}).status, 64);
    EXPECT_EQ(runProgram({u"report"_s}).status, 64);
}

} // namespace todoku::test
