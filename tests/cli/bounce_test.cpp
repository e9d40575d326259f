// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/paths.h"

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

QString bounceFile(const QString &name)
{
    return dataPath(u"bounces/"_s + name);
}

QByteArray asMbox(const QStringList &names)
{
    QByteArray mbox;
    for (const QString &name : names)
        mbox += "From MAILER-DAEMON Tue Nov 17 00:00:00 2026\n" + readFile(bounceFile(name)) + "\n";
    return mbox;
}

// The first recipient's reason of each mail of an array.
QStringList reasonsIn(const nlohmann::json &mails)
{
    QStringList reasons;
    for (const nlohmann::json &mail : mails) {
        for (const nlohmann::json &recipient : mail.at("recipients"))
            reasons.append(QString::fromStdString(recipient.at("reason").get<std::string>()));
    }
    return reasons;
}

const QString listed = u"postfix-listed.eml"_s;
const QString full = u"postfix-mailbox-full.eml"_s;
const QString ordinary = u"ordinary-mail.eml"_s;

} // namespace

TEST(BounceCommand, GivesAnObjectAFileInTheirOrder)
{
    const ProgramRun run = runProgram(
        {u"bounce"_s, u"--json"_s, bounceFile(full), bounceFile(ordinary), bounceFile(listed)});

    const nlohmann::json mails = run.json();
    EXPECT_EQ(run.status, 1);
    ASSERT_EQ(mails.size(), 3U);
    EXPECT_EQ(mails[0].at("file"), bounceFile(full).toStdString());
    EXPECT_EQ(mails[1].at("kind"), "not_a_bounce");
    EXPECT_EQ(mails[2].at("recipients")[0].at("blocklist").at("object"), "ip");
    EXPECT_TRUE(run.err.isEmpty()) << run.err.toStdString();
}

TEST(BounceCommand, HoldsEveryMemberOfTheContract)
{
    const nlohmann::json mail
        = runProgram({u"bounce"_s, u"--json"_s, bounceFile(listed)}).json()[0];

    for (const char *member :
         {"file", "kind", "reporting_mta", "message_id", "subject", "recipients"})
        EXPECT_TRUE(mail.contains(member)) << member;
    for (const char *member : {"recipient", "original_recipient", "reason", "status", "reply_code",
                               "action", "command", "remote_mta", "diagnostic", "actors", "hard",
                               "confidence", "blocklist", "signature", "title", "advice"})
        EXPECT_TRUE(mail.at("recipients")[0].contains(member)) << member;
    for (const char *member : {"name", "zone", "object", "value", "list_state", "resolver_fault"})
        EXPECT_TRUE(mail.at("recipients")[0].at("blocklist").contains(member)) << member;
}

TEST(BounceCommand, WhatTheMailDoesNotCarryIsNull)
{
    const ProgramRun run = runProgram({u"bounce"_s, u"--json"_s},
                                      "550 5.1.1 <taro@recipient.example>: user unknown\n");

    const nlohmann::json mail = run.json().at(0);
    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(mail.at("file"), "-");
    EXPECT_TRUE(mail.at("subject").is_null());
    EXPECT_TRUE(mail.at("message_id").is_null());
    EXPECT_TRUE(mail.at("recipients")[0].at("blocklist").is_null());
    EXPECT_TRUE(mail.at("recipients")[0].at("remote_mta").is_null());
    EXPECT_EQ(mail.at("recipients")[0].at("reply_code"), 550);
}

TEST(BounceCommand, ReadsStandardInputWhetherNamedOrNot)
{
    const QByteArray mail = readFile(bounceFile(listed));

    const ProgramRun named = runProgram({u"bounce"_s, u"-"_s, u"--json"_s}, mail);
    const ProgramRun silent = runProgram({u"bounce"_s, u"--json"_s}, mail);

    EXPECT_EQ(named.status, 1);
    EXPECT_EQ(named.out, silent.out);
    EXPECT_EQ(named.json().size(), 1U);
}

