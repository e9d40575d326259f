// SPDX-License-Identifier: MIT
#include "core/dns/message.h"
#include "core/dnsbl/check.h"
#include "core/investigation/networksetup.h"
#include "core/lab/lab.h"
#include "core/lab/networkfiletext.h"
#include "core/smtp/session.h"
#include "support/paths.h"

#include <QTcpSocket>
#include <QUdpSocket>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace todoku {

namespace {

constexpr int waitMs = 5000;

Budget budget()
{
    return {5s, Budget::Clock::now() + 20s};
}

Scenario blocklisted()
{
    const auto scenario = loadScenario(test::sourcePath(u"resources/lab/blocklisted.json"_s));
    EXPECT_TRUE(scenario) << (scenario ? "" : scenario.error().detail.toStdString());
    return scenario.value_or(Scenario{});
}

// A lab and the ways into it, as every program opens them.
struct Practice
{
    explicit Practice(const Scenario &scenario)
    {
        auto started = Lab::start(scenario);
        EXPECT_TRUE(started) << (started ? "" : started.error().detail.toStdString());
        if (!started)
            return;
        lab = *std::move(started);
        auto opened = NetworkSetup::fromFile(lab->network());
        EXPECT_TRUE(opened) << (opened ? "" : opened.error().detail.toStdString());
        if (opened)
            setup = *std::move(opened);
    }

    DnsAnswer ask(const QString &name, DnsType type) const
    {
        const auto answer = setup->network().resolver.query(name, type, budget());
        EXPECT_TRUE(answer) << name.toStdString() << ": "
                            << (answer ? "" : answer.error().detail.toStdString());
        return answer.value_or(DnsAnswer{.rcode = DnsRcode::ServFail});
    }

    // What the mail host at @p address says to the last of @p commands.
    QByteArray converse(const QString &address, const QByteArrayList &commands) const
    {
        const auto connection
            = setup->network().connector.open(QHostAddress(address), 25, budget());
        if (!connection)
            return connection.error().detail.toUtf8();
        SmtpSession session(**connection, budget());
        Result<SmtpReply> reply = session.awaitGreeting();
        for (const QByteArray &command : commands) {
            if (reply)
                reply = session.send(command);
        }
        session.quit();
        return reply ? reply->toText() : reply.error().detail.toUtf8();
    }

    [[nodiscard]] Endpoint nameServer() const
    {
        return Endpoint::parse(lab->network().resolvers.front()).value_or(Endpoint{});
    }

    [[nodiscard]] Endpoint mailHost() const
    {
        return lab->network().connect.value(
            Endpoint::parse(u"198.51.100.25:25"_s).value_or(Endpoint{}));
    }

    std::unique_ptr<Lab> lab;
    std::unique_ptr<NetworkSetup> setup;
};

// Sends @p bytes; gives back what comes until the other side closes or has nothing to say.
QByteArray exchangeByTcp(const Endpoint &endpoint, const QByteArray &bytes, qsizetype expected)
{
    QTcpSocket socket;
    socket.connectToHost(endpoint.address, endpoint.port);
    EXPECT_TRUE(socket.waitForConnected(waitMs));
    socket.write(bytes);
    QByteArray received;
    while (received.size() < expected && socket.waitForReadyRead(waitMs))
        received += socket.readAll();
    return received;
}

} // namespace

TEST(Lab, AnswersDnsFromItsZones)
{
    const Practice practice(blocklisted());

    const auto mx = practice.ask(u"recipient.example"_s, DnsType::MX).of<MxRecord>(DnsType::MX);
    const auto reverse = practice.ask(u"25.113.0.203.in-addr.arpa"_s, DnsType::PTR);
    const auto noData = practice.ask(u"recipient.example"_s, DnsType::AAAA);
    const auto noName = practice.ask(u"nobody.recipient.example"_s, DnsType::A);

    ASSERT_EQ(mx.size(), 1U);
    EXPECT_EQ(mx[0].exchange, u"mx.recipient.example"_s);
    EXPECT_EQ(reverse.of<DomainName>(DnsType::PTR).size(), 1U);
    EXPECT_EQ(noData.rcode, DnsRcode::NoError);
    EXPECT_TRUE(noData.records.empty());
    EXPECT_EQ(noName.rcode, DnsRcode::NXDomain);
    ASSERT_EQ(noName.authority.size(), 1U) << "RFC 2308: the SOA says how long to remember it";
}

