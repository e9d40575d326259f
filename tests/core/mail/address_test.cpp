// SPDX-License-Identifier: MIT
#include "core/mail/address.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

TEST(MailAddress, SplitsAtTheLastAtSign)
{
    const auto address = MailAddress::parse(u" \"a@b\"@example.jp "_s);

    ASSERT_TRUE(address);
    EXPECT_EQ(address->localPart, u"\"a@b\""_s);
    EXPECT_EQ(address->domain, u"example.jp"_s);
}

TEST(MailAddress, RefusesWhatCouldEndACommandEarly)
{
    EXPECT_FALSE(MailAddress::parse(u"a@example.jp\r\nRCPT TO:<b@example.jp>"_s));
    EXPECT_FALSE(MailAddress::parse(u"a\0b@example.jp"_s));
}

TEST(MailAddress, RefusesAMissingHalf)
{
    for (const auto &text : {u""_s, u"@"_s, u"a@"_s, u"@example.jp"_s, u"example.jp"_s})
        EXPECT_FALSE(MailAddress::parse(text)) << text.toStdString();
}

} // namespace todoku
