// SPDX-License-Identifier: MIT
#include "core/engine/words.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

TEST(Words, LikelihoodHasSixSteps)
{
    EXPECT_EQ(likelihoodWord(0.95), u"likelihood/almost_certain"_s);
    EXPECT_EQ(likelihoodWord(0.9499), u"likelihood/very_likely"_s);
    EXPECT_EQ(likelihoodWord(0.5), u"likelihood/likely"_s);
    EXPECT_EQ(likelihoodWord(0.2), u"likelihood/possible"_s);
    EXPECT_EQ(likelihoodWord(0.05), u"likelihood/unlikely"_s);
    EXPECT_EQ(likelihoodWord(0), u"likelihood/hardly"_s);
}

TEST(Words, WeightHasADirectionFromOneDecibel)
{
    EXPECT_EQ(weightWord(0.99), u"weight/negligible"_s);
    EXPECT_EQ(weightWord(-0.99), u"weight/negligible"_s);
    EXPECT_EQ(weightWord(1), u"weight/weakly_for"_s);
    EXPECT_EQ(weightWord(-7), u"weight/moderately_against"_s);
    EXPECT_EQ(weightWord(20), u"weight/decisively_for"_s);
}

TEST(Words, PercentNeverSaysCertain)
{
    EXPECT_EQ(shownPercent(1), 97);
    EXPECT_EQ(shownPercent(0.5), 50);
    EXPECT_EQ(shownPercent(0), 0);
}

} // namespace todoku
