// SPDX-License-Identifier: MIT
#include "app/cli/invocation.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku::cli {

TEST(Invocation, TakesWordsAndOptionsApart)
{
    const auto read = parseInvocation(
        {u"check"_s, u"--json"_s, u"recipient"_s, u"--from"_s, u"a@b.example"_s, u"c@d.example"_s},
        knownOptions());

    ASSERT_TRUE(read);
    EXPECT_EQ(read->words, QStringList({u"check"_s, u"recipient"_s, u"c@d.example"_s}));
    EXPECT_TRUE(read->has(u"json"_s));
    EXPECT_EQ(read->value(u"from"_s), u"a@b.example"_s);
    EXPECT_FALSE(read->has(u"yes"_s));
}

TEST(Invocation, AValueMayFollowAnEqualsSignAndHoldOne)
{
    const auto read
        = parseInvocation({u"--answer=onset=sudden"_s, u"-o=out.html"_s}, knownOptions());

    ASSERT_TRUE(read);
    EXPECT_EQ(read->value(u"answer"_s), u"onset=sudden"_s);
    EXPECT_EQ(read->value(u"o"_s), u"out.html"_s);
}

TEST(Invocation, KeepsRepeatedOptionsInTheirOrder)
{
    const auto read = parseInvocation(
        {u"--report"_s, u"1"_s, u"--report=2"_s, u"--report"_s, u"3"_s}, knownOptions());

    ASSERT_TRUE(read);
    EXPECT_EQ(read->values(u"report"_s), QStringList({u"1"_s, u"2"_s, u"3"_s}));
}

TEST(Invocation, ADashAloneIsAWordAndTwoEndTheOptions)
{
    const auto read = parseInvocation({u"bounce"_s, u"-"_s, u"--"_s, u"--json"_s}, knownOptions());

    ASSERT_TRUE(read);
    EXPECT_EQ(read->words, QStringList({u"bounce"_s, u"-"_s, u"--json"_s}));
    EXPECT_FALSE(read->has(u"json"_s));
}

TEST(Invocation, TakesAnEmptyValueAsOne)
{
    const auto read = parseInvocation({u"--from="_s, u"--to"_s, u""_s}, knownOptions());

    ASSERT_TRUE(read);
    EXPECT_TRUE(read->has(u"from"_s));
    EXPECT_TRUE(read->value(u"to"_s).isEmpty());
}

TEST(Invocation, NamesWhatItDoesNotKnow)
{
    for (const QString &wrong : {u"--jsno"_s, u"-x"_s, u"--json=1"_s, u"--from"_s, u"---json"_s}) {
        const auto read = parseInvocation({u"check"_s, wrong}, knownOptions());

        ASSERT_FALSE(read) << wrong.toStdString();
        EXPECT_EQ(read.error().detail, wrong);
    }
}

} // namespace todoku::cli
