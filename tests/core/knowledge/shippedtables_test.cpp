// SPDX-License-Identifier: MIT
#include "core/evidence/facts.h"
#include "core/knowledge/knowledgebase.h"
#include "support/paths.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

class ShippedTables : public testing::Test
{
protected:
    Result<KnowledgeBase> knowledge
        = KnowledgeBase::load(test::sourcePath(u"resources/knowledge"_s));
};

} // namespace

TEST_F(ShippedTables, HoldTheReferencesCausesAndFacts)
{
    ASSERT_TRUE(knowledge) << knowledge.error().detail.toStdString();

    EXPECT_GE(knowledge->causes.size(), 66U);
    EXPECT_GE(std::ranges::count_if(knowledge->facts,
                                    [](const Fact &f) { return f.kind != FactKind::Detail; }),
              36);
}

TEST_F(ShippedTables, HaveARemedyForEveryCause)
{
    for (const Cause &cause : knowledge->causes)
        EXPECT_FALSE(cause.remedies.empty()) << cause.id.value.toStdString();
}

TEST_F(ShippedTables, HaveEveryFactThatTheProgramNames)
{
    const QString header
        = QString::fromUtf8(test::readFile(test::sourcePath(u"core/evidence/facts.h"_s)));
    static const QRegularExpression named(u"QStringLiteral\\(\"([a-z0-9_]+)\"\\)"_s);
    int count = 0;
    auto matches = named.globalMatch(header);
    while (matches.hasNext()) {
        const FactId id{matches.next().captured(1)};
        EXPECT_TRUE(knowledge->fact(id)) << id.value.toStdString();
        ++count;
    }
    EXPECT_GT(count, 10);
}

TEST_F(ShippedTables, HaveAWordForEveryRoleAndHop)
{
    for (const Cause &cause : knowledge->causes) {
        EXPECT_FALSE(knowledge->word(u"hop/"_s + hopId(cause.hop)).isEmpty());
        for (const Party party : cause.actors)
            EXPECT_FALSE(knowledge->word(u"party/"_s + partyId(party)).isEmpty());
    }
}

TEST_F(ShippedTables, UseTheSameMarkersInBothLanguages)
{
    const auto markers = [](const QString &text) {
        QStringList found;
        for (int i = 1; i <= 9; ++i) {
            if (text.contains(u'%' + QString::number(i)))
                found.append(QString::number(i));
        }
        return found;
    };
    for (auto it = knowledge->messages.begin(); it != knowledge->messages.end(); ++it)
        EXPECT_EQ(markers(it->ja), markers(it->en)) << it.key().toStdString();
}

// Every message id that the core writes as a literal has its words.
TEST_F(ShippedTables, HaveTheSentencesThatProbesSay)
{
    static const QRegularExpression quoted(
        u"u\"((?:not_run|could_not|contact|local_network|recipient_dns|recipient_smtp|blocklists|unusable)/[a-z0-9_]+)\""_s);
    int count = 0;
    for (const auto &file :
         {u"couldnottest"_s, u"landmarks"_s, u"localnetworkprobe"_s, u"recipientdnsprobe"_s,
          u"recipientsmtpprobe"_s, u"blocklistsprobe"_s, u"proberunner"_s}) {
        const QString source
            = QString::fromUtf8(test::readFile(test::sourcePath(u"core/probe/%1.cpp"_s.arg(file))));
        auto matches = quoted.globalMatch(source);
        while (matches.hasNext()) {
            const QString id = matches.next().captured(1);
            EXPECT_TRUE(knowledge->messages.contains(id)) << id.toStdString();
            ++count;
        }
    }
    EXPECT_GT(count, 30);
}

} // namespace todoku
