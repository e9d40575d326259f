// SPDX-License-Identifier: MIT
#include "core/dnsbl/check.h"
#include "support/zoneresolver.h"

#include <gtest/gtest.h>

#include <chrono>

using namespace Qt::StringLiterals;

namespace todoku {

using test::ZoneResolver;
using State = ListingResult::State;
using Reason = ListingResult::Reason;

namespace {

const QByteArray works = "2.0.0.127.bl.test. A 127.0.0.2\n";

std::vector<Blocklist> lists()
{
    auto lists = Blocklist::parse(R"({"format": "todoku-blocklists", "version": 1, "lists": [
        {"zone": "bl.test", "name": "Addresses", "takes": ["ip4", "ip6"], "weight": 5,
         "purpose": {"ja": "試験", "en": "test"},
         "codes": [{"code": "127.0.0.2", "ja": "あり", "en": "spam"},
                   {"code": "127.0.0.9", "ja": "良", "en": "good", "speaks": "for"}],
         "tests": {"ip4": {"listed": "127.0.0.2", "unlisted": "127.0.0.1"}}},
        {"zone": "dbl.test", "name": "Domains", "takes": ["domain"], "weight": 5,
         "purpose": {"ja": "試験", "en": "test"},
         "codes": [{"code": "127.0.1.2", "ja": "あり", "en": "bad domain"}],
         "refusals": [{"code": "127.0.1.255", "ja": "否", "en": "no addresses"}],
         "tests": {"domain": {"listed": "test", "unlisted": "invalid"}}}]})",
                                  u"b.json"_s);
    EXPECT_TRUE(lists) << (lists ? "" : lists.error().detail.toStdString());
    return lists.value_or(std::vector<Blocklist>());
}

ListingResult check(ZoneResolver &resolver, const QString &text)
{
    using namespace std::chrono_literals;
    const auto target = BlocklistTarget::parse(text);
    EXPECT_TRUE(target);
    const auto results
        = checkBlocklists(lists(), {&*target, 1}, resolver, Budget(1s, Budget::Clock::now() + 1s));
    EXPECT_EQ(results.size(), 1U);
    return results.empty() ? ListingResult{} : results.front();
}

ListingResult check(const QByteArray &zone, const QString &text = u"192.0.2.7"_s)
{
    ZoneResolver resolver(zone);
    return check(resolver, text);
}

} // namespace

TEST(BlocklistCheck, ShowsAListingWithItsMeaningAndTheListsOwnWords)
{
    const ListingResult result = check(works
                                       + "7.2.0.192.bl.test. A 127.0.0.2\n"
                                         "7.2.0.192.bl.test. TXT \"see https://bl.test/\"\n");

    EXPECT_EQ(result.state, State::Listed);
    ASSERT_EQ(result.codes.size(), 1U);
    EXPECT_EQ(result.codes[0].meaning.en, u"spam"_s);
    EXPECT_EQ(result.texts, QStringList{u"see https://bl.test/"_s});
    EXPECT_EQ(result.detail, u"127.0.0.2"_s);
}

TEST(BlocklistCheck, SaysNotListedOnlyOfAListThatWorks)
{
    const ListingResult alive = check(works);
    const ListingResult dead = check("");

    EXPECT_EQ(alive.state, State::NotListed);
    EXPECT_EQ(dead.state, State::Unusable);
    EXPECT_EQ(dead.reason, Reason::TestPointMissing);
}

TEST(BlocklistCheck, TakesARefusalForNeitherListedNorClean)
{
    const ListingResult usual = check(works + "7.2.0.192.bl.test. A 127.255.255.254\n");
    const ListingResult everywhere = check("*.bl.test. A 127.255.255.254\n");
    const ListingResult mixed
        = check(works + "7.2.0.192.bl.test. A 127.0.0.2\n7.2.0.192.bl.test. A 127.255.255.255\n");
    const ListingResult own
        = check("test.dbl.test. A 127.0.1.2\n*.dbl.test. A 127.0.1.255\n", u"example.test"_s);

    for (const ListingResult &result : {usual, everywhere, mixed, own}) {
        EXPECT_EQ(result.state, State::Unusable);
        EXPECT_EQ(result.reason, Reason::Refused) << result.detail.toStdString();
        EXPECT_TRUE(result.codes.empty());
    }
}

