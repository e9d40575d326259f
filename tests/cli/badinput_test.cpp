// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/paths.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

QByteArray listedBounce()
{
    return readFile(dataPath(u"bounces/postfix-listed.eml"_s));
}

QByteArray rubbish(qsizetype size)
{
    QRandomGenerator generator(20261122);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &c : bytes)
        c = static_cast<char>(generator.bounded(256));
    return bytes;
}

QByteArray withLineEnds(QByteArray mail, const QByteArray &end)
{
    return mail.replace("\r\n", "\n").replace("\n", end);
}

} // namespace

class BadBounce : public testing::Test
{
protected:
    ProgramRun read(const QByteArray &bytes)
    {
        path = writeFile(m_folder.filePath(u"bounce.eml"_s), bytes);
        return runProgram({u"bounce"_s, u"--json"_s, path});
    }

    QString path;

private:
    QTemporaryDir m_folder;
};

TEST_F(BadBounce, ThatIsEmptyIsNamed)
{
    for (const QByteArray &nothing : {QByteArray(), QByteArray(" \r\n\n\t")}) {
        const ProgramRun run = read(nothing);

        EXPECT_EQ(run.status, 65);
        EXPECT_TRUE(run.err.contains(path.toUtf8())) << run.err.toStdString();
        EXPECT_EQ(run.json(), nlohmann::json::array());
    }
}

TEST_F(BadBounce, OfBinaryRubbishIsNone)
{
    const ProgramRun run = read(rubbish(1 << 20));

    EXPECT_EQ(run.status, 0);
    ASSERT_EQ(run.json().size(), 1U);
    EXPECT_EQ(run.json()[0].at("kind"), "not_a_bounce");
}

TEST_F(BadBounce, OfZeroOctetsOnlyIsNone)
{
    EXPECT_EQ(read(QByteArray(100'000, '\0')).json().at(0).at("kind"), "not_a_bounce");
}

TEST_F(BadBounce, Of50MegabytesIsReadFromItsBeginning)
{
    const QByteArray line = "a line of the message that was sent, as the server returned it\r\n";
    const QByteArray mail = listedBounce();
    const ProgramRun run = read(mail + line.repeated((50 << 20) / line.size()));

    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(run.json().at(0).at("recipients").at(0).at("reply_code"), 554);
    EXPECT_LT(run.elapsedMs, 5000);
}

TEST_F(BadBounce, Of50MegabytesWithoutALineEndEnds)
{
    const ProgramRun run
        = read("Subject: Undelivered Mail Returned to Sender\n\n" + QByteArray(50 << 20, 'a'));

    EXPECT_GE(run.status, 0);
    EXPECT_EQ(run.json().size(), 1U);
    EXPECT_LT(run.elapsedMs, 5000);
}

TEST_F(BadBounce, ThatIsCutOffGivesWhatIsThere)
{
    const QByteArray mail = listedBounce();
    const nlohmann::json whole = read(mail).json().at(0).at("recipients").at(0);
    constexpr qsizetype parts = 9;
    for (qsizetype part = 1; part < parts; ++part) {
        const ProgramRun run = read(mail.left(mail.size() * part / parts));

        EXPECT_TRUE(run.status == 0 || run.status == 1) << part;
        const nlohmann::json mails = run.json();
        for (const nlohmann::json &recipient : mails.at(0).at("recipients")) {
            // What is not there yet is null; nothing is made up for it.
            for (const char *member : {"reply_code", "status"})
                EXPECT_TRUE(recipient.at(member).is_null()
                            || recipient.at(member) == whole.at(member))
                    << part << ' ' << recipient.at(member);
        }
    }
}

TEST_F(BadBounce, WithOtherLineEndsIsTheSame)
{
    const nlohmann::json wanted = read(withLineEnds(listedBounce(), "\n")).json().at(0);
    for (const QByteArray &end : {QByteArray("\r"), QByteArray("\r\n")}) {
        const ProgramRun run = read(withLineEnds(listedBounce(), end));

        EXPECT_EQ(run.status, 1);
        EXPECT_EQ(run.json().at(0).at("recipients"), wanted.at("recipients"))
            << (end.size() == 1 ? "CR" : "CR LF");
    }
}

TEST_F(BadBounce, InAnMboxOfCarriageReturnsIsFound)
{
    const QByteArray mbox = "From MAILER-DAEMON Tue Nov 17 00:00:00 2026\n" + listedBounce()
                            + "\nFrom MAILER-DAEMON Tue Nov 17 00:00:01 2026\n" + listedBounce();

    EXPECT_EQ(read(withLineEnds(mbox, "\n")).json().size(), 2U);
    EXPECT_EQ(read(withLineEnds(mbox, "\r\n")).json().size(), 2U);
    EXPECT_EQ(read(withLineEnds(mbox, "\r")).json().size(), 2U);
}

TEST_F(BadBounce, OfAnMboxOfManyMailsIsReadInFull)
{
    constexpr int count = 2000;
    const QByteArray mail = "From MAILER-DAEMON Tue Nov 17 00:00:00 2026\n"
                            "From: MAILER-DAEMON@a.example\nSubject: Undelivered\n\n"
                            "550 5.1.1 <taro@recipient.example>: user unknown\n\n";

    const ProgramRun run = runProgram({u"bounce"_s, u"--ndjson"_s}, mail.repeated(count));

    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(run.out.count('\n'), count);
    EXPECT_LT(run.elapsedMs, 5000);
}

TEST_F(BadBounce, InAWrongEncodingStaysReadable)
{
    // UTF-8 that is called ISO-2022-JP, and octets that are no text in any of the two.
    const QByteArray mail = "From: MAILER-DAEMON@a.example\r\n"
                            "Subject: =?ISO-2022-JP?B?gqCCog==?=\r\n"
                            "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n"
                            "\xe5\xae\x9b\xe5\x85\x88\xff\xfe\r\n"
                            "550 5.1.1 <taro@recipient.example>: user unknown\r\n";

    const ProgramRun run = read(mail);

    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(run.json().at(0).at("recipients").at(0).at("reply_code"), 550);
}

TEST_F(BadBounce, WithPartsInPartsWithoutEndIsEndured)
{
    QByteArray mail = "From: MAILER-DAEMON@a.example\r\nSubject: Undelivered\r\n";
    for (int i = 0; i < 2000; ++i)
        mail += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\r\n\r\n--b"
                + QByteArray::number(i) + "\r\n";
    const ProgramRun run = read(mail + "\r\n550 5.1.1 <taro@recipient.example>: unknown\r\n");

    EXPECT_GE(run.status, 0);
    EXPECT_EQ(run.json().size(), 1U);
    EXPECT_LT(run.elapsedMs, 5000);
}

TEST_F(BadBounce, ThatIsAFolderWithoutMailIsNamed)
{
    const QTemporaryDir empty;

    const ProgramRun run = runProgram({u"bounce"_s, empty.path()});

    EXPECT_EQ(run.status, 65);
    EXPECT_TRUE(run.err.contains(empty.path().toUtf8()));
}

} // namespace todoku::test
