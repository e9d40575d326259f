// SPDX-License-Identifier: MIT
#include "sample.h"

#include "core/evidence/casefile.h"
#include "support/paths.h"

#include <QTimeZone>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku::test {

static LocalizedText both(const QString &ja, const QString &en)
{
    return {.ja = ja, .en = en};
}

static FactValue value(const QString &id, const QString &ja, const QString &en)
{
    return {.id = id, .base = 1, .label = both(ja, en), .found = both(ja, en)};
}

static Fact fact(const QString &id,
                 FactKind kind,
                 const LocalizedText &title,
                 std::vector<FactValue> values = {})
{
    return {.id = {id},
            .kind = kind,
            .values = std::move(values),
            .title = title,
            .question = title,
            .why = both(u"切り分けのため"_s, u"To narrow it down"_s)};
}

static std::vector<Fact> facts()
{
    using enum FactKind;
    return {
        fact(u"onset"_s, Question, both(u"発生の時期"_s, u"Onset"_s),
             {value(u"sudden"_s, u"急に届かなくなった"_s, u"It stopped suddenly"_s)}),
        fact(u"affected_recipients"_s, Question, both(u"届かない相手"_s, u"Recipients"_s),
             {value(u"one_domain"_s, u"特定の会社だけ届かない"_s, u"Only one organisation"_s)}),
        fact(u"unrelated_domain"_s, Question,
             both(u"別ドメインからの送信"_s, u"Unrelated domain"_s),
             {value(u"delivered"_s, u"無関係のドメインからは届いた"_s,
                    u"Mail from an unrelated domain arrived"_s)}),
        fact(u"web_works"_s, Question, both(u"ホームページの閲覧"_s, u"Web pages"_s),
             {value(u"ok"_s, u"閲覧できる"_s, u"Web pages open"_s)}),
        fact(u"recipient_service"_s, Question, both(u"相手のサービス"_s, u"Recipient's service"_s),
             {value(u"carrier"_s, u"相手は携帯電話会社"_s, u"The recipient uses a carrier"_s)}),
        fact(u"error_text"_s, Probe, both(u"エラーの内容"_s, u"Error text"_s),
             {value(u"blocklist"_s, u"ブロックリストを理由に拒否された"_s,
                    u"Refused because of a blocklist"_s)}),
        fact(u"blocklists"_s, Probe, both(u"ブロックリスト"_s, u"Blocklists"_s),
             {value(u"ip_listed"_s, u"送信元が登録されている"_s,
                    u"The sending address is listed"_s)}),
        fact(u"recipient_smtp"_s, Probe, both(u"受信サーバー"_s, u"Receiving server"_s),
             {value(u"ok"_s, u"応答した"_s, u"It answered"_s)}),
        fact(u"spf"_s, Probe, both(u"SPF"_s, u"SPF"_s), {value(u"pass"_s, u"合格"_s, u"pass"_s)}),
        fact(u"sending_ip"_s, Detail, both(u"送信元IPアドレス"_s, u"Sending address"_s))};
}

static std::vector<Cause> causes()
{
    return {{.id = {u"sender_ip_listed"_s},
             .hop = Hop::RecipientGateway,
             .actors = {Party::SenderProvider, Party::ListOperator},
             .remedies = {{u"ask_delisting"_s}, {u"resend_later"_s}, {u"use_webmail"_s}},
             .title
             = both(u"送信元IPアドレスのブロックリスト登録"_s, u"Sending address on a blocklist"_s),
             .explanation = both(u"受信側が登録を理由に拒んでいます。"_s,
                                 u"The receiving side refuses because of the listing."_s),
             .say = both(u"送信サーバーのIPアドレスの登録解除をお願いします。"_s,
                         u"Please have the server's address delisted."_s)},
            {.id = {u"account_hijacked"_s},
             .hop = Hop::SendingServer,
             .actors = {Party::Sender},
             .remedies = {{u"change_password"_s}},
             .title = both(u"アカウントの乗っ取り"_s, u"Account taken over"_s),
             .explanation = both(u"他人が送信しています。"_s, u"Someone else sends mail."_s),
             .say = both(u"パスワードを変えます。"_s, u"I will change the password."_s)}};
}

static Remedy remedy(const QString &id, Party party, const QString &ja, const QString &en)
{
    return {.id = {id},
            .party = party,
            .title = both(ja, en),
            .steps = {both(ja + u"の手順"_s, u"How to: "_s + en)}};
}

