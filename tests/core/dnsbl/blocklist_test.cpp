// SPDX-License-Identifier: MIT
#include "core/dnsbl/blocklist.h"
#include "support/paths.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr quint32 code(quint32 last)
{
    return 0x7f000000U + last;
}

/** A table of one list, with @p replacement in place of @p original. */
QByteArray tableWith(const QByteArray &original = {}, const QByteArray &replacement = {})
{
    QByteArray table = R"({"format": "todoku-blocklists", "version": 1, "lists": [
        {"zone": "bl.test", "name": "Test", "takes": ["ip4"], "weight": 2,
         "purpose": {"ja": "試験", "en": "test"},
         "codes": [{"code": "127.0.0.2", "ja": "あり", "en": "yes"}],
         "tests": {"ip4": {"listed": "127.0.0.2", "unlisted": "127.0.0.1"}}}]})";
    if (!original.isEmpty()) {
        EXPECT_TRUE(table.contains(original)) << original.toStdString();
        table.replace(original, replacement);
    }
    return table;
}

} // namespace

TEST(Blocklist, TableOfTheProductIsGood)
{
    const auto lists = Blocklist::load(test::sourcePath(u"resources/knowledge"_s));

    ASSERT_TRUE(lists) << lists.error().detail.toStdString();
    const auto zen = std::ranges::find(*lists, u"zen.spamhaus.org"_s, &Blocklist::zone);
    ASSERT_NE(zen, lists->end());
    EXPECT_GE(std::ranges::count_if(*lists, &Blocklist::isEnabled), 4);
    EXPECT_TRUE(zen->meaningsOf(code(6)).front().meaning.en.startsWith(u"XBL"_s));
    EXPECT_TRUE(zen->refusalOf(0x7ffffffe));
}

TEST(Blocklist, NamesFileAndPlaceOfWhatIsWrong)
{
    struct Bad
    {
        QByteArray original;
        QByteArray replacement;
        QString place;
    };
    const std::vector<Bad> bad
        = {{R"("todoku-blocklists")", R"("other")", u"/format"_s},
           {R"("version": 1)", R"("version": 2)", u"/version"_s},
           {R"("bl.test")", "5", u"/lists/0/zone"_s},
           {R"(["ip4"])", R"(["ip5"])", u"/lists/0/takes/0"_s},
           {R"(["ip4"])", R"(["domain"])", u"/lists/0/tests"_s},
           {R"("weight": 2)", R"("weight": 9)", u"/lists/0/weight"_s},
           {R"("ja": "試験", )", "", u"/lists/0/purpose/ja"_s},
           {R"("code": "127.0.0.2")", R"("code": "127.0.0.300")", u"/lists/0/codes/0/code"_s},
           {R"("en": "yes")", R"("en": "yes", "speaks": "up")", u"/lists/0/codes/0/speaks"_s},
           {R"("listed": "127.0.0.2")", R"("listed": "::1")", u"/lists/0/tests/ip4/listed"_s},
           {R"("name")", R"("weigth": 1, "name")", u"/lists/0/weigth"_s},
           {R"("lists": [)", R"("lists": [7, )", u"/lists/0"_s}};

    for (const Bad &sample : bad) {
        const auto lists
            = Blocklist::parse(tableWith(sample.original, sample.replacement), u"b.json"_s);

        ASSERT_FALSE(lists) << sample.replacement.toStdString();
        EXPECT_TRUE(lists.error().detail.startsWith(u"b.json: at "_s + sample.place + u": "_s))
            << lists.error().detail.toStdString();
    }
    EXPECT_TRUE(Blocklist::parse(tableWith(), u"b.json"_s));
}

TEST(Blocklist, ReadsBitMasksAndCodesThatSpeakForSomeone)
{
    const auto lists = Blocklist::parse(
        tableWith(R"("codes": [{"code": "127.0.0.2", "ja": "あり", "en": "yes"}])",
                  R"("bitmask": true, "codes": [{"bit": 8, "ja": "釣", "en": "phishing"},
                      {"bit": 64, "ja": "良", "en": "good", "speaks": "for"}])"),
        u"b.json"_s);

    ASSERT_TRUE(lists) << lists.error().detail.toStdString();
    const auto both = lists->front().meaningsOf(code(72));
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].meaning.en, u"phishing"_s);
    EXPECT_EQ(both[1].speaks, BlocklistCode::Speaks::For);
    EXPECT_TRUE(lists->front().meaningsOf(code(4)).empty());
}

TEST(Blocklist, SaysThatTheTableIsMissing)
{
    const auto lists = Blocklist::load(u"/nowhere"_s);

    ASSERT_FALSE(lists);
    EXPECT_TRUE(lists.error().detail.contains(u"/nowhere/blocklists.json"_s));
}

TEST(CodePattern, MatchesNumbersRangesAndAny)
{
    const auto pattern = CodePattern::parse(u"127.0.*.4-7"_s);

    ASSERT_TRUE(pattern);
    EXPECT_TRUE(pattern->matches(0x7f000904));
    EXPECT_TRUE(pattern->matches(0x7f000007));
    EXPECT_FALSE(pattern->matches(0x7f000008));
    EXPECT_FALSE(pattern->matches(0x7f010004));
    for (const auto &text : {u"127.0.0"_s, u"127.0.0.256"_s, u"127.0.0.7-4"_s, u"127.0.0.x"_s,
                             u"127.0.0.1-2-3"_s, u"127.0.0.-1"_s, u""_s})
        EXPECT_FALSE(CodePattern::parse(text)) << text.toStdString();
}

} // namespace todoku
