// SPDX-License-Identifier: MIT
#include "ui/widgets/wrappedtext.h"

#include <QApplication>
#include <QFontMetrics>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

TEST(WrappedText, IsNeverWiderThanItsRoom)
{
    const QString reply = u"mx.recipient.example[198.51.100.25]:25"_s;
    constexpr int room = 60;

    const WrappedText narrow(reply, QApplication::font(), room, Qt::AlignLeft);
    const WrappedText wide(reply, QApplication::font(), 4000, Qt::AlignLeft);

    EXPECT_GT(wide.usedWidth(), room);
    EXPECT_LE(narrow.usedWidth(), room);
    EXPECT_GT(narrow.height(), wide.height());
}

TEST(WrappedText, BeginsALineWhereTheTextDoes)
{
    const WrappedText one(u"a"_s, QApplication::font(), 400, Qt::AlignLeft);
    const WrappedText three(u"a\nb\nc"_s, QApplication::font(), 400, Qt::AlignLeft);

    EXPECT_EQ(three.height(), 3 * one.height());
}

TEST(Phrases, BeginWhereJapaneseIsReadWithEase)
{
    EXPECT_EQ(phrasesOf(u"送信サーバー"_s), (QStringList{u"送信"_s, u"サーバー"_s}));
    EXPECT_EQ(phrasesOf(u"ドメイン・DNS"_s), (QStringList{u"ドメイン・"_s, u"DNS"_s}));
    EXPECT_EQ(phrasesOf(u"相手の入口"_s), (QStringList{u"相手の"_s, u"入口"_s}));
    EXPECT_EQ(phrasesOf(u"可能性あり"_s), QStringList{u"可能性あり"_s});
    EXPECT_EQ(phrasesOf(u"Their entrance"_s), (QStringList{u"Their "_s, u"entrance"_s}));
    EXPECT_EQ(phrasesOf(QString()), QStringList{QString()});
}

TEST(Phrases, FillALineAsFarAsTheyFit)
{
    const QFontMetrics metrics(QApplication::font());
    const QString label = u"Sending mail server"_s;

    EXPECT_EQ(brokenAtPhrases(label, metrics, metrics.horizontalAdvance(label)), label);
    EXPECT_EQ(brokenAtPhrases(label, metrics, metrics.horizontalAdvance(u"Sending mail"_s)),
              u"Sending mail\nserver"_s);
    EXPECT_EQ(brokenAtPhrases(label, metrics, 1), u"Sending\nmail\nserver"_s);
}

} // namespace todoku
