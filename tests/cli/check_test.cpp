// SPDX-License-Identifier: MIT
#include "cli/network.h"
#include "cli/program.h"
#include "support/fakednsserver.h"
#include "support/fakesmtpserver.h"
#include "support/paths.h"

#include <QTcpServer>
#include <QUdpSocket>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <csignal>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

/** Sockets that nobody answers from, to see who knocks. */
struct Doorbell
{
    Doorbell()
    {
        EXPECT_TRUE(tcp.listen(QHostAddress::LocalHost));
        EXPECT_TRUE(udp.bind(QHostAddress::LocalHost, tcp.serverPort()));
    }

    [[nodiscard]] Endpoint endpoint() const
    {
        return {.address = QHostAddress(QHostAddress::LocalHost), .port = tcp.serverPort()};
    }
    // Whoever came is in the queues by now, accepted or not.
    [[nodiscard]] bool wasRung()
    {
        return tcp.waitForNewConnection(0) || udp.hasPendingDatagrams();
    }

    QTcpServer tcp;
    QUdpSocket udp;
};

QString writeDoorbellNetwork(const QTemporaryDir &folder, const Doorbell &bell)
{
    const QByteArray at = bell.endpoint().toString().toLatin1();
    return writeFile(
        folder.filePath(u"network.json"_s),
        R"({"resolvers": [")" + at + R"("], "connect": {"198.51.100.25:25": ")" + at
            + R"(", "192.0.2.80:587": ")" + at
            + R"("}, "reachability": ["192.0.2.80:587"], "own_address": "203.0.113.5"})");
}

FakeDnsServer nameServer()
{
    return FakeDnsServer(answeringFrom(*Zone::parse(recipientZone())));
}

} // namespace

TEST(CheckCommand, ListContactsNothing)
{
    Doorbell bell;
    const QTemporaryDir folder;
    const QString network = writeDoorbellNetwork(folder, bell);
    const std::vector<QStringList> checks{
        {u"check"_s, u"recipient"_s, u"suzuki@recipient.example"_s},
        {u"check"_s, u"network"_s},
        {u"check"_s, u"blocklists"_s, u"203.0.113.25"_s},
        {u"investigate"_s, u"--to"_s, u"suzuki@recipient.example"_s},
    };
    for (const QStringList &check : checks) {
        const ProgramRun run
            = runProgram(check + QStringList{u"--network"_s, network, u"--list"_s, u"--yes"_s});

        EXPECT_FALSE(run.out.isEmpty()) << check.join(u' ').toStdString();
        EXPECT_FALSE(bell.wasRung()) << check.join(u' ').toStdString();
    }
}

TEST(CheckCommand, WithoutListTheSameNetworkIsContacted)
{
    Doorbell bell;
    const QTemporaryDir folder;
    const QString network = writeDoorbellNetwork(folder, bell);

    const ProgramRun run = runProgram({u"check"_s, u"recipient"_s, u"suzuki@recipient.example"_s,
                                       u"--network"_s, network, u"--timeout"_s, u"0.1"_s});

    EXPECT_EQ(run.status, 2);
    EXPECT_TRUE(bell.wasRung());
}

TEST(CheckCommand, ListNamesWhatWouldBeContacted)
{
    const ProgramRun run = runProgram({u"check"_s, u"recipient"_s, u"suzuki@recipient.example"_s,
                                       u"--list"_s, u"--lang"_s, u"en"_s});

    EXPECT_EQ(run.status, 0);
    EXPECT_TRUE(run.out.contains("MX(recipient.example):25")) << run.out.toStdString();
    EXPECT_TRUE(run.out.contains("other people's servers"));
}

