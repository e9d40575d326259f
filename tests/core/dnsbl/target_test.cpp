// SPDX-License-Identifier: MIT
#include "core/dnsbl/target.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

static QString queryNameFor(const QString &text)
{
    const auto target = BlocklistTarget::parse(text);
    return target ? target->queryName(u"bl.test"_s) : u"refused"_s;
}

TEST(BlocklistTarget, BecomesAQueryName)
{
    EXPECT_EQ(queryNameFor(u"192.0.2.99"_s), u"99.2.0.192.bl.test"_s);
    EXPECT_EQ(queryNameFor(u"::ffff:192.0.2.99"_s), u"99.2.0.192.bl.test"_s);
    EXPECT_EQ(queryNameFor(u"2001:db8:1:2:3:4:567:89ab"_s),
              u"b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.bl.test"_s);
    EXPECT_EQ(queryNameFor(u"Example.TEST."_s), u"example.test.bl.test"_s);
    EXPECT_EQ(queryNameFor(u"例え.test"_s), u"xn--r8jz45g.test.bl.test"_s);
}

TEST(BlocklistTarget, RefusesWhatNoListCanBeAsked)
{
    for (const auto &text : {u""_s, u"192.0.2"_s, u"1.2.3.4.5"_s, u"a..b"_s, u"300.1.1.1"_s})
        EXPECT_EQ(queryNameFor(text), u"refused"_s) << text.toStdString();
}

} // namespace todoku
