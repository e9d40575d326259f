// SPDX-License-Identifier: MIT
#include "core/dsn/recipientline.h"
#include "core/dsn/replytext.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

TEST(ReplyCodes, ReadsCodeAndStatusThatStandTogether)
{
    const ReplyCodes codes
        = readReplyCodes(u"host mx.example.jp[192.0.2.1] said: 550-5.1.1 no such user");

    EXPECT_EQ(codes.reply, 550);
    EXPECT_EQ(codes.status, u"5.1.1"_s);
}

TEST(ReplyCodes, ReadsAStatusThatWrappedIntoTheNextLine)
{
    const ReplyCodes codes = readReplyCodes(u"host mx.example.jp said: 450\n4.2.1 mailbox busy");

    EXPECT_EQ(codes.reply, 450);
    EXPECT_EQ(codes.status, u"4.2.1"_s);
}

TEST(ReplyCodes, TakesNoPlainNumberForAReply)
{
    EXPECT_FALSE(readReplyCodes(u"retried for 550 minutes in room 421").reply);
}

TEST(ReplyCodes, TakesNoVersionOrAddressForAStatus)
{
    EXPECT_TRUE(readReplyCodes(u"Exim 4.72.1.2 at 5.9.147.154 version8.13.1").status.isEmpty());
}

TEST(ReplyCodes, PrefersTheCauseToTheExpiry)
{
    const ReplyCodes codes = readReplyCodes(u"554 4.4.7 Message expired: unable to deliver in 840 "
                                            u"minutes.<421 4.4.2 Connection timed out>");

    EXPECT_EQ(codes.reply, 421);
    EXPECT_EQ(codes.status, u"4.4.2"_s);
}

TEST(RemoteHost, ReadsNameAndAddress)
{
    const NamedHost host
        = readRemoteHost(u"<a@example.jp>: host mx.example.jp[192.0.2.9] said: 550 no");

    EXPECT_EQ(host.name, u"mx.example.jp"_s);
    EXPECT_EQ(host.ip, u"192.0.2.9"_s);
}

TEST(RecipientLine, ReadsTheFormsOfTheMailSystems)
{
    for (const auto &line :
         {u"<a@example.jp>: host said"_s, u"  a@example.jp"_s, u"   * a@example.jp"_s,
          u"\"a@example.jp\":"_s, u"554 <a@example.jp>... Host unknown"_s,
          u"a@example.jp<mailto:a@example.jp>"_s, u">>> a@example.jp <a@example.jp>"_s}) {
        const auto recipient = readRecipientLine(line);
        ASSERT_TRUE(recipient) << line.toStdString();
        EXPECT_EQ(recipient->address, u"a@example.jp"_s) << line.toStdString();
    }
}

TEST(RecipientLine, LeavesProseAlone)
{
    EXPECT_FALSE(readRecipientLine(u"a@example.jp is my address and always was"));
    EXPECT_FALSE(readRecipientLine(u"Please write to postmaster@example.jp"));
}

} // namespace todoku