TEST(Lab, AnswersByTcpWhatIsTooLargeForUdp)
{
    Scenario scenario = blocklisted();
    QByteArray records = "@ SOA ns hostmaster 1 2 3 4 5\n";
    for (int i = 0; i < 40; ++i)
        records += "large TXT \"" + QByteArray::number(i) + QByteArray(200, 'x') + "\"\n";
    scenario.zones.push_back({.origin = u"large.example"_s, .records = records});
    const Practice practice(scenario);

    const DnsAnswer answer = practice.ask(u"large.large.example"_s, DnsType::TXT);

    EXPECT_EQ(answer.of<TxtRecord>(DnsType::TXT).size(), 40U);
    EXPECT_TRUE(answer.cameByTcp);
}

TEST(Lab, ItsBlocklistsCanBeBelieved)
{
    const Practice practice(blocklisted());
    const auto lists = Blocklist::load(test::sourcePath(u"resources/knowledge"_s));
    ASSERT_TRUE(lists);
    const std::vector targets{BlocklistTarget::of(QHostAddress(u"203.0.113.25"_s)),
                              BlocklistTarget::of(QHostAddress(u"198.51.100.25"_s)),
                              *BlocklistTarget::parse(u"sender.example"_s)};

    const auto results
        = checkBlocklists(*lists, targets, practice.setup->network().resolver, budget());

    ASSERT_FALSE(results.empty());
    for (const ListingResult &result : results) {
        const bool isTheOne
            = result.zone == "zen.spamhaus.org"_L1 && result.target.toString() == "203.0.113.25"_L1;
        EXPECT_EQ(result.state,
                  isTheOne ? ListingResult::State::Listed : ListingResult::State::NotListed)
            << result.zone.toStdString() << ' ' << result.target.toString().toStdString() << ' '
            << result.detail.toStdString();
        EXPECT_EQ(result.texts.isEmpty(), !isTheOne);
    }
}

TEST(Lab, ItsMailHostTurnsAwayWhomItsBlocklistLists)
{
    const QByteArrayList commands{"EHLO a", "MAIL FROM:<keiri@sender.example>",
                                  "RCPT TO:<suzuki@recipient.example>"};
    Scenario delisted = blocklisted();
    delisted.ownAddress = QHostAddress(u"203.0.113.26"_s);
    const Practice listed(blocklisted());
    const Practice other(delisted);

    EXPECT_EQ(listed.converse(u"198.51.100.25"_s, commands),
              "554 5.7.1 Service unavailable; client [203.0.113.25] blocked using "
              "zen.spamhaus.org");
    EXPECT_EQ(other.converse(u"198.51.100.25"_s, commands), "250 2.1.5 Ok");
}

TEST(Lab, LeadsNowhereElse)
{
    const Practice practice(blocklisted());
    const auto open = [&](const QString &address) {
        return practice.setup->network().connector.open(QHostAddress(address), 25, budget());
    };

    const auto elsewhere = open(u"192.0.2.200"_s);

    ASSERT_FALSE(elsewhere);
    EXPECT_EQ(elsewhere.error().kind, Error::Kind::NotPermitted);
    EXPECT_TRUE(practice.nameServer().address.isLoopback());
    for (const Endpoint &real : practice.lab->network().connect)
        EXPECT_TRUE(real.address.isLoopback());
}

TEST(Lab, StopsWithAllItsPorts)
{
    auto practice = std::make_unique<Practice>(blocklisted());
    const Endpoint names = practice->nameServer();
    const Endpoint mail = practice->mailHost();
    QTcpSocket lingering; // a session that is open must not hold it up
    lingering.connectToHost(mail.address, mail.port);
    ASSERT_TRUE(lingering.waitForConnected(waitMs));

    practice.reset();

    for (const Endpoint &endpoint : {names, mail}) {
        QTcpSocket socket;
        socket.connectToHost(endpoint.address, endpoint.port);
        EXPECT_FALSE(socket.waitForConnected(waitMs));
    }
    QUdpSocket udp;
    EXPECT_TRUE(udp.bind(names.address, names.port, QAbstractSocket::DontShareAddress));
}