TEST(BounceCommand, ReadsEveryMailOfAnMbox)
{
    const QTemporaryDir folder;
    const QString mbox = writeFile(folder.filePath(u"mbox"_s), asMbox({listed, full, listed}));

    const nlohmann::json together = runProgram({u"bounce"_s, u"--json"_s, mbox}).json();
    const nlohmann::json apart = runProgram({u"bounce"_s, u"--json"_s, bounceFile(listed),
                                             bounceFile(full), bounceFile(listed)})
                                     .json();

    ASSERT_EQ(together.size(), 3U);
    EXPECT_EQ(reasonsIn(together), reasonsIn(apart));
}

TEST(BounceCommand, ReadsAMaildirNewAndCur)
{
    const QTemporaryDir folder;
    for (const QString &name : {u"new"_s, u"cur"_s, u"tmp"_s})
        ASSERT_TRUE(QDir(folder.path()).mkdir(name));
    writeFile(folder.filePath(u"new/1700000000.a.host"_s), readFile(bounceFile(listed)));
    writeFile(folder.filePath(u"cur/1700000001.b.host:2,S"_s), readFile(bounceFile(full)));
    writeFile(folder.filePath(u"tmp/half"_s), readFile(bounceFile(full)));

    const nlohmann::json mails = runProgram({u"bounce"_s, u"--json"_s, folder.path()}).json();

    EXPECT_EQ(mails.size(), 2U); // what is in tmp is not delivered yet
}

TEST(BounceCommand, GivesALineAMail)
{
    const ProgramRun run = runProgram({u"bounce"_s, u"--ndjson"_s}, asMbox({listed, full}));

    const QByteArrayList lines = run.out.trimmed().split('\n');
    ASSERT_EQ(lines.size(), 2);
    for (const QByteArray &line : lines) {
        const auto mail = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
        ASSERT_TRUE(mail.is_object()) << line.toStdString();
        EXPECT_EQ(mail.at("kind"), "bounce");
    }
}

TEST(BounceCommand, SpeaksBothLanguages)
{
    const nlohmann::json title = runProgram({u"bounce"_s, u"--json"_s, bounceFile(full)})
                                     .json()
                                     .at(0)
                                     .at("recipients")[0]
                                     .at("title");

    const ProgramRun japanese = runProgram({u"bounce"_s, bounceFile(full), u"--lang"_s, u"ja"_s});
    const ProgramRun english = runProgram({u"bounce"_s, bounceFile(full), u"--lang=en"_s});

    EXPECT_TRUE(japanese.out.contains(title.at("ja").get<std::string>().c_str()));
    EXPECT_TRUE(english.out.contains(title.at("en").get<std::string>().c_str()));
    EXPECT_FALSE(english.out.contains(title.at("ja").get<std::string>().c_str()));
}

TEST(BounceCommand, TheStatusSaysWhetherThereIsAProblem)
{
    EXPECT_EQ(runProgram({u"bounce"_s, bounceFile(listed)}).status, 1);
    EXPECT_EQ(runProgram({u"bounce"_s, bounceFile(u"delay-warning.eml"_s)}).status, 1);
    EXPECT_EQ(runProgram({u"bounce"_s, bounceFile(ordinary)}).status, 0);
    EXPECT_EQ(runProgram({u"bounce"_s, bounceFile(u"delivered-report.eml"_s)}).status, 0);
    EXPECT_EQ(runProgram({u"bounce"_s, bounceFile(u"autoreply.eml"_s)}).status, 0);
}

TEST(BounceCommand, AMissingFileIsNamedAndTheOthersAreStillRead)
{
    const QString missing = u"/nonexistent/bounce.eml"_s;

    const ProgramRun run = runProgram({u"bounce"_s, u"--json"_s, missing, bounceFile(listed)});

    EXPECT_EQ(run.status, 65);
    EXPECT_TRUE(run.err.contains(missing.toUtf8())) << run.err.toStdString();
    EXPECT_EQ(run.json().size(), 1U);
}

TEST(BounceCommand, ForeignTextCannotSteerTheTerminal)
{
    const ProgramRun run
        = runProgram({u"bounce"_s}, "Subject: Undelivered\r\nFrom: MAILER-DAEMON@a.example\r\n\r\n"
                                    "550 5.1.1 <taro@recipient.example>: \x1b[2Juser unknown\r\n");

    EXPECT_EQ(run.status, 1);
    EXPECT_TRUE(run.out.contains("user unknown"));
    EXPECT_FALSE(run.out.contains('\x1b'));
}

} // namespace todoku::test
