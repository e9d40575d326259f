// SPDX-License-Identifier: MIT
#include "core/dsn/bounce.h"
#include "core/report/report.h"
#include "expected.h"
#include "sample.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

using test::Sample;

static const QList<Party> everyone{
    Party::Sender,       Party::SenderAdmin,    Party::SenderDomainAdmin, Party::SenderProvider,
    Party::Recipient,    Party::RecipientAdmin, Party::RecipientProvider, Party::ListOperator,
    Party::WebDeveloper, Party::Nobody};

static QString suffix(Language language)
{
    return language == Language::Japanese ? u"ja"_s : u"en"_s;
}

class LetterIn : public testing::TestWithParam<Language>
{};

TEST_P(LetterIn, ReadsAsExpectedForEveryParty)
{
    const Sample sample(u"refused"_s);

    for (const Party party : everyone) {
        const Letter letter = writeLetter(sample.source(), GetParam(), Redaction::Provider, party);

        test::expectFile(
            u"report/refused/letter.%1.%2.txt"_s.arg(partyId(party), suffix(GetParam())),
            toText(letter));
    }
}

TEST_P(LetterIn, SaysUnknownForWhatIsMissingAndInventsNothing)
{
    const Sample sample(u"sparse"_s);

    const Letter letter = writeLetter(sample.source(), GetParam(), Redaction::Provider);

    test::expectFile(u"report/sparse/letter.%1.txt"_s.arg(suffix(GetParam())), toText(letter));
}

TEST_P(LetterIn, LacksNoWords)
{
    for (const auto *name : {"refused", "sparse"}) {
        const Sample sample(QString::fromLatin1(name));
        for (const Party party : everyone) {
            const Letter letter
                = writeLetter(sample.source(), GetParam(), Redaction::Public, party);

            EXPECT_FALSE(toText(letter).contains(u'\u27e8')) << toText(letter).toStdString();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(BothLanguages,
                         LetterIn,
                         testing::Values(Language::Japanese, Language::English));

TEST(Letter, GoesToWhoMostLikelyHasToAct)
{
    Sample sample(u"refused"_s);
    sample.diagnosis.parties = {{Party::Sender, 0.3}, {Party::RecipientAdmin, 0.6}};

    const Letter letter = writeLetter(sample.source(), Language::English, Redaction::Provider);

    EXPECT_EQ(letter.addressee, Party::RecipientAdmin);
}

TEST(Letter, AsksACarrierOnlyWhatCarriersAnswer)
{
    Sample sample(u"refused"_s);
    sample.evidence.add({.fact = {u"recipient_service"_s}, .value = u"carrier"_s});

    const Letter letter = writeLetter(sample.source(), Language::English, Redaction::Provider,
                                      Party::RecipientProvider);

    EXPECT_TRUE(letter.body.contains(u"customer support"_s));
    EXPECT_FALSE(letter.body.contains(u"logs"_s));
}

TEST(Letter, KeepsItsSubjectOnOneLine)
{
    Sample sample(u"sparse"_s);
    sample.subject.incident.sentAt = u"x\r\nBcc: eve@example.net"_s;

    const Letter letter = writeLetter(sample.source(), Language::English, Redaction::Provider);

    EXPECT_FALSE(letter.subject.contains(u'\n'));
    EXPECT_FALSE(letter.subject.contains(u'\r'));
}

TEST(Letter, TakesErrorAndMessageIdFromTheMailItself)
{
    Sample sample(u"refused"_s);
    sample.mail = {.messageId = u"<1@mail.example.jp>"_s, .errors = {u"550 no\nsuch user"_s}};

    const Letter letter = writeLetter(sample.source(), Language::English, Redaction::Provider);

    EXPECT_TRUE(letter.body.contains(u"Message-ID: <1@mail.example.jp>\n"_s));
    EXPECT_TRUE(letter.body.contains(u"\n> 550 no\n> such user\n"_s));
}

TEST(ReportedMail, TakesOnlyWhatFailuresSay)
{
    const std::vector<Bounce> bounces{
        {.kind = BounceKind::Autoreply, .reportingMta = u"away.example"_s},
        {.kind = BounceKind::Bounce,
         .reportingMta = u"mail.example.jp"_s,
         .original = {.messageId = u"<1@mail.example.jp>"_s},
         .recipients = {{.remoteMta = u"mx.example.com"_s, .diagnostic = u"550 5.1.1 no"_s},
                        {.remoteMta = u"mx2.example.com"_s, .diagnostic = u"550 5.1.1 no"_s}}}};

    const ReportedMail mail = reportedMail(bounces);

    EXPECT_EQ(mail.messageId, u"<1@mail.example.jp>"_s);
    EXPECT_EQ(mail.reportingMta, u"mail.example.jp"_s);
    EXPECT_EQ(mail.remoteMta, u"mx.example.com"_s);
    EXPECT_EQ(mail.errors, QStringList{u"550 5.1.1 no"_s});
}

} // namespace todoku
