// SPDX-License-Identifier: MIT
#include "core/dns/caresresolver.h"
#include "support/fakednsserver.h"

#include <gtest/gtest.h>

#include <thread>

using namespace Qt::StringLiterals;

namespace todoku {

using namespace test;
using std::chrono::milliseconds;

static Budget budgetOf(milliseconds time, std::stop_token stop = {})
{
    return {time, Budget::Clock::now() + time, std::move(stop)};
}

static milliseconds since(Budget::Clock::time_point begin)
{
    return std::chrono::duration_cast<milliseconds>(Budget::Clock::now() - begin);
}

static Zone zoneOf(const QByteArray &text)
{
    auto zone = Zone::parse(text);
    EXPECT_TRUE(zone);
    return zone ? *std::move(zone) : Zone();
}

static const QByteArray someZone = "a.test. A 192.0.2.1\n*.many.test. A 127.0.0.2\n";
static constexpr milliseconds ample{10000};
static constexpr milliseconds brief{150};

TEST(CaresResolver, BringsTheAnswerAndWhoGaveIt)
{
    const FakeDnsServer server(answeringFrom(zoneOf(someZone)));
    CaresResolver resolver({server.endpoint()});

    const auto answer = resolver.query(u"a.test"_s, DnsType::A, budgetOf(ample));

    ASSERT_TRUE(answer) << answer.error().detail.toStdString();
    EXPECT_EQ(answer->of<QHostAddress>(DnsType::A),
              std::vector<QHostAddress>{QHostAddress(u"192.0.2.1"_s)});
    EXPECT_EQ(answer->server, server.endpoint().toString());
    EXPECT_FALSE(answer->cameByTcp);
}

TEST(CaresResolver, BringsNoSuchNameAsAnAnswer)
{
    const FakeDnsServer server(answeringFrom(zoneOf(someZone)));
    CaresResolver resolver({server.endpoint()});

    const auto answer = resolver.query(u"no.test"_s, DnsType::A, budgetOf(ample));

    ASSERT_TRUE(answer) << answer.error().detail.toStdString();
    EXPECT_EQ(answer->rcode, DnsRcode::NXDomain);
}

TEST(CaresResolver, FetchesATruncatedAnswerByTcp)
{
    const QByteArray strings = QByteArray(" \"" + QByteArray(250, 'x') + "\"").repeated(200);
    const FakeDnsServer server(answeringFrom(zoneOf("big.test. TXT" + strings + "\n")));
    CaresResolver resolver({server.endpoint()});

    const auto answer = resolver.query(u"big.test"_s, DnsType::TXT, budgetOf(ample));

    ASSERT_TRUE(answer) << answer.error().detail.toStdString();
    EXPECT_TRUE(answer->cameByTcp);
    ASSERT_EQ(answer->of<TxtRecord>(DnsType::TXT).size(), 1U);
    EXPECT_EQ(answer->of<TxtRecord>(DnsType::TXT)[0].joined().size(), 50000);
}

TEST(CaresResolver, SaysThatAServerKeptSilentAndWhichOne)
{
    const FakeDnsServer server(keepingSilent());
    CaresResolver resolver({server.endpoint()});

    const auto answer = resolver.query(u"a.test"_s, DnsType::A, budgetOf(brief));

    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, Error::Kind::TimedOut);
    EXPECT_TRUE(answer.error().detail.contains(server.endpoint().toString()));
    EXPECT_EQ(server.arrivals(), 2); // asked again once: UDP loses packets
}

TEST(CaresResolver, SaysThatNobodyListens)
{
    Endpoint closed;
    {
        const FakeDnsServer server(keepingSilent());
        closed = server.endpoint();
    }
    CaresResolver resolver({closed});

    const auto answer = resolver.query(u"a.test"_s, DnsType::A, budgetOf(ample));

    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, Error::Kind::Unreachable);
    EXPECT_TRUE(answer.error().detail.contains(closed.toString()));
}

TEST(CaresResolver, ShowsTheCodeOfAServerThatRefuses)
{
    const FakeDnsServer server(answeringWith(DnsRcode::Refused));
    CaresResolver resolver({server.endpoint()});

    const auto answer = resolver.query(u"a.test"_s, DnsType::A, budgetOf(ample));

    ASSERT_TRUE(answer) << answer.error().detail.toStdString();
    EXPECT_EQ(answer->rcode, DnsRcode::Refused);
    EXPECT_EQ(server.arrivals(), 1);
}

TEST(CaresResolver, AsksTheNextServerWhenOneIsOfNoHelp)
{
    const FakeDnsServer good(answeringFrom(zoneOf(someZone)));
    for (const DnsBehaviour &behaviour : {keepingSilent(), answeringWith(DnsRcode::ServFail),
                                          answeringWith(DnsRcode::Refused), lyingInTheQuestion()}) {
        const FakeDnsServer bad(behaviour);
        CaresResolver resolver({bad.endpoint(), good.endpoint()});

        const auto answer = resolver.query(u"a.test"_s, DnsType::A, budgetOf(milliseconds(800)));

        ASSERT_TRUE(answer) << answer.error().detail.toStdString();
        EXPECT_EQ(answer->rcode, DnsRcode::NoError);
        EXPECT_EQ(answer->server, good.endpoint().toString());
    }
}

