// SPDX-License-Identifier: MIT
#include "core/dns/name.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

TEST(DnsName, BecomesLabelsInLowerCase)
{
    EXPECT_EQ(nameToWire(u"Mail.EXAMPLE.jp"_s), QByteArray("\4mail\7example\2jp\0", 17));
    EXPECT_EQ(nameToWire(u"mail.example.jp."_s), nameToWire(u"mail.example.jp"_s));
    EXPECT_EQ(nameToWire(u"."_s), QByteArray("\0", 1));
}

TEST(DnsName, TakesULabels)
{
    EXPECT_EQ(nameToWire(u"_dmarc.例え.jp"_s), nameToWire(u"_dmarc.xn--r8jz45g.jp"_s));
}

TEST(DnsName, UndoesEscapes)
{
    EXPECT_EQ(nameToWire(uR"(a\.b\065.example)"_s), QByteArray("\4a.ba\7example\0", 14));
}

TEST(DnsName, RefusesWhatHasNoWireForm)
{
    const QString long63 = QString(63, u'a');
    const QString over255 = (long63 + u'.').repeated(4);

    for (const QString &text : {u""_s, u"a..b"_s, u".a"_s, u"a\\"_s, u"a\\25"_s, u"a\\999"_s,
                                u"例..jp"_s, long63 + u'a', over255, QString(5000, u'a')})
        EXPECT_FALSE(nameToWire(text)) << text.left(80).toStdString();
    EXPECT_TRUE(nameToWire(long63));
}

TEST(DnsName, EscapesUnusualOctets)
{
    EXPECT_EQ(labelToText(QByteArrayView("A.b\\ \xff\0c", 8)), uR"(a\.b\\\032\255\000c)"_s);
}

TEST(DnsName, ReversesAddresses)
{
    EXPECT_EQ(reverseName(QHostAddress(u"192.0.2.10"_s)), u"10.2.0.192.in-addr.arpa"_s);
    EXPECT_EQ(reverseName(QHostAddress(u"::ffff:192.0.2.10"_s)), u"10.2.0.192.in-addr.arpa"_s);
    EXPECT_EQ(reverseName(QHostAddress(u"2001:db8::1"_s)),
              u"1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"_s);
}

} // namespace todoku
