// SPDX-License-Identifier: MIT
#include "cli/network.h"
#include "cli/program.h"
#include "support/fakednsserver.h"
#include "support/fakesmtpserver.h"
#include "support/paths.h"

#include <QTcpServer>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

// --timeout 0.3 gives six times that for the whole; starting the program comes on top.
constexpr qint64 longestMs = 2500;

struct Probe
{
    std::string state;
    std::string found;
    QString text;
};

Probe probeOf(const ProgramRun &run, const std::string &id)
{
    for (const nlohmann::json &probe : run.json()) {
        if (probe.at("id") == id)
            return {.state = probe.at("state").get<std::string>(),
                    .found = probe.at("found").at("id").get<std::string>(),
                    .text = QString::fromStdString(probe.at("text").at("en").get<std::string>())};
    }
    ADD_FAILURE() << "no probe " << id << " in " << run.out.toStdString();
    return {};
}

// A port of loopback that nobody listens on: it was free a moment ago.
Endpoint closedPort()
{
    QTcpServer server;
    EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
    return {.address = QHostAddress(QHostAddress::LocalHost), .port = server.serverPort()};
}

ProgramRun checkRecipient(const SmallNetwork &network)
{
    const QTemporaryDir folder;
    ProgramRun run = runProgram({u"check"_s, u"recipient"_s, u"suzuki@recipient.example"_s,
                                 u"--network"_s, writeNetwork(folder, network), u"--yes"_s,
                                 u"--json"_s, u"--timeout"_s, u"0.3"_s});
    EXPECT_LT(run.elapsedMs, longestMs);
    EXPECT_TRUE(run.err.isEmpty()) << run.err.toStdString();
    return run;
}

ProgramRun checkWithNames(const DnsBehaviour &behaviour)
{
    const FakeDnsServer names(behaviour);
    return checkRecipient({names.endpoint(), closedPort()});
}

ProgramRun checkWithHost(const Endpoint &host)
{
    const FakeDnsServer names(answeringFrom(*Zone::parse(recipientZone())));
    return checkRecipient({names.endpoint(), host});
}

ProgramRun checkWithScript(const QByteArray &script)
{
    const FakeSmtpServer host(script);
    return checkWithHost(host.endpoint());
}

// A whole answer, with so many records that no packet could hold another.
QByteArray answerOf64Kilobytes(const DnsArrival &arrival)
{
    DnsAnswer answer;
    constexpr int records = 1500;
    for (int i = 0; i < records; ++i)
        answer.records.push_back(
            {.owner = arrival.request.question.name,
             .type = DnsType::MX,
             .data = MxRecord{.preference = 1,
                              .exchange = u"a-rather-long-name-%1.recipient.example"_s.arg(i)}});
    const bool mustTruncate = !arrival.byTcp;
    return encodeResponse(arrival.request, mustTruncate ? DnsAnswer{} : answer, mustTruncate)
        .value_or(QByteArray());
}

} // namespace

TEST(BadNameServer, ThatIsSilentLeavesTheDomainUntested)
{
    const ProgramRun run = checkWithNames(keepingSilent());

    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(probeOf(run, "recipient_dns").state, "could_not_test");
    EXPECT_EQ(probeOf(run, "recipient_dns").found, "could_not/timed_out");
    EXPECT_EQ(probeOf(run, "recipient_smtp").state, "not_run");
}

TEST(BadNameServer, ThatRefusesLeavesTheDomainUntested)
{
    const ProgramRun run = checkWithNames(answeringWith(DnsRcode::Refused));

    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(probeOf(run, "recipient_dns").state, "could_not_test");
    EXPECT_TRUE(probeOf(run, "recipient_dns").text.contains(u"recipient.example"_s));
}

TEST(BadNameServer, ThatAnswersAnotherQuestionIsNotBelieved)
{
    const ProgramRun run = checkWithNames(lyingInTheQuestion());

    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(probeOf(run, "recipient_dns").state, "could_not_test");
    EXPECT_FALSE(run.out.contains("203.0.113.7"));
}

