// SPDX-License-Identifier: MIT
#include "core/report/report.h"
#include "expected.h"
#include "sample.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku {

using test::Sample;

static QString dumped(const nlohmann::json &json)
{
    return QString::fromStdString(json.dump(1)) + u'\n';
}

static std::vector<std::pair<QString, QString>> allFormats(const ReportSource &source,
                                                           Redaction redaction)
{
    std::vector<std::pair<QString, QString>> texts{{u"json"_s, dumped(toJson(source, redaction))}};
    for (const Language language : {Language::Japanese, Language::English}) {
        const QString suffix = language == Language::Japanese ? u"ja."_s : u"en."_s;
        const Report report = writeReport(source, language, redaction);
        texts.emplace_back(suffix + u"html"_s, toHtml(report));
        texts.emplace_back(suffix + u"md"_s, toMarkdown(report));
        texts.emplace_back(suffix + u"csv"_s, toCsv(report));
        texts.emplace_back(suffix + u"txt"_s, toText(report));
        for (int party = 0; party <= static_cast<int>(Party::Nobody); ++party)
            texts.emplace_back(
                suffix + u"letter"_s,
                toText(writeLetter(source, language, redaction, static_cast<Party>(party))));
    }
    return texts;
}

TEST(Report, ReadsAsExpectedInEveryFormat)
{
    for (const auto *name : {"refused", "sparse"}) {
        const Sample sample(QString::fromLatin1(name));

        for (const auto &[suffix, text] : allFormats(sample.source(), Redaction::Provider)) {
            if (!suffix.endsWith(u"letter"_s))
                test::expectFile(u"report/%1/report.%2"_s.arg(QString::fromLatin1(name), suffix),
                                 text);
        }
    }
}

TEST(Report, ReadsAsExpectedWhenMaskedForThePublic)
{
    const Sample sample(u"refused"_s);

    const Report report = writeReport(sample.source(), Language::English, Redaction::Public);

    test::expectFile(u"report/refused/public.en.txt"_s, toText(report));
}

TEST(Report, LacksNoWords)
{
    for (const auto *name : {"refused", "sparse"}) {
        const Sample sample(QString::fromLatin1(name));
        for (const auto &[format, text] : allFormats(sample.source(), Redaction::None))
            EXPECT_FALSE(text.contains(u'\u27e8')) << format.toStdString() << text.toStdString();
    }
}

