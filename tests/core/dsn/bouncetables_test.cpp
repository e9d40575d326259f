// SPDX-License-Identifier: MIT
#include "core/dsn/bouncetables.h"
#include "core/dsn/replytext.h"
#include "tables.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

/** What the reader would ask for the row's own sample line. */
struct SampleQuery
{
    explicit SampleQuery(const PatternRow &row)
        : text(isMasked(row) ? DiagnosticText::of(row.seen) : DiagnosticText::verbatim(row.seen))
    {
        const ReplyCodes codes = readReplyCodes(row.seen);
        query = {.text = &text,
                 .status = codes.status,
                 .reply = codes.reply ? QString::number(*codes.reply) : QString(),
                 .command = readCommand(row.seen)};
    }

    static bool isMasked(const PatternRow &row)
    {
        using namespace patternfact;
        return row.fact == reason || row.fact == signature || row.fact == blocklist
               || row.fact == listedObject || row.fact == listRefusal
               || row.fact == listIntroduction;
    }

    DiagnosticText text;
    PatternQuery query;
};

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

TEST(PatternTable, EveryRowWinsForItsOwnSample)
{
    const PatternTable &patterns = bounceTables().patterns;
    ASSERT_GT(patterns.rows().size(), 500U);

    for (const PatternRow &row : patterns.rows()) {
        const SampleQuery sample(row);
        const auto best = patterns.best(row.fact, sample.query);
        ASSERT_TRUE(best) << row.place.toStdString() << " does not match its own sample";
        EXPECT_EQ(best->row->value, row.value)
            << row.place.toStdString() << " loses to " << best->row->place.toStdString();
    }
}

TEST(PatternTable, NoTwoRowsOfAFactTieForASample)
{
    const PatternTable &patterns = bounceTables().patterns;

    for (const PatternRow &row : patterns.rows()) {
        const SampleQuery sample(row);
        const auto matches = patterns.all(row.fact, sample.query);
        if (matches.size() > 1 && matches[0].row->weight() == matches[1].row->weight()) {
            EXPECT_EQ(matches[0].row->value, matches[1].row->value)
                << matches[0].row->place.toStdString() << " ties with "
                << matches[1].row->place.toStdString();
        }
    }
}

TEST(PatternTable, SaysWhereARowIsWrong)
{
    const QTemporaryDir folder;
    write(folder.filePath(u"a.json"_s),
          R"({"rows":[{"match":"x y z","fact":"bounce.reason","value":"unknown"}]})");

    const auto table = PatternTable::load(folder.path());

    ASSERT_FALSE(table);
    EXPECT_TRUE(table.error().detail.contains(u"a.json: /rows/0/seen"_s))
        << table.error().detail.toStdString();
}

TEST(PatternTable, SaysWhichFileIsNoJson)
{
    const QTemporaryDir folder;
    write(folder.filePath(u"broken.json"_s), "{\"rows\":[");

    const auto table = PatternTable::load(folder.path());

    ASSERT_FALSE(table);
    EXPECT_TRUE(table.error().detail.contains(u"broken.json"_s));
}

TEST(PatternTable, LongestMatchWinsAndGeneralWordsGiveWay)
{
    const DiagnosticText text
        = DiagnosticText::of(u"450 mailbox full; this message has been in the queue too long");

    const auto best = bounceTables().patterns.best(patternfact::reason, {.text = &text});

    ASSERT_TRUE(best);
    EXPECT_EQ(best->row->value, u"recipient.mailbox_full"_s);
    EXPECT_EQ(best->excerpt, u"mailbox full"_s);
}

TEST(ReasonTable, HasWordsInBothLanguagesForEveryReason)
{
    const auto &reasons = bounceTables().reasons.all();
    ASSERT_GE(reasons.size(), 35U);

    for (const auto &reason : reasons) {
        EXPECT_FALSE(reason.title.ja.isEmpty() || reason.title.en.isEmpty())
            << reason.id.toStdString();
        EXPECT_FALSE(reason.advice.ja.isEmpty() || reason.advice.en.isEmpty())
            << reason.id.toStdString();
    }
}

} // namespace todoku::test
