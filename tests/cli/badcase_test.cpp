// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/paths.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

const QByteArray goodCase = R"({
  "format": "todoku-case",
  "version": 1,
  "answers": {"send_result": "ndr"},
  "observations": [{"fact": "blocklists", "value": "ip_listed"}]
}
)";

struct Saying
{
    const char *name;
    QByteArray bytes;
    const char *says; // beside the file's name
};

} // namespace

class BadCase : public testing::Test
{
protected:
    ProgramRun diagnose(const QByteArray &bytes)
    {
        path = writeFile(m_folder.filePath(u"case.json"_s), bytes);
        return runProgram({u"diagnose"_s, path, u"--json"_s, u"--lang"_s, u"en"_s});
    }

    QString path;

private:
    QTemporaryDir m_folder;
};

TEST_F(BadCase, IsRefusedWithFilePlaceAndReason)
{
    const QByteArray deep = QByteArray(R"({"format": "todoku-case", "version": 1, "x": )")
                            + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";
    const std::vector<Saying> sayings{
        {"another version", QByteArray(goodCase).replace("1", "2"), "/version"},
        {"another format", QByteArray(goodCase).replace("todoku-case", "other"), "/format"},
        {"cut in half", goodCase.left(goodCase.size() / 2), "line 4"},
        {"empty", "", "line 1"},
        {"binary", QByteArray("\x00\xff\xfe\x1b", 4), "line 1"},
        {"an array", "[]", "object"},
        {"nested deeply", deep, "deep"},
        {"an answer of the wrong kind", QByteArray(goodCase).replace("\"ndr\"", "7"),
         "/answers/send_result"},
        {"an observation without a value",
         QByteArray(goodCase).replace(R"(, "value": "ip_listed")", ""), "/observations/0/value"},
    };
    for (const Saying &saying : sayings) {
        const ProgramRun run = diagnose(saying.bytes);

        EXPECT_EQ(run.status, 65) << saying.name;
        EXPECT_TRUE(run.out.isEmpty()) << saying.name;
        EXPECT_TRUE(run.err.contains(path.toUtf8())) << saying.name << run.err.toStdString();
        EXPECT_TRUE(run.err.contains(saying.says)) << saying.name << run.err.toStdString();
    }
}

TEST_F(BadCase, UnknownFactsAreNamedAndNotWeighed)
{
    const nlohmann::json known = diagnose(goodCase).json();

    const ProgramRun run = diagnose(
        QByteArray(goodCase)
            .replace(R"("ndr"})", R"("ndr", "from_the_future": "yes", "onset": "no_such_value"})")
            .replace(R"("ip_listed"})",
                     R"("ip_listed"}, {"fact": "phase_of_the_moon", "value": "full"})"));

    EXPECT_EQ(run.status, 1);
    for (const char *name : {"from_the_future", "onset", "phase_of_the_moon"})
        EXPECT_TRUE(run.err.contains(name)) << name << ": " << run.err.toStdString();
    EXPECT_EQ(run.json().at("causes"), known.at("causes"));
}

TEST_F(BadCase, AForeignNameCannotSteerTheTerminal)
{
    const ProgramRun run
        = diagnose(QByteArray(goodCase).replace("\"send_result\"", R"("\u001b[2Jsend_result")"));

    EXPECT_TRUE(run.err.contains("send_result")) << run.err.toStdString();
    EXPECT_FALSE(run.err.contains('\x1b'));
}

TEST_F(BadCase, AMissingFileIsNamed)
{
    const ProgramRun run = runProgram({u"diagnose"_s, u"/nonexistent/case.json"_s});

    EXPECT_EQ(run.status, 65);
    EXPECT_TRUE(run.err.contains("/nonexistent/case.json"));
}

TEST_F(BadCase, AReportOfOneIsNotWritten)
{
    const QTemporaryDir folder;
    const QString half
        = writeFile(folder.filePath(u"half.json"_s), goodCase.left(goodCase.size() / 2));
    const QString report = folder.filePath(u"report.html"_s);

    const ProgramRun run = runProgram({u"report"_s, half, u"-o"_s, report});

    EXPECT_EQ(run.status, 65);
    EXPECT_FALSE(QFile::exists(report));
}

} // namespace todoku::test
