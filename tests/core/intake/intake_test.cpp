// SPDX-License-Identifier: MIT
#include "core/evidence/facts.h"
#include "core/intake/intake.h"
#include "support/paths.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

const QByteArray bounce = R"(From: MAILER-DAEMON@mail.example.jp (Mail Delivery System)
To: keiri@example.jp
Subject: Undelivered Mail Returned to Sender
Date: Sun, 22 Nov 2026 10:16:00 +0900 (JST)
Content-Type: multipart/report; report-type=delivery-status; boundary="b"
MIME-Version: 1.0

--b
Content-Type: text/plain

<suzuki@example.com>: host mx.example.com[192.0.2.10] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command)

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.jp

Final-Recipient: rfc822; suzuki@example.com
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Mailbox full

--b
Content-Type: message/rfc822

From: "Keiri <Accounts>" <keiri@example.jp>
To: suzuki@example.com
Date: Sun, 22 Nov 2026 10:15:00 +0900 (JST)
Subject: =?UTF-8?B?6KuL5rGC5pu4?=
Message-ID: <1@example.jp>

Hello
--b--
)";

class Intake : public testing::Test
{
protected:
    [[nodiscard]] Reading read(const QByteArray &bytes,
                               Document::Kind kind = Document::Kind::Text) const
    {
        return readDocument({.kind = kind, .name = u"a.eml"_s, .bytes = bytes}, tables);
    }

    [[nodiscard]] static QString valueOf(const Reading &reading, const FactId &fact)
    {
        for (const Observation &observation : reading.observations) {
            if (observation.fact == fact)
                return observation.value;
        }
        return {};
    }

    BounceTables tables = *BounceTables::load(test::sourcePath(u"resources/knowledge"_s));
};

} // namespace

TEST_F(Intake, ReadsWhatWentWrongFromABounce)
{
    const Reading reading = read(bounce);

    EXPECT_EQ(reading.kind, Document::Kind::Bounce);
    EXPECT_EQ(valueOf(reading, facts::errorText()), u"mailbox_full"_s);
    EXPECT_EQ(valueOf(reading, facts::sendResult()), u"ndr"_s);
    for (const Observation &observation : reading.observations)
        EXPECT_EQ(observation.source, Source::Bounce);
}

TEST_F(Intake, ReadsTheDeliveryFromWhatTheBounceQuotes)
{
    const Reading reading = read(bounce);

    EXPECT_EQ(reading.incident.sender, u"keiri@example.jp"_s);
    EXPECT_EQ(reading.incident.recipient, u"suzuki@example.com"_s);
    EXPECT_EQ(reading.incident.subject, u"請求書"_s);
    EXPECT_EQ(reading.incident.sentAt, u"2026-11-22T10:15:00+09:00"_s);
}

TEST_F(Intake, CallsADelayADelay)
{
    QByteArray delayed = bounce;
    delayed.replace("Action: failed", "Action: delayed");
    delayed.replace("5.2.2", "4.2.2").replace("552 ", "452 ");

    EXPECT_EQ(valueOf(read(delayed), facts::sendResult()), u"delay_notice"_s);
}

TEST_F(Intake, KeepsAMailThatIsNoBounceAsAMessage)
{
    const Reading reading = read("From: Keiri <keiri@example.jp>\nTo: suzuki@example.com\n"
                                 "Date: Sun, 22 Nov 2026 10:15:00 +0900\nSubject: Hello\n\nHi\n");

    EXPECT_EQ(reading.kind, Document::Kind::Message);
    EXPECT_TRUE(reading.observations.empty());
    EXPECT_EQ(reading.incident.recipient, u"suzuki@example.com"_s);
}

TEST_F(Intake, SeesNothingInRubbish)
{
    for (const QByteArray &rubbish :
         {QByteArray(), QByteArray("\0\1\2\xff", 4), QByteArray("hello")}) {
        const Reading reading = read(rubbish);
        EXPECT_EQ(reading.kind, Document::Kind::Text);
        EXPECT_TRUE(reading.observations.empty());
        EXPECT_TRUE(reading.bounces.empty());
    }
}

TEST_F(Intake, TakesOnlyAddressesFromWhatWasTyped)
{
    EXPECT_TRUE(observe({.sender = u"keiri"_s, .recipient = {}}).empty());
    const Observations typed
        = observe({.sender = u" keiri@example.jp "_s, .recipient = u"a@example.com"_s});

    ASSERT_EQ(typed.size(), 2U);
    EXPECT_EQ(typed.front().value, u"keiri@example.jp"_s);
    EXPECT_EQ(typed.front().source, Source::Answer);
}

} // namespace todoku
