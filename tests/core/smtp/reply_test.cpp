// SPDX-License-Identifier: MIT
#include "core/smtp/reply.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

static Result<std::optional<SmtpReply>> read(const QByteArray &bytes)
{
    ReplyReader reader;
    reader.append(bytes);
    return reader.take();
}

TEST(ReplyReader, ReadsMultilineReplyAsOne)
{
    ReplyReader reader;
    reader.append("250-mx.example.test\r\n250-SIZE 1000\r\n250 HELP\r\n220 next\r\n");

    const auto first = reader.take();
    const auto second = reader.take();
    const auto third = reader.take();

    ASSERT_TRUE(first && *first);
    EXPECT_EQ((*first)->code, 250);
    EXPECT_EQ((*first)->lines, (QByteArrayList{"mx.example.test", "SIZE 1000", "HELP"}));
    EXPECT_EQ((*first)->toText(), "250-mx.example.test\n250-SIZE 1000\n250 HELP");
    ASSERT_TRUE(second && *second);
    EXPECT_EQ((*second)->code, 220);
    ASSERT_TRUE(third);
    EXPECT_FALSE(*third);
    EXPECT_TRUE(reader.isEmpty());
}

TEST(ReplyReader, ReadsTheSameFromSingleOctets)
{
    const QByteArray bytes = "550-5.1.1 no\r\n550 5.1.1 such user\r\n";
    ReplyReader reader;
    std::optional<SmtpReply> found;

    for (const char c : bytes) {
        ASSERT_FALSE(found);
        reader.append(QByteArray(1, c));
        const auto reply = reader.take();
        ASSERT_TRUE(reply);
        found = *reply;
    }

    ASSERT_TRUE(found);
    EXPECT_EQ(found->lines, (QByteArrayList{"5.1.1 no", "5.1.1 such user"}));
    EXPECT_EQ(found->status, (EnhancedStatus{5, 1, 1}));
}

TEST(ReplyReader, TakesBareCodesAndBareLineFeeds)
{
    const auto reply = read("250\n");

    ASSERT_TRUE(reply && *reply);
    EXPECT_EQ((*reply)->code, 250);
    EXPECT_EQ((*reply)->lines, QByteArrayList{""});
}

TEST(ReplyReader, KeepsAnUnfinishedReplyInMind)
{
    ReplyReader reader;
    reader.append("250-a\r\n25");

    const auto none = reader.take();
    const bool wasEmpty = reader.isEmpty();
    reader.append("0 b\r\n");
    const auto reply = reader.take();

    EXPECT_TRUE(none && !*none);
    EXPECT_FALSE(wasEmpty);
    ASSERT_TRUE(reply && *reply);
    EXPECT_EQ((*reply)->lines, (QByteArrayList{"a", "b"}));
}

TEST(ReplyReader, RefusesWhatIsNoReply)
{
    for (const QByteArray line : {"", "25", "2x0 ok", "HTTP/1.1 400 Bad Request", "SSH-2.0-x",
                                  "+OK ready", "2500 ok", "650 ok", "150 ok", "\x16\x03\x01\x02"}) {
        const auto reply = read(line + "\r\n");

        ASSERT_FALSE(reply) << line.toStdString();
        EXPECT_EQ(reply.error().kind, Error::Kind::Malformed);
    }
}

TEST(ReplyReader, RefusesCodesThatChangeWithinAReply)
{
    const auto reply = read("250-a\r\n550 b\r\n");

    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().kind, Error::Kind::Malformed);
    EXPECT_TRUE(reply.error().detail.contains(u"550"_s));
}

TEST(ReplyReader, BoundsLinesAndTheirNumber)
{
    const auto longLine = read("250 " + QByteArray(ReplyReader::maxLine, 'a'));
    const auto manyLines = read(QByteArray("250-a\r\n").repeated(ReplyReader::maxLines + 1));
    const auto manyOctets
        = read(QByteArray("250-" + QByteArray(60000, 'a') + "\r\n").repeated(5) + "250 end\r\n");

    for (const auto &reply : {longLine, manyLines, manyOctets}) {
        ASSERT_FALSE(reply);
        EXPECT_EQ(reply.error().kind, Error::Kind::TooLarge);
    }
}

TEST(EnhancedStatus, IsReadFromTheFrontOnly)
{
    EXPECT_EQ(EnhancedStatus::leading("4.7.650 wait"), (EnhancedStatus{4, 7, 650}));
    EXPECT_EQ(EnhancedStatus::leading("2.0.0"), (EnhancedStatus{2, 0, 0}));
    for (const QByteArray text : {"", "5", "5.1", "5.1.", "5.1.1x", "5.1.1.1", "3.1.1 a",
                                  "5.1234.1 a", " 5.1.1 a", "user 5.1.1", "5..1 a", "192.0.2.1 a"})
        EXPECT_FALSE(EnhancedStatus::leading(text)) << text.toStdString();
    EXPECT_EQ((EnhancedStatus{5, 7, 26}).toString(), u"5.7.26"_s);
}

} // namespace todoku
