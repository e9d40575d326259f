// SPDX-License-Identifier: MIT
#include "core/dsn/readbounces.h"
#include "tables.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

RecipientReport onlyRecipient(const QByteArray &bytes)
{
    const auto bounces = readBounces(bytes, bounceTables());
    if (bounces.size() != 1 || bounces.front().recipients.size() != 1) {
        ADD_FAILURE() << "not one recipient";
        return {};
    }
    return bounces.front().recipients.front();
}

} // namespace

TEST(ReadBounces, ReadsPastedTextWithoutAHeader)
{
    const auto report
        = onlyRecipient("<suzuki@example.jp>: host mx.example.jp[192.0.2.9] said: 552 5.2.2\n"
                        "    <suzuki@example.jp>: mailbox full (in reply to RCPT TO command)\n");

    EXPECT_EQ(report.recipient, u"suzuki@example.jp"_s);
    EXPECT_EQ(report.reason, u"recipient.mailbox_full"_s);
    EXPECT_EQ(report.status, u"5.2.2"_s);
    EXPECT_EQ(report.replyCode, 552);
    EXPECT_EQ(report.command, u"RCPT"_s);
    EXPECT_EQ(report.remoteMta, u"mx.example.jp"_s);
    EXPECT_EQ(report.remoteIp, u"192.0.2.9"_s);
    EXPECT_EQ(report.reasonExcerpt, u"mailbox full"_s);
}

TEST(ReadBounces, InventsNoStatus)
{
    const auto report = onlyRecipient(
        "<suzuki@example.jp>: host mx.example.jp[192.0.2.9] said: 550 User unknown\n");

    EXPECT_TRUE(report.status.isEmpty());
    EXPECT_EQ(report.reason, u"recipient.not_found"_s);
}

TEST(ReadBounces, ALocalPartDecidesNothing)
{
    const auto report = onlyRecipient("<spam@example.jp>: host mx.example.jp[192.0.2.9] said: 550 "
                                      "<spam@example.jp>: User unknown\n");

    EXPECT_EQ(report.reason, u"recipient.not_found"_s);
}

TEST(ReadBounces, AnOpenResolverMeansNotListed)
{
    const auto report
        = onlyRecipient("<info@example.jp>: host mx.example.jp[192.0.2.9] said: 554 5.7.1 Service "
                        "unavailable; Client host\n"
                        "    [203.0.113.25] blocked using zen.spamhaus.org; Error: open resolver;\n"
                        "    https://check.spamhaus.org/returnc/pub/198.51.100.53/ (in reply to "
                        "RCPT TO command)\n");

    ASSERT_TRUE(report.blocklist);
    EXPECT_TRUE(report.blocklist->isResolverFault);
    EXPECT_EQ(report.blocklist->object, ListedObject::None);
    EXPECT_EQ(report.reason, u"recipient_server.misconfigured"_s);
}

TEST(ReadBounces, ARetiredListIsSaidToBeRetired)
{
    const auto report = onlyRecipient(
        "<info@example.jp>: host mx.example.jp[192.0.2.9] said: 554 5.7.1 Client host "
        "[203.0.113.25] "
        "blocked using dnsbl.sorbs.net; See: http://www.sorbs.net/lookup.shtml?203.0.113.25\n");

    ASSERT_TRUE(report.blocklist);
    EXPECT_EQ(report.blocklist->state, ListState::Retired);
    EXPECT_EQ(report.blocklist->value, u"203.0.113.25"_s);
    EXPECT_EQ(report.sendingIp, u"203.0.113.25"_s);
}

TEST(ReadBounces, ASecurityProductThatSpokeIsNoList)
{
    const auto report = onlyRecipient(
        "<info@example.jp>: host mx.mimecast.com[192.0.2.9] said: 550 Rejected by header based "
        "manually "
        "Blocked Senders: tanaka@example.com - https://community.mimecast.com/docs/DOC-1369#550\n");

    EXPECT_FALSE(report.blocklist);
}

} // namespace todoku::test
