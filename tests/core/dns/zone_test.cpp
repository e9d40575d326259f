// SPDX-License-Identifier: MIT
#include "core/dns/zone.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

static const QByteArray text = R"(
$ORIGIN example.test.
$TTL 300
@        IN SOA ns hostmaster ( 2026 ; serial
                7200 600 86400 60 )
         IN NS  ns
         MX     10 mx
         TXT    "v=spf1 " "mx -all" ; two strings
mx 60 IN A      192.0.2.25
         AAAA   2001:db8::25
www      CNAME  mx
a.b.deep A      192.0.2.1
*.wild   TXT    "wild; \"quoted\" \065"
_25._tcp.mx TLSA 3 1 1 ( abcd
                         ef01 )
)";

static DnsAnswer ask(const QString &name, DnsType type)
{
    const auto zone = Zone::parse(text);
    EXPECT_TRUE(zone) << (zone ? "" : zone.error().detail.toStdString());
    return zone ? zone->answer({.name = name, .type = type}) : DnsAnswer{};
}

TEST(Zone, AnswersWithTheRecordsOfAName)
{
    const DnsAnswer mx = ask(u"Example.TEST."_s, DnsType::MX);
    const DnsAnswer txt = ask(u"example.test"_s, DnsType::TXT);
    const DnsAnswer tlsa = ask(u"_25._tcp.mx.example.test"_s, DnsType::TLSA);

    ASSERT_EQ(mx.of<MxRecord>(DnsType::MX).size(), 1U);
    EXPECT_EQ(mx.of<MxRecord>(DnsType::MX)[0].exchange, u"mx.example.test"_s);
    EXPECT_EQ(mx.records[0].ttl, 300U);
    ASSERT_EQ(txt.of<TxtRecord>(DnsType::TXT).size(), 1U);
    EXPECT_EQ(txt.of<TxtRecord>(DnsType::TXT)[0].joined(), "v=spf1 mx -all");
    ASSERT_EQ(tlsa.of<TlsaRecord>(DnsType::TLSA).size(), 1U);
    EXPECT_EQ(tlsa.of<TlsaRecord>(DnsType::TLSA)[0].data.toHex(), "abcdef01");
}

TEST(Zone, RepeatsTheOwnerAndTakesItsOwnTtl)
{
    const DnsAnswer answer = ask(u"mx.example.test"_s, DnsType::AAAA);

    ASSERT_EQ(answer.records.size(), 1U);
    EXPECT_EQ(std::get<QHostAddress>(answer.records[0].data), QHostAddress(u"2001:db8::25"_s));
}

TEST(Zone, FollowsAnAlias)
{
    const DnsAnswer answer = ask(u"www.example.test"_s, DnsType::A);

    ASSERT_EQ(answer.records.size(), 2U);
    EXPECT_EQ(answer.records[0].type, DnsType::CNAME);
    EXPECT_EQ(std::get<QHostAddress>(answer.records[1].data), QHostAddress(u"192.0.2.25"_s));
}

TEST(Zone, TellsNoSuchNameFromNoSuchType)
{
    const DnsAnswer noName = ask(u"no.example.test"_s, DnsType::A);
    const DnsAnswer noType = ask(u"mx.example.test"_s, DnsType::TXT);
    const DnsAnswer between = ask(u"b.deep.example.test"_s, DnsType::A);

    EXPECT_EQ(noName.rcode, DnsRcode::NXDomain);
    ASSERT_EQ(noName.authority.size(), 1U);
    EXPECT_EQ(std::get<SoaRecord>(noName.authority[0].data).minimum, 60U);
    EXPECT_EQ(noType.rcode, DnsRcode::NoError);
    EXPECT_TRUE(noType.records.empty());
    EXPECT_EQ(between.rcode, DnsRcode::NoError);
}

TEST(Zone, ExpandsWildcards)
{
    const DnsAnswer answer = ask(u"any.wild.example.test"_s, DnsType::TXT);

    ASSERT_EQ(answer.records.size(), 1U);
    EXPECT_EQ(answer.records[0].owner, u"any.wild.example.test"_s);
    EXPECT_EQ(std::get<TxtRecord>(answer.records[0].data).joined(), "wild; \"quoted\" A");
}

TEST(Zone, NamesTheLineThatCannotBeRead)
{
    for (const QByteArray bad :
         {"x.test. A 192.0.2", "x.test. A 2001:db8::1", "x.test. HINFO a b", "x.test. MX mx.test.",
          "$INCLUDE a", "x..test. A 192.0.2.1", "x.test. A 192.0.2.1 more", "  A 192.0.2.1"}) {
        const auto zone = Zone::parse("; first\n" + bad + "\n");

        ASSERT_FALSE(zone) << bad.toStdString();
        EXPECT_TRUE(zone.error().detail.contains(u"line 2"_s)) << zone.error().detail.toStdString();
    }
}

} // namespace todoku
