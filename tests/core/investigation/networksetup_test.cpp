// SPDX-License-Identifier: MIT
#include "core/investigation/networksetup.h"
#include "support/paths.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace todoku {

TEST(NetworkSetup, ANetworkFileLetsNothingOutByAccident)
{
    const auto setup = NetworkSetup::fromFile({.resolvers = {u"127.0.0.1:1"_s}});
    ASSERT_TRUE(setup);

    const Network network = (*setup)->network();
    const auto connection = network.connector.open(QHostAddress(u"192.0.2.1"_s), 25,
                                                   Budget(1s, Budget::Clock::now() + 1s));

    ASSERT_FALSE(connection);
    EXPECT_EQ(connection.error().kind, Error::Kind::NotPermitted);
    EXPECT_TRUE(network.landmarks.empty());
}

TEST(NetworkSetup, ReadsItsLandmarksFromTheFile)
{
    const auto setup = NetworkSetup::fromFile(
        {.resolvers = {u"127.0.0.1:1"_s}, .reachability = {u"submission.example:587"_s}});

    ASSERT_TRUE(setup);
    EXPECT_EQ((*setup)->network().landmarks,
              (std::vector<Landmark>{{.host = u"submission.example"_s, .port = 587}}));
}

TEST(NetworkSetup, NamesALandmarkThatIsNone)
{
    for (const auto &bad : {u"submission.example"_s, u"submission.example:0"_s, u":25"_s}) {
        const auto setup
            = NetworkSetup::fromFile({.resolvers = {u"127.0.0.1:1"_s}, .reachability = {bad}});
        ASSERT_FALSE(setup);
        EXPECT_TRUE(setup.error().detail.contains(bad));
    }
}

TEST(NetworkSetup, ShipsEveryProbe)
{
    const auto probes = allProbes(test::sourcePath(u"resources/knowledge"_s));

    ASSERT_TRUE(probes);
    QStringList ids;
    for (const auto &probe : *probes)
        ids.append(probe->id().value);
    EXPECT_EQ(ids, (QStringList{u"local_network"_s, u"recipient_dns"_s, u"recipient_smtp"_s,
                                u"blocklists"_s}));
}

} // namespace todoku