TEST(BlocklistCheck, DoesNotBelieveAListThatListsTheWorld)
{
    const ListingResult result = check("*.bl.test. A 127.0.0.2\n");

    EXPECT_EQ(result.state, State::Unusable);
    EXPECT_EQ(result.reason, Reason::ListsTheWorld);
}

TEST(BlocklistCheck, DoesNotTakeARewrittenAnswerForAListing)
{
    const ListingResult outside = check(works + "7.2.0.192.bl.test. A 198.51.100.1\n");
    const ListingResult localhost = check(works + "7.2.0.192.bl.test. A 127.0.0.1\n");
    const ListingResult everywhere = check("*.bl.test. A 198.51.100.1\n");

    for (const ListingResult &result : {outside, localhost, everywhere}) {
        EXPECT_EQ(result.state, State::Unusable);
        EXPECT_EQ(result.reason, Reason::Rewritten);
    }
}

TEST(BlocklistCheck, SaysWhyThereIsNoAnswer)
{
    struct Sample
    {
        Error::Kind kind;
        Reason reason;
    };
    for (const Sample sample : {Sample{Error::Kind::TimedOut, Reason::TimedOut},
                                Sample{Error::Kind::Unreachable, Reason::NoAnswer},
                                Sample{Error::Kind::Cancelled, Reason::Cancelled}}) {
        ZoneResolver onTarget(works);
        onTarget.failing(u"7.2.0.192.bl.test"_s, {sample.kind, u"why"_s});
        ZoneResolver onTestPoint(works);
        onTestPoint.failing(u"2.0.0.127.bl.test"_s, {sample.kind, u"why"_s});

        for (ZoneResolver *resolver : {&onTarget, &onTestPoint}) {
            const ListingResult result = check(*resolver, u"192.0.2.7"_s);
            EXPECT_EQ(result.state, State::Unusable);
            EXPECT_EQ(result.reason, sample.reason);
            EXPECT_TRUE(result.detail.endsWith(u"why"_s));
        }
    }
}

TEST(BlocklistCheck, TakesServfailForNeitherListedNorClean)
{
    ZoneResolver resolver(works);
    resolver.answering(u"7.2.0.192.bl.test"_s, DnsRcode::ServFail);

    const ListingResult result = check(resolver, u"192.0.2.7"_s);

    EXPECT_EQ(result.state, State::Unusable);
    EXPECT_EQ(result.reason, Reason::ServerFailed);
}

TEST(BlocklistCheck, TellsGoodWordsFromListings)
{
    const ListingResult good = check(works + "7.2.0.192.bl.test. A 127.0.0.9\n");
    const ListingResult unknown = check(works + "7.2.0.192.bl.test. A 127.0.0.77\n");

    EXPECT_EQ(good.state, State::Noted);
    EXPECT_EQ(unknown.state, State::Listed);
    ASSERT_EQ(unknown.codes.size(), 1U);
    EXPECT_TRUE(unknown.codes[0].meaning.isEmpty());
}

TEST(BlocklistCheck, AsksListsOnlyForWhatTheyTakeAndAllInOneSweep)
{
    using namespace std::chrono_literals;
    ZoneResolver resolver(works + "test.dbl.test. A 127.0.1.2\n");
    const std::vector<BlocklistTarget> targets{*BlocklistTarget::parse(u"192.0.2.7"_s),
                                               *BlocklistTarget::parse(u"2001:db8::7"_s),
                                               *BlocklistTarget::parse(u"example.test"_s)};

    const auto results
        = checkBlocklists(lists(), targets, resolver, Budget(1s, Budget::Clock::now() + 1s));

    ASSERT_EQ(results.size(), 3U);
    for (size_t i = 0; i < results.size(); ++i) {
        EXPECT_EQ(results[i].state, State::NotListed);
        EXPECT_EQ(results[i].target, targets[i]);
    }
    EXPECT_EQ(resolver.sweeps(), 1);
    EXPECT_EQ(resolver.asked().size(), 7U) << "three targets and two test points a list";
}

} // namespace todoku