TEST(CaresResolver, NeverTakesTheAnswerToAnotherQuestion)
{
    const FakeDnsServer server(lyingInTheQuestion());
    CaresResolver resolver({server.endpoint()});

    const auto answer = resolver.query(u"a.test"_s, DnsType::A, budgetOf(brief));

    ASSERT_FALSE(answer);
}

TEST(CaresResolver, SaysThatAnAnswerCannotBeRead)
{
    const FakeDnsServer server([](const DnsArrival &arrival) {
        QByteArray packet = encodeResponse(arrival.request, {}).value_or(QByteArray());
        packet[7] = 9; // nine answers, of which none is there
        return packet;
    });
    CaresResolver resolver({server.endpoint()});

    const auto answer = resolver.query(u"a.test"_s, DnsType::A, budgetOf(ample));

    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, Error::Kind::Malformed);
}

TEST(CaresResolver, HasAllQuestionsInFlightTogether)
{
    constexpr milliseconds delay{100};
    const FakeDnsServer server(answeringFrom(zoneOf(someZone)), delay);
    CaresResolver resolver({server.endpoint()});
    std::vector<DnsQuestion> questions;
    for (int i = 0; i < 60; ++i)
        questions.push_back({.name = u"n%1.many.test"_s.arg(i)});

    const auto begin = Budget::Clock::now();
    const auto answers = resolver.queryAll(questions, budgetOf(ample));
    const milliseconds took = since(begin);

    ASSERT_EQ(answers.size(), questions.size());
    for (size_t i = 0; i < answers.size(); ++i) {
        ASSERT_TRUE(answers[i]) << answers[i].error().detail.toStdString();
        ASSERT_EQ(answers[i]->records.size(), 1U);
        EXPECT_EQ(answers[i]->records[0].owner, questions[i].name);
    }
    EXPECT_LT(took, 10 * delay) << "one after the other would take 60 delays";
}

TEST(CaresResolver, SweepsMoreNamesThanItHasInFlight)
{
    const FakeDnsServer server(answeringFrom(zoneOf(someZone)));
    CaresResolver resolver({server.endpoint()});
    std::vector<DnsQuestion> questions;
    for (int i = 0; i < 700; ++i)
        questions.push_back({.name = u"n%1.many.test"_s.arg(i)});

    const auto answers = resolver.queryAll(questions, budgetOf(ample));

    ASSERT_EQ(answers.size(), questions.size());
    EXPECT_TRUE(std::ranges::all_of(
        answers, [](const auto &answer) { return answer && answer->records.size() == 1; }));
}

TEST(CaresResolver, StopsWithin100MillisecondsWhenCalledOff)
{
    const FakeDnsServer server(keepingSilent());
    CaresResolver resolver({server.endpoint()});
    std::stop_source stop;
    Budget::Clock::time_point stoppedAt;
    const std::jthread canceller([&] {
        while (server.arrivals() == 0)
            std::this_thread::yield();
        stoppedAt = Budget::Clock::now();
        stop.request_stop();
    });

    const auto answer = resolver.query(u"a.test"_s, DnsType::A, budgetOf(ample, stop.get_token()));

    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, Error::Kind::Cancelled);
    EXPECT_LT(since(stoppedAt), milliseconds(100));
}

TEST(CaresResolver, ServesSeveralThreadsAtOnce)
{
    const FakeDnsServer server(answeringFrom(zoneOf(someZone)));
    CaresResolver resolver({server.endpoint()});
    std::vector<std::jthread> threads;
    std::atomic<int> answered = 0;

    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            const auto answer = resolver.query(u"a.test"_s, DnsType::A, budgetOf(ample));
            answered += answer && !answer->records.empty() ? 1 : 0;
        });
    threads.clear();

    EXPECT_EQ(answered, 8);
}

TEST(CaresResolver, NamesAServerAddressThatIsNone)
{
    const auto resolver = CaresResolver::forServers({u"192.0.2.53"_s, u"ns.example:53"_s});

    ASSERT_FALSE(resolver);
    EXPECT_TRUE(resolver.error().detail.contains(u"ns.example:53"_s));
    EXPECT_EQ(CaresResolver::forServers({u"[2001:db8::53]:5300"_s, u"2001:db8::1"_s})->servers(),
              (QList<Endpoint>{{QHostAddress(u"2001:db8::53"_s), 5300},
                               {QHostAddress(u"2001:db8::1"_s), 53}}));
}

TEST(CaresResolver, RefusesANameThatCannotBeAsked)
{
    const FakeDnsServer server(keepingSilent());
    CaresResolver resolver({server.endpoint()});

    const auto answer = resolver.query(u"a..b"_s, DnsType::A, budgetOf(ample));

    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, Error::Kind::Malformed);
    EXPECT_EQ(server.arrivals(), 0);
}

} // namespace todoku
