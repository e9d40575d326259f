// SPDX-License-Identifier: MIT
#include "core/base/endpoint.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

TEST(Endpoint, IsWrittenAsItIsRead)
{
    for (const auto &text : {u"192.0.2.1:25"_s, u"[2001:db8::1]:65535"_s}) {
        const auto endpoint = Endpoint::parse(text);

        ASSERT_TRUE(endpoint) << text.toStdString();
        EXPECT_EQ(endpoint->toString(), text);
    }
}

TEST(Endpoint, RefusesWhatIsNoAddressWithAPort)
{
    for (const auto &text :
         {u""_s, u":25"_s, u"192.0.2.1"_s, u"192.0.2.1:0"_s, u"192.0.2.1:65536"_s, u"192.0.2:25"_s,
          u"2001:db8::1:25"_s, u"[192.0.2.1]:25"_s, u"mx.example:25"_s, u"192.0.2.1:-1"_s,
          u"[2001:db8::1]"_s})
        EXPECT_FALSE(Endpoint::parse(text)) << text.toStdString();
}

TEST(Endpoint, TakesTheUsualPortForABareAddress)
{
    EXPECT_EQ(Endpoint::parse(u"2001:db8::1"_s, 53)->toString(), u"[2001:db8::1]:53"_s);
    EXPECT_EQ(Endpoint::parse(u"192.0.2.1:5300"_s, 53)->port, 5300);
    EXPECT_FALSE(Endpoint::parse(u"7"_s, 53));
}

} // namespace todoku
