// SPDX-License-Identifier: MIT
#include "core/base/jsonplace.h"
#include "core/lab/scenario.h"
#include "core/lab/scenarioreader.h"
#include "support/paths.h"

#include <QDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

nlohmann::json blocklisted()
{
    const QByteArray bytes = test::readFile(test::sourcePath(u"resources/lab/blocklisted.json"_s));
    return nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
}

// What is wrong with the scenario once @p value stands at @p pointer.
QString problemWith(const std::string &pointer, const nlohmann::json &value)
{
    nlohmann::json document = blocklisted();
    document[nlohmann::json::json_pointer(pointer)] = value;
    const JsonPlace root
        = JsonPlace::parse(QByteArray::fromStdString(document.dump()), u"scenario.json"_s);
    static_cast<void>(readScenario(root));
    return root.problem().value_or(Error{}).detail;
}

} // namespace

TEST(Scenario, ReadsTheStoryTheNetworkAndTheTruth)
{
    const auto scenario = loadScenario(test::sourcePath(u"resources/lab/blocklisted.json"_s));

    ASSERT_TRUE(scenario) << scenario.error().detail.toStdString();
    EXPECT_EQ(scenario->id, u"blocklisted"_s);
    EXPECT_FALSE(scenario->title.ja.isEmpty());
    EXPECT_FALSE(scenario->story.en.isEmpty());
    EXPECT_EQ(scenario->incident.recipient, u"suzuki@recipient.example"_s);
    EXPECT_EQ(scenario->ownAddress, QHostAddress(u"203.0.113.25"_s));
    ASSERT_EQ(scenario->documents.size(), 1U);
    EXPECT_TRUE(scenario->documents[0].bytes.contains("Status: 5.7.1\r\n"));
    ASSERT_FALSE(scenario->servers.empty());
    EXPECT_EQ(scenario->servers[0].seenAt.toString(), u"198.51.100.25:25"_s);
    EXPECT_EQ(scenario->causes, (std::vector<CauseId>{{u"sender_ip_dnsbl_listed"_s}}));
    EXPECT_EQ(scenario->actors, (std::set{Party::SenderAdmin, Party::SenderProvider}));
}

TEST(Scenario, AFolderListsThoseThatCanBeRead)
{
    const auto found = listScenarios(test::sourcePath(u"resources/lab"_s));

    const auto files = QDir(test::sourcePath(u"resources/lab"_s)).entryList({u"*.json"_s});
    ASSERT_EQ(found.size(), static_cast<size_t>(files.size()));
    EXPECT_EQ(found.front().id, u"blocklisted"_s);
    EXPECT_TRUE(listScenarios(test::sourcePath(u"no-such-folder"_s)).empty());
}

TEST(Scenario, SaysWhereItCannotBeRead)
{
    EXPECT_TRUE(problemWith("/schema", "todoku-scenario/2").contains("schema"_L1));
    EXPECT_TRUE(problemWith("/own_address", "203.0.113").contains("own_address"_L1));
    EXPECT_TRUE(problemWith("/servers/0/at", "198.51.100.25").contains("servers"_L1));
    EXPECT_TRUE(problemWith("/servers/0/others", "550").contains("reply"_L1));
    EXPECT_TRUE(problemWith("/servers/0/others", "550 a\r\n250 b").contains("reply"_L1));
    EXPECT_TRUE(problemWith("/servers/0/turns_away/0/reply", "250 Ok").contains("turn"_L1));
    EXPECT_TRUE(problemWith("/servers/0/turns_away/0/blocklist", "").contains("blocklist"_L1));
    EXPECT_TRUE(problemWith("/servers/0/turns_away/0/stage", "quit").contains("stage"_L1));
    EXPECT_TRUE(problemWith("/zones/1/records/2", "@ MX many mail").contains("records"_L1));
    EXPECT_TRUE(problemWith("/zones/1/origin", "sender..example").contains("origin"_L1));
    EXPECT_TRUE(problemWith("/actors/0", "xx").contains("xx"_L1));
    EXPECT_TRUE(problemWith("/causes", nlohmann::json::array()).contains("causes"_L1));
    EXPECT_TRUE(problemWith("/unreachable", {"198.51.100.0/99"}).contains("subnet"_L1));
    EXPECT_TRUE(problemWith("/documents/0/kind", "log").contains("kind"_L1));
    EXPECT_EQ(problemWith("/title/en", "Another title"), QString());
}

TEST(Scenario, AFileThatIsNotThereHasAnError)
{
    const auto scenario = loadScenario(test::sourcePath(u"resources/lab/no-such.json"_s));

    ASSERT_FALSE(scenario);
    EXPECT_TRUE(scenario.error().detail.contains("no-such.json"_L1));
}

} // namespace todoku