TEST(Report, EscapesWhatIsForeignInHtml)
{
    const Sample sample(u"refused"_s);

    const QString html = toHtml(writeReport(sample.source(), Language::Japanese, Redaction::None));

    EXPECT_FALSE(html.contains(u"<script"_s, Qt::CaseInsensitive));
    EXPECT_FALSE(html.contains(u"<b>"_s));
    EXPECT_TRUE(html.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;"_s));
    EXPECT_TRUE(html.contains(u"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"_s));
}

TEST(Report, HoldsNoControlCharacters)
{
    const Sample sample(u"refused"_s);

    for (const auto &[format, text] : allFormats(sample.source(), Redaction::None))
        EXPECT_FALSE(text.contains(QChar(0x1b))) << format.toStdString();
}

TEST(Report, NeverHoldsCredentials)
{
    const Sample sample(u"refused"_s);

    for (const auto preset : {Redaction::None, Redaction::Provider, Redaction::Public}) {
        for (const auto &[format, text] : allFormats(sample.source(), preset))
            EXPECT_FALSE(text.contains(u"AHRhcm8Ac2VjcmV0"_s)) << format.toStdString();
    }
}

TEST(Report, NamesThePresetInEveryReport)
{
    const Sample sample(u"refused"_s);

    const Report report = writeReport(sample.source(), Language::English, Redaction::Public);
    const auto json = toJson(sample.source(), Redaction::Public);

    EXPECT_TRUE(toHtml(report).contains(u"Masking: for the public"_s));
    EXPECT_TRUE(toText(report).contains(u"Masking: for the public"_s));
    EXPECT_EQ(json.at("redaction"), "public");
}

// Puts the words into every field that a person or a server fills.
static void poison(Sample &sample, const QString &words)
{
    Case &subject = sample.subject;
    subject.incident.symptom = words;
    subject.incident.subject = u"about "_s + words;
    subject.note = words;
    subject.journal = {{.at = {}, .text = words}};
    subject.answers.insert_or_assign({words}, words);
    subject.unknownMembers = "{\"x\":\"" + words.toUtf8().replace('"', '\'') + "\"}";
    subject.dismissed.insert({words});
    subject.remedies.push_back({.id = {words}});
    subject.documents.push_back({.name = words, .bytes = words.toUtf8()});
    ProbeRecord probe{.id = {words},
                      .state = CheckState::Problem,
                      .found = {.id = words, .arguments = {words}},
                      .target = words};
    probe.details
        = {{.target = words, .found = {.id = words, .arguments = {words}}, .excerpt = words}};
    probe.transcript = {{.peer = words, .text = words}};
    subject.probes.push_back(probe);
    for (const auto *fact : {"error_text", "sending_ip", "blocklists", "onset", "no_such_fact"}) {
        const Observation seen{.fact = {QString::fromLatin1(fact)},
                               .value = words,
                               .subject = words,
                               .source = Source::Answer,
                               .excerpt = words};
        subject.observations.push_back(seen);
        sample.evidence.add(seen);
        sample.diagnosis.hypotheses.front().reasons.push_back(
            {.observation = seen, .weightDb = 12, .leaveOneOutDb = 12});
    }
    sample.mail = {.messageId = words,
                   .errors = {words},
                   .reportingMta = words,
                   .remoteMta = words,
                   .lastAttempt = words};
}

class PublicReport : public testing::TestWithParam<const char *>
{};

TEST_P(PublicReport, LeavesNoLocalPartNameOrMachineInAnyFormat)
{
    Sample sample(u"refused"_s);
    sample.hostName = u"KEIRI-07"_s;
    poison(sample, QString::fromUtf8(GetParam()));

    for (const auto &[format, text] : allFormats(sample.source(), Redaction::Public)) {
        for (const QString &secret : {u"taro"_s, u"yamada"_s, u"hanako"_s, u"山田"_s, u"jiro"_s,
                                      u"見積書"_s, u"10.0.0.5"_s, u"fd00::1"_s, u"keiri"_s}) {
            EXPECT_FALSE(text.contains(secret, Qt::CaseInsensitive))
                << secret.toStdString() << " in " << format.toStdString() << ":\n"
                << text.toStdString();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Poisoned,
    PublicReport,
    testing::Values(
        "550 5.1.1 <taro.yamada@example.jp>: hanako@example.com unknown",
        "user=jiro@example.jp; mailbox jiro is full; TARO.YAMADA rejected",
        "宛先はjiro@example.jpです。jiroは不在、山田太郎 より",
        "From: =?UTF-8?B?5bGx55Sw?= jiro <taro.yamada@example.jp>\n hanako\nSubject: 見積書",
        "\"jiro the third\"@example.jp and jiro+news@example.org from jiro",
        "Received: from KEIRI-07 (keiri-07.local [10.0.0.5]) by x fd00::1",
        "C:\\Users\\hanako\\a.eml jiro@example.jp http://x.example/?u=jiro%40example.jp",
        "bounce-hanako=example.com@lists.example jiro@example.jp@example.jp"));

TEST(Report, KeepsCodesAndDomainsLegibleForThePublic)
{
    const Sample sample(u"refused"_s);

    const QString text = toText(writeReport(sample.source(), Language::English, Redaction::Public));

    EXPECT_TRUE(text.contains(u"554 5.7.1 <user2@example.com>: Service unavailable; Client host "
                              "[192.0.2.25] blocked using list.example;"_s))
        << text.toStdString();
    EXPECT_TRUE(text.contains(u"550 5.1.1 user2 unknown"_s)) << text.toStdString();
}

TEST(Report, GivesTheSamePseudonymInEveryFormat)
{
    const Sample sample(u"refused"_s);

    for (const auto &[format, text] : allFormats(sample.source(), Redaction::Public)) {
        EXPECT_TRUE(text.contains(u"user1@example"_s) || text.contains(u"user1\\@example"_s)
                    || format.endsWith(u"letter"_s))
            << format.toStdString();
    }
}

TEST(DiagnosisJson, HoldsTheMembersOfTheContract)
{
    const Sample sample(u"refused"_s);

    const auto json = diagnosisJson(sample.knowledge, sample.diagnosis);

    const auto &cause = json.at("causes").at(0);
    EXPECT_EQ(cause.at("id"), "sender_ip_listed");
    EXPECT_EQ(cause.at("rank"), 1);
    EXPECT_EQ(cause.at("word").at("en"), "likely");
    EXPECT_EQ(cause.at("actors"), nlohmann::json::array({"sp", "bl"}));
    EXPECT_EQ(cause.at("path"), "recipient_gateway");
    EXPECT_EQ(cause.at("children"), nlohmann::json::array());
    EXPECT_EQ(cause.at("reasons").at(0).at("loo_db"), 11);
    EXPECT_EQ(json.at("urgent"), "account_hijacked");
    EXPECT_EQ(json.at("stop"), "value");
    EXPECT_EQ(json.at("next").at(0).at("kind"), "question");
    EXPECT_EQ(json.at("party").at("sp"), 0.8);
}

TEST(Report, CannotRunAFormulaInASpreadsheet)
{
    Sample sample(u"sparse"_s);
    sample.subject.note = u"=HYPERLINK(\"http://x.example\")"_s;

    const QString csv = toCsv(writeReport(sample.source(), Language::English, Redaction::None));

    EXPECT_TRUE(csv.contains(u"\"'=HYPERLINK(\"\"http"_s)) << csv.toStdString();
}

} // namespace todoku