static QHash<QString, LocalizedText> sampleWords()
{
    QHash<QString, LocalizedText> words;
    for (const auto *id : {"su", "sa", "sd", "sp", "ru", "ra", "rp", "bl", "wd", "wait"})
        words.insert(
            u"party/"_s + QString::fromLatin1(id),
            both(u"関係者"_s + QString::fromLatin1(id), u"party "_s + QString::fromLatin1(id)));
    for (const Hop hop : allHops)
        words.insert(u"hop/"_s + hopId(hop), both(u"区間"_s + hopId(hop), u"hop "_s + hopId(hop)));
    for (const auto *word :
         {"almost_certain", "very_likely", "likely", "possible", "unlikely", "hardly"})
        words.insert(u"likelihood/"_s + QString::fromLatin1(word),
                     both(u"見込み"_s + QString::fromLatin1(word), QString::fromLatin1(word)));
    words.insert(u"likelihood/likely"_s, both(u"有力"_s, u"likely"_s));
    words.insert(u"weight/strongly_for"_s, both(u"強く支持"_s, u"strongly for"_s));
    words.insert(u"weight/weakly_against"_s, both(u"弱く否定"_s, u"weakly against"_s));
    words.insert(u"state/ok"_s, both(u"正常"_s, u"ok"_s));
    words.insert(u"state/problem"_s, both(u"問題あり"_s, u"problem"_s));
    words.insert(u"state/warning"_s, both(u"注意"_s, u"warning"_s));
    words.insert(u"state/information"_s, both(u"参考"_s, u"information"_s));
    words.insert(u"state/not_run"_s, both(u"未実施"_s, u"not run"_s));
    words.insert(u"state/could_not_test"_s, both(u"検査できず"_s, u"could not be tested"_s));
    return words;
}

KnowledgeBase smallKnowledge()
{
    KnowledgeBase knowledge;
    knowledge.facts = facts();
    knowledge.causes = causes();
    knowledge.remedies = {
        remedy(u"ask_delisting"_s, Party::SenderProvider, u"解除の依頼"_s, u"Ask for delisting"_s),
        remedy(u"resend_later"_s, Party::Sender, u"時間をおいて再送"_s, u"Send again later"_s),
        remedy(u"use_webmail"_s, Party::Sender, u"Webメールから送る"_s, u"Send by webmail"_s),
        remedy(u"change_password"_s, Party::Sender, u"パスワードの変更"_s,
               u"Change the password"_s)};
    knowledge.messages = {
        {u"blocklists/listed"_s, both(u"%1 は %2 に登録されています"_s, u"%1 is listed by %2"_s)},
        {u"blocklists/code"_s, both(u"応答 %1"_s, u"answer %1"_s)},
        {u"smtp/port_blocked"_s,
         both(u"この回線のポート25が閉じているため %1 を確かめられません"_s,
              u"Port 25 is closed on this line, so %1 could not be looked at"_s)},
        {u"not_agreed"_s, both(u"同意がなかったため"_s, u"There was no consent"_s)}};
    knowledge.words = sampleWords();
    knowledge.otherTitle = both(u"表にない原因"_s, u"Another cause"_s);
    return knowledge;
}

ReportWords shippedWords()
{
    const auto words = ReportWords::load(sourcePath(u"resources/report"_s));
    if (!words) {
        ADD_FAILURE() << words.error().detail.toStdString();
        return {};
    }
    return *words;
}

static Observations answersOf(const Case &subject)
{
    Observations observations;
    for (const auto &[factId, answer] : subject.answers) {
        if (answer != unknownAnswer())
            observations.push_back({.fact = factId, .value = answer, .source = Source::Answer});
    }
    return observations;
}

static Diagnosis listedDiagnosis(const Evidence &evidence)
{
    Diagnosis diagnosis;
    Hypothesis listed{.cause = {u"sender_ip_listed"_s}, .probability = 0.78, .priorDb = -14};
    for (const Observation &seen : evidence.of({u"error_text"_s}))
        listed.reasons.push_back({.observation = seen, .weightDb = 12, .leaveOneOutDb = 11});
    for (const Observation &seen : evidence.of({u"unrelated_domain"_s}))
        listed.reasons.push_back({.observation = seen, .weightDb = -2, .leaveOneOutDb = -1.5});
    diagnosis.hypotheses = {listed, {.cause = {u"account_hijacked"_s}, .probability = 0.12}};
    diagnosis.other = 0.1;
    diagnosis.twoCauses = 0.05;
    diagnosis.conflictBits = 0.4;
    diagnosis.urgent = CauseId{u"account_hijacked"_s};
    diagnosis.next = {{.fact = {u"web_works"_s},
                       .kind = FactKind::Question,
                       .informationBits = 0.25,
                       .costSeconds = 10,
                       .score = 0.006}};
    diagnosis.stop = StopReason::Value;
    diagnosis.suspicious = {{u"unrelated_domain"_s}};
    diagnosis.parties = {{Party::SenderProvider, 0.8}, {Party::Sender, 0.2}};
    return diagnosis;
}

Sample::Sample(const QString &name)
{
    const auto read = loadCase(dataPath(u"report/"_s + name + u"/case.json"_s));
    if (!read) {
        ADD_FAILURE() << read.error().detail.toStdString();
        return;
    }
    subject = *read;
    evidence = Evidence(subject.observations);
    for (const Observation &observation : answersOf(subject))
        evidence.add(observation);
    if (!evidence.all().empty())
        diagnosis = listedDiagnosis(evidence);
}

ReportSource Sample::source() const
{
    return {.subject = subject,
            .evidence = evidence,
            .knowledge = knowledge,
            .diagnosis = diagnosis,
            .words = words,
            .now = QDateTime(QDate(2026, 11, 22), QTime(11, 5, 30), QTimeZone("Asia/Tokyo")),
            .mail = mail,
            .hostName = hostName};
}

} // namespace todoku::test