TEST(BadNameServer, ThatSendsRubbishLeavesTheDomainUntested)
{
    for (const qsizetype size : {11, 60'000}) {
        const ProgramRun run
            = checkWithNames([size](const DnsArrival &) { return QByteArray(size, '\xc0'); });

        EXPECT_EQ(run.status, 2) << size;
        EXPECT_EQ(probeOf(run, "recipient_dns").state, "could_not_test") << size;
    }
}

TEST(BadNameServer, ThatSendsMoreThanAnyoneNeedsIsEndured)
{
    const ProgramRun run = checkWithNames(answerOf64Kilobytes);

    EXPECT_TRUE(run.status == 1 || run.status == 2) << run.status;
    EXPECT_NE(probeOf(run, "recipient_dns").state, "ok"); // none of the names has an address
    EXPECT_LT(run.out.size(), 64 * 1024);
}

TEST(BadNameServer, ThatIsNotThereLeavesTheDomainUntested)
{
    const ProgramRun run = checkRecipient({closedPort(), closedPort()});

    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(probeOf(run, "recipient_dns").state, "could_not_test");
}

TEST(BadMailHost, ThatNobodyListensAtRefuses)
{
    const ProgramRun run = checkWithHost(closedPort());

    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(probeOf(run, "recipient_dns").state, "ok");
    EXPECT_EQ(probeOf(run, "recipient_smtp").state, "problem");
    EXPECT_EQ(probeOf(run, "recipient_smtp").found, "recipient_smtp/refused");
}

TEST(BadMailHost, ThatNeverGreetsIsNotCalledDown)
{
    // No landmark tells whether port 25 is open from here: this line may be the reason.
    const ProgramRun run = checkWithScript("");

    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(probeOf(run, "recipient_smtp").state, "could_not_test");
    EXPECT_EQ(probeOf(run, "recipient_smtp").found, "recipient_smtp/unclear");
}

TEST(BadMailHost, ThatGreetsForEverIsLeft)
{
    const ProgramRun run = checkWithScript("*: flood 220-mx.recipient.example welcomes you\n");

    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(probeOf(run, "recipient_smtp").state, "could_not_test");
    EXPECT_LT(run.out.size(), 1024 * 1024);
}

TEST(BadMailHost, ThatSendsALineOfAMegabyteIsLeft)
{
    const ProgramRun run = checkWithScript("*: raw 220 \n*: big 1048576\nS:\n");

    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(probeOf(run, "recipient_smtp").state, "could_not_test");
    EXPECT_LT(run.out.size(), 64 * 1024);
}

TEST(BadMailHost, ThatClosesInTheMiddleHasNotRefused)
{
    const ProgramRun run = checkWithScript(
        "S: 220 mx.recipient.example ESMTP\nC: EHLO\nS: 250 ok\nC: MAIL\n*: close\n");

    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(probeOf(run, "recipient_smtp").state, "could_not_test");
    EXPECT_FALSE(probeOf(run, "recipient_smtp").text.isEmpty());
}

TEST(BadMailHost, ThatAnswers421OnlyDefers)
{
    const ProgramRun run = checkWithScript("S: 421 4.3.2 too busy, come back later\n*: close\n");

    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(probeOf(run, "recipient_smtp").state, "warning");
    EXPECT_TRUE(probeOf(run, "recipient_smtp").text.contains(u"421 4.3.2 too busy"_s));
}

TEST(BadMailHost, ThatSpeaksAnotherProtocolIsSaidToDoSo)
{
    const ProgramRun run = checkWithScript("S: HTTP/1.1 400 Bad Request\nS: Connection: close\n");

    EXPECT_EQ(run.status, 2);
    EXPECT_EQ(probeOf(run, "recipient_smtp").state, "could_not_test");
}

TEST(BadNetworkFile, IsNamedWithThePlace)
{
    const std::vector<std::pair<QByteArray, QByteArray>> files{
        {"", "at /"},
        {"[]", "at /"},
        {R"({"resolvers": "127.0.0.1"})", "/resolvers"},
        {R"({"resolvers": ["name.example"]})", "/resolvers/0"},
        {R"({"connect": {"192.0.2.1:25": "localhost"}})", "/connect/192.0.2.1:25"},
        {R"({"unreachable": ["everything"]})", "/unreachable/0"},
        {R"({"default": "maybe"})", "/default"},
        {R"({"own_address": "7"})", "/own_address"},
        {R"({"trust": "no-such-file.pem"})", "no-such-file.pem"},
        {QByteArray(100'000, '['), "at /"},
    };
    for (const auto &[bytes, place] : files) {
        const QTemporaryDir folder;
        const QString path = writeFile(folder.filePath(u"net.json"_s), bytes);

        const ProgramRun run = runProgram({u"check"_s, u"recipient"_s, u"a@recipient.example"_s,
                                           u"--network"_s, path, u"--yes"_s});

        EXPECT_EQ(run.status, 65) << bytes.left(80).toStdString();
        EXPECT_TRUE(run.err.contains(folder.path().toUtf8())) << run.err.toStdString();
        EXPECT_TRUE(run.err.contains(place)) << run.err.toStdString();
        EXPECT_TRUE(run.out.isEmpty());
    }
}

} // namespace todoku::test
