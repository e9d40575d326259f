// SPDX-License-Identifier: MIT
#include "core/smtp/networkfile.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

TEST(NetworkFile, IsReadWhole)
{
    const auto file = parseNetworkFile(R"({
        "resolvers": ["127.0.0.1:5300"],
        "connect": {"192.0.2.10:25": "127.0.0.1:2525", "[2001:db8::10]:25": "127.0.0.1:2526"},
        "unreachable": ["198.51.100.0/24"], "default": "direct",
        "http": {"connectivitycheck.example": "127.0.0.1:8080"},
        "trust": "ca.pem", "own_address": "203.0.113.5",
        "reachability": ["submission.example:587"], "later": {"unknown": true}})",
                                       u"/lab/network.json"_s);

    ASSERT_TRUE(file) << file.error().detail.toStdString();
    EXPECT_EQ(file->resolvers, QStringList{u"127.0.0.1:5300"_s});
    EXPECT_EQ(file->connect.value(*Endpoint::parse(u"[2001:db8:0::10]:25"_s)).toString(),
              u"127.0.0.1:2526"_s);
    EXPECT_EQ(file->unreachable.size(), 1);
    EXPECT_EQ(file->byDefault, NetworkFile::Default::Direct);
    EXPECT_EQ(file->http.value(u"connectivitycheck.example"_s), u"127.0.0.1:8080"_s);
    EXPECT_EQ(file->trustFile, u"/lab/ca.pem"_s);
    EXPECT_EQ(file->ownAddress, QHostAddress(u"203.0.113.5"_s));
    EXPECT_EQ(file->reachability, QStringList{u"submission.example:587"_s});
}

TEST(NetworkFile, RefusesByDefault)
{
    const auto file = parseNetworkFile("{}", u"n.json"_s);

    ASSERT_TRUE(file);
    EXPECT_EQ(file->byDefault, NetworkFile::Default::Refuse);
}

TEST(NetworkFile, NamesFileAndPlaceOfWhatIsWrong)
{
    const std::vector<std::pair<QByteArray, QString>> bad
        = {{"[", u"/"_s},
           {"[]", u"/"_s},
           {R"({"resolvers": "127.0.0.1"})", u"/resolvers"_s},
           {R"({"resolvers": ["127.0.0.1", 5]})", u"/resolvers/1"_s},
           {R"({"resolvers": ["ns.example"]})", u"/resolvers/0"_s},
           {R"({"connect": []})", u"/connect"_s},
           {R"({"connect": {"192.0.2.1": "127.0.0.1:25"}})", u"/connect/192.0.2.1"_s},
           {R"({"connect": {"192.0.2.1:25": "here"}})", u"/connect/192.0.2.1:25"_s},
           {R"({"unreachable": ["everything"]})", u"/unreachable/0"_s},
           {R"({"default": "maybe"})", u"/default"_s},
           {R"({"http": {"a.example": 80}})", u"/http/a.example"_s},
           {R"({"own_address": "me"})", u"/own_address"_s},
           {R"({"reachability": ["a.example"]})", u"/reachability/0"_s},
           {R"({"trust": 1})", u"/trust"_s}};

    for (const auto &[json, place] : bad) {
        const auto file = parseNetworkFile(json, u"n.json"_s);

        ASSERT_FALSE(file) << json.toStdString();
        EXPECT_TRUE(file.error().detail.startsWith(u"n.json: at "_s + place + u": "_s))
            << file.error().detail.toStdString();
    }
}

TEST(NetworkFile, SaysThatAFileCannotBeRead)
{
    const auto file = readNetworkFile(u"/nowhere/network.json"_s);

    ASSERT_FALSE(file);
    EXPECT_TRUE(file.error().detail.contains(u"/nowhere/network.json"_s));
}

} // namespace todoku
