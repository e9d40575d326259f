// SPDX-License-Identifier: MIT
#include "core/probe/landmarks.h"
#include "evidenceof.h"
#include "support/paths.h"
#include "support/scriptedconnector.h"
#include "support/zoneresolver.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

TEST(Landmarks, OnePortIsOpenAsSoonAsOneOfItsHostsAnswers)
{
    test::ZoneResolver resolver;
    test::ScriptedConnector connector;
    connector.answer(u"192.0.2.2:25"_s);

    const LandmarkReach reach = tryLandmarks(
        {{u"192.0.2.1"_s, 25}, {u"192.0.2.2"_s, 25}},
        {.resolver = resolver, .connector = connector, .landmarks = {}, .ownAddress = {}},
        test::testBudget());

    EXPECT_TRUE(reach.ports.at(25).isOpen);
    EXPECT_FALSE(reach.ports.at(25).isClosed);
    EXPECT_EQ(reach.ports.at(25).details.size(), 2U);
}

TEST(Landmarks, ANameWithoutAnAddressTellsNothingOfThePort)
{
    test::ZoneResolver resolver;
    test::ScriptedConnector connector;

    const LandmarkReach reach = tryLandmarks(
        {{u"gone.example"_s, 25}},
        {.resolver = resolver, .connector = connector, .landmarks = {}, .ownAddress = {}},
        test::testBudget());

    EXPECT_FALSE(reach.ports.at(25).isOpen);
    EXPECT_FALSE(reach.ports.at(25).isClosed);
    EXPECT_TRUE(reach.unclear);
}

TEST(Landmarks, ShippedTableIsReadable)
{
    const auto landmarks = loadLandmarks(test::sourcePath(u"resources/knowledge"_s));

    ASSERT_TRUE(landmarks) << landmarks.error().detail.toStdString();
    EXPECT_GE(landmarks->size(), 6U);
}

} // namespace todoku
