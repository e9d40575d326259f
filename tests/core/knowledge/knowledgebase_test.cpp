// SPDX-License-Identifier: MIT
#include "core/knowledge/knowledgebase.h"
#include "support/paths.h"

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

// A copy of the shipped tables, for breaking one thing at a time.
class BrokenTables : public testing::Test
{
protected:
    BrokenTables()
    {
        const QString source = test::sourcePath(u"resources/knowledge/"_s);
        for (const QString &folder : {u""_s, u"text/ja"_s, u"text/en"_s}) {
            const QString target = m_directory.path() + u'/' + folder;
            QDir().mkpath(target);
            for (const QString &name : QDir(source + folder).entryList({u"*.json"_s}, QDir::Files))
                QFile::copy(source + folder + u'/' + name, target + u'/' + name);
        }
    }

    // Replaces the first `before` in a table and returns what loading then says.
    QString errorAfter(const QString &file, const QByteArray &before, const QByteArray &after)
    {
        const QString path = m_directory.filePath(file);
        QByteArray text = test::readFile(path);
        const qsizetype at = text.indexOf(before);
        EXPECT_GE(at, 0) << before.toStdString();
        text.replace(at, before.size(), after);
        QFile out(path);
        out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        EXPECT_TRUE(out.open(QIODevice::WriteOnly) && out.write(text) == text.size());
        out.close();
        const auto loaded = KnowledgeBase::load(m_directory.path());
        return loaded ? QString() : loaded.error().detail;
    }

    QTemporaryDir m_directory;
};

} // namespace

TEST_F(BrokenTables, AreSoundBeforeTheyAreBroken)
{
    const auto loaded = KnowledgeBase::load(m_directory.path());
    EXPECT_TRUE(loaded) << loaded.error().detail.toStdString();
}

TEST_F(BrokenTables, NameTheFileAndPathOfAnUnknownValue)
{
    const QString error
        = errorAfter(u"causes.json"_s, "\"client_error\": 3", "\"cleint_error\": 3");

    EXPECT_TRUE(error.contains(u"causes.json: /causes/0/evidence/send_result/cleint_error"_s))
        << error.toStdString();
}

TEST_F(BrokenTables, RefuseAnUnknownFactOrRemedyOrRole)
{
    EXPECT_TRUE(errorAfter(u"causes.json"_s, "\"web_works\"", "\"web_wroks\"")
                    .contains(u"is not a fact that is weighed"_s));
}

TEST_F(BrokenTables, RefuseARoleThatIsNone)
{
    EXPECT_TRUE(errorAfter(u"causes.json"_s, "\"act\": [\"su\"]", "\"act\": [\"boss\"]")
                    .contains(u"/causes/0/act/0 is not a role"_s));
}

TEST_F(BrokenTables, RefuseBaseRatesThatDoNotSumToOne)
{
    const QString error = errorAfter(u"facts.json"_s, "[0.18, 0.07", "[0.19, 0.07");

    EXPECT_TRUE(error.contains(u"facts.json: /facts/0/base sums to 1.01"_s)) << error.toStdString();
}

TEST_F(BrokenTables, RefuseAGradeOutsideTheScale)
{
    EXPECT_TRUE(errorAfter(u"causes.json"_s, "\"client_error\": 3", "\"client_error\": 7")
                    .contains(u"must lie between -4 and 6"_s));
}

TEST_F(BrokenTables, RefuseTheSameCauseTwice)
{
    EXPECT_TRUE(
        errorAfter(u"causes.json"_s, "\"id\": \"device_unstable\"", "\"id\": \"internet_down\"")
            .contains(u"\"internet_down\" stands in the table twice"_s));
}

TEST_F(BrokenTables, RefuseATextThatOneLanguageLacks)
{
    const QString error = errorAfter(u"text/en/words.json"_s, "\"possible\"", "\"possibly\"");

    EXPECT_TRUE(error.contains(u"likelihood/possible is missing"_s)) << error.toStdString();
}

TEST_F(BrokenTables, SayWhereAFileIsNoJson)
{
    const QString error = errorAfter(u"model.json"_s, "\"tau\": 0.9,", "\"tau\": ,");

    EXPECT_TRUE(error.contains(u"model.json"_s) && error.contains(u"line 4"_s))
        << error.toStdString();
}

TEST_F(BrokenTables, SayThatAFileIsMissing)
{
    QFile::remove(m_directory.filePath(u"remedies.json"_s));

    const auto loaded = KnowledgeBase::load(m_directory.path());

    ASSERT_FALSE(loaded);
    EXPECT_TRUE(loaded.error().detail.contains(u"remedies.json"_s));
}

TEST(KnowledgeText, FillsAllMarkersAtOnce)
{
    const LocalizedText text{.ja = u"%2 は %1"_s, .en = u"%1 is %2, 100 %"_s};

    const LocalizedText done = filled(text, {u"%2"_s, u"x"_s});

    EXPECT_EQ(done.en, u"%2 is x, 100 %"_s);
    EXPECT_EQ(done.ja, u"x は %2"_s);
}

} // namespace todoku
