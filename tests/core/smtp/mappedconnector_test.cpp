// SPDX-License-Identifier: MIT
#include "core/smtp/mappedconnector.h"
#include "support/scriptedconnection.h"

#include <gtest/gtest.h>

#include <chrono>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

/** Keeps where it was sent. */
class RecordingConnector final : public Connector
{
public:
    QStringList opened;

    Result<std::unique_ptr<Connection>> open(const QHostAddress &address,
                                             quint16 port,
                                             const Budget &) override
    {
        opened << Endpoint{.address = address, .port = port}.toString();
        return std::make_unique<test::ScriptedConnection>(QByteArrayList{});
    }
};

Error::Kind kindOf(const Result<std::unique_ptr<Connection>> &result)
{
    return result ? Error::Kind::Malformed : result.error().kind;
}

} // namespace

TEST(MappedConnector, LeadsWhereTheFileSays)
{
    using namespace std::chrono_literals;
    const Budget budget(1s, Budget::Clock::now() + 1s);
    const auto file = parseNetworkFile(R"({
        "connect": {"192.0.2.10:25": "127.0.0.1:2525", "198.51.100.7:25": "127.0.0.1:2526"},
        "unreachable": ["198.51.100.0/24", "2001:db8:1::/48"]})",
                                       u"n.json"_s);
    ASSERT_TRUE(file) << file.error().detail.toStdString();
    RecordingConnector inner;
    MappedConnector connector(inner, *file);

    const auto mapped = connector.open(QHostAddress(u"192.0.2.10"_s), 25, budget);
    const auto within = connector.open(QHostAddress(u"198.51.100.7"_s), 25, budget);
    const auto unreachable4 = connector.open(QHostAddress(u"198.51.100.8"_s), 25, budget);
    const auto unreachable6 = connector.open(QHostAddress(u"2001:db8:1::8"_s), 25, budget);
    const auto otherPort = connector.open(QHostAddress(u"192.0.2.10"_s), 587, budget);

    EXPECT_TRUE(mapped && within);
    EXPECT_EQ(kindOf(unreachable4), Error::Kind::Unreachable);
    EXPECT_EQ(kindOf(unreachable6), Error::Kind::Unreachable);
    ASSERT_EQ(kindOf(otherPort), Error::Kind::NotPermitted);
    EXPECT_TRUE(otherPort.error().detail.contains(u"192.0.2.10:587"_s));
    EXPECT_EQ(inner.opened, (QStringList{u"127.0.0.1:2525"_s, u"127.0.0.1:2526"_s}));
}

TEST(MappedConnector, GoesDirectWhenTold)
{
    using namespace std::chrono_literals;
    RecordingConnector inner;
    MappedConnector connector(inner, {.byDefault = NetworkFile::Default::Direct});

    const auto opened
        = connector.open(QHostAddress(u"192.0.2.10"_s), 25, Budget(1s, Budget::Clock::now() + 1s));

    EXPECT_TRUE(opened);
    EXPECT_EQ(inner.opened, QStringList{u"192.0.2.10:25"_s});
}

} // namespace todoku