TEST(Lab, TwoRunBesideEachOther)
{
    Scenario changed = blocklisted();
    changed.zones.push_back(
        {.origin = u"second.example"_s, .records = "@ SOA a b 1 2 3 4 5\n@ A 192.0.2.9\n"});
    const Practice first(blocklisted());
    const Practice second(changed);

    EXPECT_EQ(first.ask(u"second.example"_s, DnsType::A).rcode, DnsRcode::NXDomain);
    EXPECT_EQ(second.ask(u"second.example"_s, DnsType::A).rcode, DnsRcode::NoError);
    EXPECT_EQ(first.ask(u"mx.recipient.example"_s, DnsType::A).rcode, DnsRcode::NoError);
}

TEST(Lab, ServesManySessionsAtOnce)
{
    const Practice practice(blocklisted());
    const Endpoint mail = practice.mailHost();
    constexpr size_t sessions = 20;
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (size_t i = 0; i < sessions; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(mail.address, mail.port);
        ASSERT_TRUE(sockets.back()->waitForConnected(waitMs));
    }

    for (const auto &socket : sockets) {
        socket->waitForReadyRead(waitMs);
        EXPECT_EQ(socket->readAll(), "220 mx.recipient.example ESMTP\r\n");
    }
}

TEST(Lab, OutlivesGarbage)
{
    const Practice practice(blocklisted());
    const Endpoint names = practice.nameServer();
    const QByteArray garbage = QByteArray::fromHex("ff00fe0180c00c").repeated(2000);
    QUdpSocket udp;
    udp.writeDatagram(QByteArray(), names.address, names.port);
    udp.writeDatagram(garbage.first(1400), names.address, names.port);
    udp.writeDatagram(QByteArray(11, '\0'), names.address, names.port);

    const QByteArray byTcp = exchangeByTcp(names, QByteArray::fromHex("0007") + garbage, 1);
    const QByteArray bySmtp = exchangeByTcp(practice.mailHost(), garbage + "\r\n", 57);

    EXPECT_EQ(byTcp, "") << "the stream is dropped";
    EXPECT_EQ(bySmtp, "220 mx.recipient.example ESMTP\r\n500 5.5.2 Line too long\r\n");
    EXPECT_EQ(practice.ask(u"recipient.example"_s, DnsType::MX).rcode, DnsRcode::NoError);
    EXPECT_EQ(practice.converse(u"203.0.113.25"_s, {"EHLO a", "NOOP"}), "250 2.0.0 Ok");
}

TEST(Lab, SaysFormatErrorToAQueryThatCannotBeRead)
{
    const Practice practice(blocklisted());
    const QByteArray twoQuestions = QByteArray::fromHex("123401000002000000000000");
    const QByteArray framed = QByteArray::fromHex("000c") + twoQuestions;

    const QByteArray reply = exchangeByTcp(practice.nameServer(), framed, 14);

    EXPECT_EQ(reply.toHex(), "000c123480010000000000000000");
}

TEST(Lab, NamesTheZoneThatCannotBeRead)
{
    Scenario broken = blocklisted();
    broken.zones.push_back({.origin = u"broken.example"_s, .records = "@ MX mail\n"});

    const auto lab = Lab::start(broken);

    ASSERT_FALSE(lab);
    EXPECT_TRUE(lab.error().detail.contains("broken.example"_L1))
        << lab.error().detail.toStdString();
}

TEST(Lab, ItsNetworkFileReadsBackTheSame)
{
    const Practice practice(blocklisted());
    const NetworkFile &file = practice.lab->network();

    const auto read = parseNetworkFile(toJson(file), u"network.json"_s);

    ASSERT_TRUE(read) << read.error().detail.toStdString();
    EXPECT_EQ(read->resolvers, file.resolvers);
    EXPECT_EQ(read->connect, file.connect);
    EXPECT_EQ(read->unreachable, file.unreachable);
    EXPECT_EQ(read->byDefault, file.byDefault);
    EXPECT_EQ(read->http, file.http);
    EXPECT_EQ(read->ownAddress, file.ownAddress);
    EXPECT_EQ(read->reachability, file.reachability);
}

} // namespace todoku
