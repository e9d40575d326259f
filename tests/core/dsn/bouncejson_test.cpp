// SPDX-License-Identifier: MIT
#include "core/dsn/bouncejson.h"
#include "tables.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::test {

TEST(BounceJson, WritesWhatIsAbsentAsNull)
{
    const Bounce bounce{.kind = BounceKind::Bounce,
                        .recipients = {{.recipient = u"a@example.jp"_s, .reason = u"unknown"_s}}};

    const auto json = toJson(bounce, u"a.eml"_s, bounceTables().reasons);

    EXPECT_EQ(json.at("file"), "a.eml");
    EXPECT_EQ(json.at("kind"), "bounce");
    EXPECT_TRUE(json.at("reporting_mta").is_null());
    const auto &recipient = json.at("recipients").at(0);
    for (const char *member : {"original_recipient", "status", "reply_code", "action", "command",
                               "remote_mta", "diagnostic", "blocklist", "signature"})
        EXPECT_TRUE(recipient.at(member).is_null()) << member;
    EXPECT_FALSE(recipient.at("title").at("ja").get<std::string>().empty());
    EXPECT_FALSE(recipient.at("hard").get<bool>());
}

TEST(BounceJson, WritesTheBlocklistOfTheContract)
{
    const Bounce bounce{.kind = BounceKind::Bounce,
                        .recipients = {{.reason = u"sender.blocklisted"_s,
                                        .replyCode = 554,
                                        .blocklist = NamedBlocklist{.name = u"SORBS"_s,
                                                                    .zone = u"dnsbl.sorbs.net"_s,
                                                                    .object = ListedObject::Ip,
                                                                    .value = u"192.0.2.1"_s,
                                                                    .state = ListState::Retired}}}};

    const auto json = toJson(bounce, {}, bounceTables().reasons).at("recipients").at(0);

    EXPECT_EQ(json.at("reply_code"), 554);
    EXPECT_EQ(json.at("blocklist").at("object"), "ip");
    EXPECT_EQ(json.at("blocklist").at("list_state"), "retired");
    EXPECT_FALSE(json.at("blocklist").at("resolver_fault").get<bool>());
    EXPECT_EQ(json.at("actors").front(), "sa");
}

} // namespace todoku::test
