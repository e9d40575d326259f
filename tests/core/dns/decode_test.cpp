// SPDX-License-Identifier: MIT
#include "core/dns/message.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

static const DnsQuestion question{.name = u"a.test"_s, .type = DnsType::MX};

/** ID 1, one question (a.test MX), @p counts of the other sections, then @p sections in hex. */
static QByteArray response(const QByteArray &counts, const QByteArray &sections)
{
    return QByteArray::fromHex("0001 8180 0001" + counts + "0161 0474657374 00 000f 0001"
                               + sections);
}

static QString reasonFor(const QByteArray &bytes)
{
    const auto read = decodeResponse(bytes, question, 1);
    return read ? u"was read"_s : read.error().detail;
}

TEST(DnsDecode, FollowsCompression)
{
    const auto read = decodeResponse(
        response("0001 0000 0000", "c00c 000f 0001 00000e10 0007 000a 024d58 c00c"), question, 1);

    ASSERT_TRUE(read) << read.error().detail.toStdString();
    const auto found = read->answer.of<MxRecord>(DnsType::MX);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0], (MxRecord{.preference = 10, .exchange = u"mx.a.test"_s}));
    EXPECT_EQ(read->answer.records[0].owner, u"a.test"_s);
    EXPECT_EQ(read->answer.records[0].ttl, 3600U);
}

TEST(DnsDecode, RefusesPointersThatDoNotLeadBack)
{
    const QByteArray toItself = response("0001 0000 0000", "c018 000f 0001 00000000 0000");
    const QByteArray forward = response("0001 0000 0000", "c0ff 000f 0001 00000000 0000");
    const QByteArray inACircle = response("0001 0000 0000", "0161 c018 000f 0001 00000000 0000");

    EXPECT_TRUE(reasonFor(toItself).contains(u"answer record 1"_s))
        << reasonFor(toItself).toStdString();
    EXPECT_TRUE(reasonFor(toItself).contains(u"pointer"_s));
    EXPECT_TRUE(reasonFor(forward).contains(u"pointer"_s));
    EXPECT_TRUE(reasonFor(inACircle).contains(u"pointer"_s));
}

TEST(DnsDecode, RefusesANameThatGrowsPast255Octets)
{
    QByteArray record = "3f" + QByteArray(126, '6'); // a label of 63
    record = record.repeated(4) + "00 0001 0001 00000000 0004 c0000201";

    EXPECT_TRUE(reasonFor(response("0001 0000 0000", record)).contains(u"255"_s));
}

TEST(DnsDecode, RefusesTheAnswerToAnotherQuestion)
{
    const QByteArray bytes = response("0000 0000 0000", "");

    const auto otherName = decodeResponse(bytes, {.name = u"b.test"_s, .type = DnsType::MX}, 1);
    const auto otherType = decodeResponse(bytes, {.name = u"a.test"_s, .type = DnsType::A}, 1);
    const auto otherId = decodeResponse(bytes, question, 2);

    for (const auto &read : {otherName, otherType, otherId}) {
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().kind, Error::Kind::Malformed);
        EXPECT_TRUE(read.error().detail.contains(u"answers another question"_s));
    }
    EXPECT_TRUE(decodeResponse(bytes, {.name = u"A.Test."_s, .type = DnsType::MX}));
}

TEST(DnsDecode, RefusesAQueryInPlaceOfAResponse)
{
    QByteArray bytes = response("0000 0000 0000", "");
    bytes[2] = 0x01;

    EXPECT_TRUE(reasonFor(bytes).contains(u"not a response"_s));
}

TEST(DnsDecode, SaysWhereAMessageEndsEarly)
{
    const QByteArray whole
        = response("0001 0000 0000", "c00c 000f 0001 00000e10 0007 000a 024d58 c00c");

    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto read = decodeResponse(whole.left(size), question, 1);
        ASSERT_FALSE(read) << size;
        EXPECT_EQ(read.error().kind, Error::Kind::Malformed);
        EXPECT_TRUE(read.error().detail.contains(u"ends early"_s)) << size;
    }
}

TEST(DnsDecode, RefusesDataOfAnotherLengthThanItSays)
{
    EXPECT_TRUE(reasonFor(response("0001 0000 0000", "c00c 0001 0001 00000000 0005 c000020100"))
                    .contains(u"another length"_s));
}

TEST(DnsDecode, DoesNotBelieveCounts)
{
    EXPECT_TRUE(reasonFor(response("ffff ffff ffff", "")).contains(u"ends early"_s));
}

TEST(DnsDecode, LeavesOutTypesThatNobodyAskedFor)
{
    const auto read
        = decodeResponse(response("0002 0000 0000", "c00c 002e 0001 00000000 0002 abcd"
                                                    "c00c 000f 0001 00000000 0003 000a 00"),
                         question, 1);

    ASSERT_TRUE(read) << read.error().detail.toStdString();
    ASSERT_EQ(read->answer.records.size(), 1U);
    EXPECT_EQ(std::get<MxRecord>(read->answer.records[0].data).exchange, u"."_s);
}

TEST(DnsDecode, ReadsExtendedErrorsAndTheRestOfTheCode)
{
    const auto read = decodeResponse(
        response("0000 0000 0001", "00 0029 04d0 01000000 000a 000f 0006 0016 6c616d65"), question,
        1);

    ASSERT_TRUE(read) << read.error().detail.toStdString();
    EXPECT_EQ(int(read->answer.rcode), 16);
    EXPECT_EQ(read->answer.extendedErrors,
              (std::vector<ExtendedDnsError>{{.code = 22, .text = u"lame"_s}}));
}

TEST(DnsDecode, TakesATruncatedMessageWithoutReadingWhatIsLeft)
{
    QByteArray bytes = response("0005 0000 0000", "c00c 000f");
    bytes[2] = static_cast<char>(0x83);

    const auto read = decodeResponse(bytes, question, 1);

    ASSERT_TRUE(read) << read.error().detail.toStdString();
    EXPECT_TRUE(read->isTruncated);
}

TEST(DnsDecode, RefusesWhatIsOver64Kilobytes)
{
    const auto read = decodeResponse(QByteArray(65536, '\0'), question);

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, Error::Kind::TooLarge);
}

} // namespace todoku
