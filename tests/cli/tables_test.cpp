// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/paths.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

void copyTables(const QTemporaryDir &folder)
{
    const QDir from(sourcePath(u"resources/knowledge"_s));
    for (QDirIterator it(from.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        const QString to = folder.filePath(from.relativeFilePath(path));
        ASSERT_TRUE(QDir().mkpath(QFileInfo(to).path()));
        writeFile(to, readFile(path));
    }
}

QByteArray spoilt(QByteArray bytes, const QByteArray &what, const QByteArray &by)
{
    const qsizetype at = bytes.indexOf(what);
    EXPECT_GE(at, 0) << what.toStdString();
    return bytes.replace(at, what.size(), by);
}

} // namespace

TEST(KnowledgeCommand, FindsTheShippedTablesSound)
{
    const ProgramRun shipped = runProgram({u"knowledge"_s, u"check"_s});
    const ProgramRun inPlace
        = runProgram({u"knowledge"_s, u"check"_s, sourcePath(u"resources/knowledge"_s)});

    EXPECT_EQ(shipped.status, 0) << shipped.err.toStdString();
    EXPECT_EQ(inPlace.status, 0) << inPlace.err.toStdString();
    EXPECT_EQ(shipped.out, inPlace.out);
}

TEST(KnowledgeCommand, NamesTheFileAndThePlaceOfAnError)
{
    struct Mistake
    {
        QString file;
        QByteArray what;
        QByteArray by;
        QByteArray place;
    };
    const std::vector<Mistake> mistakes{
        {u"causes.json"_s, R"("prior": 25)", R"("prior": "25")", "/causes/0/prior"},
        {u"facts.json"_s, R"("cost_s": 10)", R"("costs": 10)", "/facts/0/cost_s"},
        {u"blocklists.json"_s, R"("weight": 5)", R"("weight": "5")", "/lists/0/weight"},
        {u"landmarks.json"_s, R"("port": 587)", R"("port": 0)", "/port"},
        {u"reasons.json"_s, R"("actors")", R"("actor")", "/actors"},
    };
    const QTemporaryDir folder;
    copyTables(folder);
    for (const Mistake &mistake : mistakes) {
        const QString path = folder.filePath(mistake.file);
        const QByteArray sound = readFile(path);
        writeFile(path, spoilt(sound, mistake.what, mistake.by));

        const ProgramRun run = runProgram({u"knowledge"_s, u"check"_s, folder.path()});

        EXPECT_EQ(run.status, 1) << mistake.file.toStdString();
        EXPECT_TRUE(run.err.contains(mistake.file.toUtf8())) << run.err.toStdString();
        EXPECT_TRUE(run.err.contains(mistake.place)) << run.err.toStdString();
        writeFile(path, sound);
    }
}

TEST(KnowledgeCommand, ListsTheTables)
{
    const nlohmann::json causes
        = runProgram({u"knowledge"_s, u"list"_s, u"causes"_s, u"--json"_s}).json();
    const ProgramRun lists = runProgram({u"knowledge"_s, u"list"_s, u"lists"_s});

    EXPECT_GT(causes.size(), 30U);
    EXPECT_TRUE(causes[0].at("title").contains("ja"));
    EXPECT_TRUE(lists.out.contains("zen.spamhaus.org\t"));
    EXPECT_EQ(runProgram({u"knowledge"_s, u"list"_s, u"recipes"_s}).status, 64);
}

TEST(Program, SaysItsVersion)
{
    const ProgramRun run = runProgram({u"--version"_s});

    EXPECT_EQ(run.status, 0);
    EXPECT_TRUE(run.out.startsWith("todoku-cli "));
    EXPECT_EQ(run.out.count('\n'), 1);
}

TEST(Program, ShowsItsHelpInBothLanguages)
{
    const ProgramRun english = runProgram({u"--help"_s, u"--lang"_s, u"en"_s});
    const ProgramRun japanese = runProgram({u"-h"_s, u"--lang"_s, u"ja"_s});

    EXPECT_EQ(english.status, 0);
    EXPECT_EQ(japanese.status, 0);
    EXPECT_TRUE(english.out.contains("Exit status"));
    EXPECT_NE(english.out, japanese.out);
}

TEST(Program, RefusesWhatMakesNoSense)
{
    const std::vector<QStringList> lines{
        {},
        {u"deliver"_s},
        {u"bounce"_s, u"--jsno"_s},
        {u"check"_s},
        {u"check"_s, u"recipient"_s},
        {u"check"_s, u"recipient"_s, u"no address"_s},
        {u"check"_s, u"network"_s, u"more"_s},
        {u"check"_s, u"network"_s, u"--timeout"_s, u"soon"_s},
        {u"check"_s, u"network"_s, u"--timeout"_s, u"-1"_s},
        {u"check"_s, u"network"_s, u"--timeout"_s},
        {u"check"_s, u"network"_s, u"--lang"_s, u"fr"_s, u"--list"_s},
        {u"investigate"_s, u"more"_s},
        {u"investigate"_s, u"--to"_s, u"@"_s},
        {u"lab"_s},
        {u"knowledge"_s},
    };
    for (const QStringList &line : lines) {
        const ProgramRun run = runProgram(line);

        EXPECT_EQ(run.status, 64) << line.join(u' ').toStdString();
        EXPECT_TRUE(run.out.isEmpty()) << line.join(u' ').toStdString();
        EXPECT_TRUE(run.err.startsWith("todoku-cli: ")) << run.err.toStdString();
    }
}

} // namespace todoku::test
