// SPDX-License-Identifier: MIT
#include "conformance/bouncescore.h"
#include "support/paths.h"

#include <QFileInfo>
#include <QHash>

#include <gtest/gtest.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

/** "mails/sisimai/lhost-postfix-01.eml" -> "lhost-postfix"; a folder's name for the others. */
QString groupOf(const QString &file)
{
    if (!file.startsWith(u"mails/sisimai/"_s))
        return file.section(u'/', 0, -2);
    return file.section(u'/', -1).section(u'-', 0, -2);
}

BounceTables loadTables()
{
    auto tables = BounceTables::load(sourcePath(u"resources/knowledge"_s));
    EXPECT_TRUE(tables) << (tables ? "" : tables.error().detail.toStdString());
    return tables ? *std::move(tables) : BounceTables{};
}

void print(const QString &line)
{
    std::printf("%s\n", line.toUtf8().constData());
}

void printMisses(const QStringList &misses)
{
    if (qEnvironmentVariableIsSet("TODOKU_SHOW_MISSES")) {
        for (const QString &miss : misses)
            print(miss);
    }
}

} // namespace

TEST(BounceCorpus, IsReadAtTheLevelReached)
{
    const QString corpus = corporaPath(u"bounces"_s);
    if (corpus.isEmpty())
        GTEST_SKIP() << "no corpora/bounces; set TODOKU_CORPORA";
    const BounceTables tables = loadTables();
    std::map<QString, std::vector<ExpectedRow>> files;
    for (ExpectedRow &row : readExpected(corpus + u"/expected.tsv"_s))
        files[row[u"file"_s]].push_back(row);

    std::map<QString, BounceScore> groups;
    BounceScore total;
    QStringList misses;
    for (const auto &[file, rows] : files) {
        const auto bounces = readBounces(readFile(corpus + u'/' + file), tables);
        const BounceScore score = scoreFile(rows, bounces, misses);
        groups[groupOf(file)].add(score);
        total.add(score);
    }

    printMisses(misses);
    print(u"%1  %2  %3  %4  %5  %6  invented"_s.arg(u"samples"_s, -24)
              .arg(u"decoded"_s, -16)
              .arg(u"recipients"_s, -16)
              .arg(u"reply code"_s, -16)
              .arg(u"status"_s, -16)
              .arg(u"reason (A, C)"_s, -16));
    for (const auto &[name, score] : groups)
        print(toLine(name, score));
    print(toLine(u"TOTAL"_s, total));
    EXPECT_GE(total.decoded.percent(), 98.0);
    EXPECT_GE(total.recipients.percent(), 90.0);
    EXPECT_GE(total.reply.percent(), 90.0);
    EXPECT_GE(total.status.percent(), 90.0);
    EXPECT_GE(total.reason.percent(), 80.0);
    EXPECT_LE(total.invented, 2);
}

} // namespace todoku::test
