// SPDX-License-Identifier: MIT
#include "core/dns/message.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

TEST(DnsEncode, WritesAQueryThatEndsInAnOptRecord)
{
    const auto query = encodeQuery(0x1234, {.name = u"a.test"_s, .type = DnsType::MX});

    ASSERT_TRUE(query);
    EXPECT_EQ(query->toHex(' '),
              "12 34 01 20 00 01 00 00 00 00 00 01 01 61 04 74 65 73 74 00 00 0f 00 01 "
              "00 00 29 04 d0 00 00 00 00 00 00");
}

TEST(DnsEncode, LeavesOutRecursionAndAsksForSignaturesWhenTold)
{
    const auto query = encodeQuery(1, {.name = u"."_s, .type = DnsType::NS},
                                   {.recursionDesired = false, .dnssecOk = true});

    ASSERT_TRUE(query);
    EXPECT_EQ(query->mid(2, 2).toHex(), "0020");
    EXPECT_EQ(query->right(6).toHex(), "000080000000");
}

TEST(DnsEncode, RefusesANameThatCannotBeAsked)
{
    const auto query = encodeQuery(1, {.name = u"a..b"_s});

    ASSERT_FALSE(query);
    EXPECT_EQ(query.error().kind, Error::Kind::Malformed);
    EXPECT_TRUE(query.error().detail.contains(u"a..b"_s));
}

TEST(DnsEncode, ResponsesReadBackAsTheyWere)
{
    const DnsRequest request{.id = 7, .question = {.name = u"x.test"_s, .type = DnsType::TXT}};
    const auto record = [](DnsType type, DnsData data) {
        return DnsRecord{.owner = u"x.test"_s, .type = type, .ttl = 60, .data = std::move(data)};
    };
    const DnsAnswer sent{
        .isAuthoritative = true,
        .records
        = {record(DnsType::A, QHostAddress(u"192.0.2.1"_s)),
           record(DnsType::AAAA, QHostAddress(u"2001:db8::1"_s)),
           record(DnsType::MX, MxRecord{.preference = 10, .exchange = u"mx.test"_s}),
           record(DnsType::MX, MxRecord{.preference = 0, .exchange = u"."_s}),
           record(DnsType::SRV,
                  SrvRecord{.priority = 1, .weight = 2, .port = 465, .target = u"s.test"_s}),
           record(DnsType::TLSA,
                  TlsaRecord{.usage = 3, .selector = 1, .matchingType = 1, .data = "\xab"}),
           record(DnsType::TXT, TxtRecord{{"v=spf1 ", "-all", ""}}),
           record(DnsType::PTR, DomainName{u"p.test"_s})},
        .authority = {record(DnsType::SOA, SoaRecord{.primary = u"ns.test"_s,
                                                     .mailbox = u"root.test"_s,
                                                     .serial = 5,
                                                     .minimum = 300})}};

    const auto packet = encodeResponse(request, sent);
    ASSERT_TRUE(packet);
    const auto read = decodeResponse(*packet, request.question, request.id);

    ASSERT_TRUE(read) << read.error().detail.toStdString();
    EXPECT_TRUE(read->answer.isAuthoritative);
    EXPECT_FALSE(read->isTruncated);
    EXPECT_EQ(read->answer.records, sent.records);
    EXPECT_EQ(read->answer.authority, sent.authority);
}

TEST(DnsEncode, QueriesReadBackAsTheyWere)
{
    const auto packet = encodeQuery(9, {.name = u"Q.test"_s, .type = DnsType::TLSA});
    ASSERT_TRUE(packet);

    const auto request = decodeQuery(*packet);

    ASSERT_TRUE(request);
    EXPECT_EQ(request->id, 9);
    EXPECT_EQ(request->question, (DnsQuestion{.name = u"q.test"_s, .type = DnsType::TLSA}));
    EXPECT_TRUE(request->recursionDesired);
    EXPECT_EQ(request->udpSize, 1232);
}

} // namespace todoku