TEST(CheckCommand, WithoutAYesAMailHostIsNotAsked)
{
    const FakeDnsServer names = nameServer();
    Doorbell host;
    const QTemporaryDir folder;
    const QString network = writeNetwork(folder, {names.endpoint(), host.endpoint()});

    const ProgramRun run = runProgram({u"check"_s, u"recipient"_s, u"suzuki@recipient.example"_s,
                                       u"--network"_s, network, u"--json"_s});

    const nlohmann::json probes = run.json();
    EXPECT_EQ(run.status, 2);
    ASSERT_EQ(probes.size(), 2U);
    EXPECT_EQ(probes[0].at("id"), "recipient_dns");
    EXPECT_EQ(probes[0].at("state"), "ok");
    EXPECT_EQ(probes[1].at("state"), "not_run");
    EXPECT_EQ(probes[1].at("found").at("id"), "not_run/not_agreed");
    EXPECT_FALSE(host.wasRung());
}

TEST(CheckCommand, AnAcceptedRecipientIsNoProblem)
{
    const FakeDnsServer names = nameServer();
    const FakeSmtpServer host("S: 220 mx.recipient.example ESMTP\nC: EHLO\n"
                              "S: 250 mx.recipient.example\nC: MAIL FROM:<keiri@sender.example>\n"
                              "S: 250 ok\nC: RCPT TO:<suzuki@recipient.example>\nS: 250 ok\n"
                              "C: RSET\nS: 250 ok\nC: QUIT\nS: 221 bye\n*: close\n");
    const QTemporaryDir folder;
    const QString network = writeNetwork(folder, {names.endpoint(), host.endpoint()});

    const ProgramRun run
        = runProgram({u"check"_s, u"recipient"_s, u"suzuki@recipient.example"_s, u"--from"_s,
                      u"keiri@sender.example"_s, u"--network"_s, network, u"--yes"_s, u"--json"_s});

    EXPECT_EQ(run.status, 0) << run.out.toStdString();
    EXPECT_FALSE(host.received().contains("DATA")); // asking must not deliver anything
}

TEST(CheckCommand, CtrlCEndsItAndKeepsWhatWasFound)
{
    const FakeDnsServer names = nameServer();
    Doorbell silentHost;
    const QTemporaryDir folder;
    const QString network = writeNetwork(folder, {names.endpoint(), silentHost.endpoint()});
    QProcess process;

    startProgram(process,
                 {u"check"_s, u"recipient"_s, u"suzuki@recipient.example"_s, u"--network"_s,
                  network, u"--yes"_s, u"--json"_s, u"--timeout"_s, u"60"_s});
    ASSERT_TRUE(silentHost.tcp.waitForNewConnection(10'000));
    ASSERT_EQ(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    const ProgramRun run = finishProgram(process);

    EXPECT_EQ(run.status, 130);
    EXPECT_LT(run.elapsedMs, 1500);
    const nlohmann::json probes = run.json();
    ASSERT_EQ(probes.size(), 2U);
    EXPECT_EQ(probes[0].at("state"), "ok");
    EXPECT_NE(probes[1].at("state"), "ok");
    EXPECT_NE(probes[1].at("state"), "problem"); // nothing is known of the host
}

TEST(CheckCommand, CtrlCDuringAnInvestigationStillSavesTheCase)
{
    const FakeDnsServer names = nameServer();
    Doorbell silentHost;
    const QTemporaryDir folder;
    const QString saved = folder.filePath(u"saved.json"_s);
    const QString network = writeNetwork(folder, {names.endpoint(), silentHost.endpoint()});
    QProcess process;

    startProgram(process,
                 {u"investigate"_s, u"--to"_s, u"suzuki@recipient.example"_s, u"--network"_s,
                  network, u"--yes"_s, u"--save"_s, saved, u"--timeout"_s, u"60"_s});
    ASSERT_TRUE(silentHost.tcp.waitForNewConnection(10'000));
    ASSERT_EQ(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    const ProgramRun run = finishProgram(process);

    EXPECT_EQ(run.status, 130);
    EXPECT_LT(run.elapsedMs, 1500);
    const auto kept = nlohmann::json::parse(readFile(saved).toStdString(), nullptr, false);
    EXPECT_EQ(kept.at("incident").at("recipient"), "suzuki@recipient.example");
    EXPECT_FALSE(kept.at("probes").empty());
}

} // namespace todoku::test
