// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "core/investigation/investigation.h"
#include "core/investigation/networksetup.h"
#include "core/lab/networkfiletext.h"
#include "core/smtp/session.h"
#include "servers/mailworld.h"
#include "support/paths.h"

#include <QEventLoop>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace todoku {

namespace {

constexpr qsizetype smallMail = 200;

Budget budget()
{
    return {5s, Budget::Clock::now() + 20s};
}

// What was found out, start to end, about one mail that came back.
struct Outcome
{
    Diagnosis diagnosis;
    Observations observations; // of the probes

    [[nodiscard]] QString cause(size_t rank = 0) const
    {
        return rank < diagnosis.hypotheses.size() ? diagnosis.hypotheses[rank].cause.value
                                                  : QString();
    }
    [[nodiscard]] std::string excerptOf(const QString &fact) const
    {
        for (const Observation &seen : observations) {
            if (seen.fact.value == fact)
                return seen.excerpt.toStdString();
        }
        return "(not observed)";
    }
    [[nodiscard]] std::string valueOf(const QString &fact) const
    {
        for (const Observation &seen : observations) {
            if (seen.fact.value == fact)
                return seen.value.toStdString();
        }
        return "(not observed)";
    }
};

void runProbes(Investigation &investigation)
{
    std::set<ProbeId> all;
    for (const PlannedProbe &planned : investigation.plan())
        all.insert(planned.id);
    QEventLoop loop;
    QObject::connect(&investigation, &Investigation::probesFinished, &loop, &QEventLoop::quit);
    investigation.startProbes(all, budget());
    loop.exec();
}

} // namespace

class Line : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        if (test::MailWorld::obstacle().isEmpty())
            s_world = std::make_unique<test::MailWorld>();
    }

    static void TearDownTestSuite() { s_world.reset(); }

    void SetUp() override
    {
        if (!s_world)
            GTEST_SKIP() << test::MailWorld::obstacle().toStdString();
    }

    // The mail leaves, comes back, and is looked into from @p ownAddress.
    static Outcome investigate(const QString &recipient,
                               qsizetype size,
                               const QString &ownAddress,
                               const std::map<FactId, QString> &answers)
    {
        const QString tables = test::sourcePath(u"resources/knowledge"_s);
        const auto knowledge = KnowledgeBase::load(tables);
        const auto bounces = BounceTables::load(tables);
        auto probes = allProbes(tables);
        const auto setup = NetworkSetup::fromFile(s_world->networkFor(ownAddress));
        EXPECT_TRUE(knowledge && bounces && probes && setup);
        if (!knowledge || !bounces || !probes || !setup)
            return {};

        s_world->submit(recipient, size);
        const QByteArray bounce = s_world->awaitBounce(recipient);
        Investigation investigation(*knowledge, *bounces, *std::move(probes), (*setup)->network());
        const auto added = investigation.add({.name = u"bounce.eml"_s, .bytes = bounce});
        EXPECT_TRUE(added) << added.error().detail.toStdString();
        EXPECT_EQ(investigation.subject().incident.recipient, recipient);
        EXPECT_EQ(investigation.subject().incident.sender, u"keiri@sender.example"_s);
        runProbes(investigation);
        for (const auto &[fact, value] : answers)
            investigation.answer(fact, value);
        return {.diagnosis = investigation.diagnosis(),
                .observations = investigation.subject().observations};
    }

    // What the recipient's Postfix says to MAIL with @p parameters, asked directly.
    static QByteArray replyToMail(const QByteArray &parameters)
    {
        const auto setup = NetworkSetup::fromFile(s_world->networkFor(u"203.0.113.26"_s));
        if (!setup)
            return "no network";
        const auto connection
            = (*setup)->network().connector.open(QHostAddress(u"198.51.100.25"_s), 25, budget());
        if (!connection)
            return connection.error().detail.toUtf8();
        SmtpSession session(**connection, budget());
        auto reply = session.awaitGreeting();
        if (reply)
            reply = session.ehlo("mail.sender.example");
        if (reply)
            reply = session.send("MAIL FROM:<keiri@sender.example>" + parameters);
        session.quit();
        return reply ? reply->toText() : reply.error().detail.toUtf8();
    }

    static std::unique_ptr<test::MailWorld> s_world;
};

