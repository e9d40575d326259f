// SPDX-License-Identifier: MIT
#include "conformance/bouncescore.h"
#include "core/dsn/bouncejson.h"
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
        const QByteArray mail = readFile(corpus + u'/' + file);
        const BounceScore score = scoreFile(rows, readBounces(mail, tables), mail, misses);
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
    EXPECT_GE(total.decoded.percent(), 99.5);
    EXPECT_GE(total.recipients.percent(), 99.0);
    EXPECT_GE(total.reply.percent(), 99.0);
    EXPECT_GE(total.status.percent(), 99.0);
    EXPECT_GE(total.reason.percent(), 95.0);
    EXPECT_EQ(total.invented, 0);
}

/** The corpus's names of lists that ours do not hold as they are. */
bool isSameList(const QString &wanted, const std::optional<NamedBlocklist> &ours)
{
    if (wanted.isEmpty() || !ours)
        return wanted.isEmpty() == !ours;
    const QString name = wanted.section(u'(', 0, 0).toLower().remove(u'-');
    const QString got = (ours->name + u' ' + ours->zone).toLower().remove(u' ').remove(u'-');
    return got.contains(name);
}

TEST(JapaneseBounces, NameTheListAndWhatItLists)
{
    const QString corpus = corporaPath(u"bounces/japanese"_s);
    if (corpus.isEmpty())
        GTEST_SKIP() << "no corpora/bounces; set TODOKU_CORPORA";
    const BounceTables tables = loadTables();
    Rate read;
    Rate lists;
    Rate objects;
    Rate reasons;
    QStringList misses;
    for (ExpectedRow &row : readExpected(corpus + u"/expected.tsv"_s)) {
        for (const QString &suffix : {u".eml"_s, u".txt"_s}) {
            const QString file = row[u"file"_s].chopped(4) + suffix;
            const auto bounces = readBounces(readFile(corpus + u'/' + file), tables);
            const bool isRead
                = bounces.size() == 1 && bounces.front().recipients.size() == 1
                  && bounces.front().recipients.front().recipient == row[u"recipient"_s];
            read.count(isRead);
            if (!isRead) {
                misses.append(file + u": recipient"_s);
                continue;
            }
            const RecipientReport &report = bounces.front().recipients.front();
            const QString list = report.blocklist ? report.blocklist->name : QString();
            const QString object = report.blocklist ? toWord(report.blocklist->object) : QString();
            lists.count(isSameList(row[u"list_named"_s], report.blocklist));
            if (!isSameList(row[u"list_named"_s], report.blocklist))
                misses.append(file + u": list "_s + row[u"list_named"_s] + u", got "_s + list);
            if (!row[u"list_named"_s].isEmpty()) {
                objects.count(object == row[u"listed_object"_s]);
                if (object != row[u"listed_object"_s])
                    misses.append(file + u": object "_s + row[u"listed_object"_s] + u", got "_s
                                  + object);
            }
            reasons.count(isSameReason(report.reason, row));
            if (!isSameReason(report.reason, row))
                misses.append(file + u": reason "_s + row[u"our_code"_s] + u", got "_s
                              + report.reason);
        }
    }

    printMisses(misses);
    print(u"japanese: recipients %1/%2, lists %3/%4, objects %5/%6, reasons %7/%8"_s.arg(read.right)
              .arg(read.asked)
              .arg(lists.right)
              .arg(lists.asked)
              .arg(objects.right)
              .arg(objects.asked)
              .arg(reasons.right)
              .arg(reasons.asked));
    EXPECT_EQ(read.right, read.asked);
    EXPECT_EQ(lists.right, lists.asked);
    EXPECT_EQ(objects.right, objects.asked);
    EXPECT_GE(reasons.percent(), 85.0);
}

} // namespace todoku::test