std::unique_ptr<test::MailWorld> Line::s_world;

TEST_F(Line, FindsTheBlocklistThatPostfixRefusedBy)
{
    const Outcome outcome = investigate(u"suzuki@recipient.example"_s, smallMail, u"203.0.113.25"_s,
                                        {{{u"affected_recipients"_s}, u"several"_s}});

    EXPECT_EQ(outcome.cause().toStdString(), "sender_ip_dnsbl_listed");
    EXPECT_EQ(outcome.valueOf(u"blocklists"_s), "ip_listed");
    EXPECT_EQ(outcome.valueOf(u"recipient_reply"_s), "554");
    EXPECT_THAT(outcome.excerptOf(u"recipient_reply"_s),
                testing::HasSubstr("[203.0.113.25] blocked using zen.spamhaus.org"));
}

TEST_F(Line, FindsTheMailboxThatPostfixFoundFull)
{
    const Outcome outcome = investigate(u"tanaka@recipient.example"_s, smallMail, u"203.0.113.26"_s,
                                        {{{u"affected_recipients"_s}, u"one_addr"_s}});

    EXPECT_EQ(outcome.cause().toStdString(), "recipient_mailbox_full");
    EXPECT_EQ(outcome.valueOf(u"recipient_reply"_s), "250") << "full only when it is delivered";
}

TEST_F(Line, FindsTheAddressThatPostfixDoesNotKnow)
{
    const Outcome outcome = investigate(
        u"suzukii@recipient.example"_s, smallMail, u"203.0.113.26"_s,
        {{{u"affected_recipients"_s}, u"one_addr"_s}, {{u"address_check"_s}, u"correct"_s}});

    EXPECT_EQ(outcome.cause().toStdString(), "recipient_address_unknown");
    EXPECT_EQ(outcome.valueOf(u"recipient_reply"_s), "550");
}

// The same from the command line, as a helpdesk's script would run it.
TEST_F(Line, EndsInALetterFromTheCommandLine)
{
    const QString recipient = u"suzuki@recipient.example"_s;
    s_world->submit(recipient, smallMail);
    const QTemporaryDir folder;
    const QString bounce
        = test::writeFile(folder.filePath(u"bounce.eml"_s), s_world->awaitBounce(recipient));
    const QString network = test::writeFile(folder.filePath(u"network.json"_s),
                                            toJson(s_world->networkFor(u"203.0.113.25"_s)));
    const QString letter = folder.filePath(u"letter.txt"_s);

    const test::ProgramRun run
        = test::runProgram({u"investigate"_s, u"--from"_s, u"keiri@sender.example"_s, u"--to"_s,
                            recipient, u"--bounce"_s, bounce, u"--network"_s, network, u"--yes"_s,
                            u"--json"_s, u"--lang"_s, u"ja"_s, u"--report"_s, letter});

    EXPECT_EQ(run.status, 1) << run.err.toStdString();
    EXPECT_EQ(run.json().at("causes").at(0).at("id"), "sender_ip_dnsbl_listed");
    const QByteArray text = test::readFile(letter);
    EXPECT_TRUE(text.contains("203.0.113.25"));
    EXPECT_TRUE(text.contains("blocked using zen.spamhaus.org"));
    EXPECT_TRUE(text.contains("【調査依頼】"));
}

TEST_F(Line, FindsTheSizeThatPostfixDoesNotTake)
{
    constexpr qsizetype large = test::MailWorld::largestForRecipient + 20000;
    const Outcome outcome = investigate(u"large@recipient.example"_s, large, u"203.0.113.26"_s,
                                        {{{u"attachment_kind"_s}, u"large"_s}});

    EXPECT_EQ(outcome.cause().toStdString(), "message_too_large_for_recipient");
    EXPECT_THAT(replyToMail(" SIZE=" + QByteArray::number(large)).toStdString(),
                testing::StartsWith("552 5.3.4"));
    EXPECT_THAT(replyToMail(" SIZE=1000").toStdString(), testing::StartsWith("250"));
}

} // namespace todoku
