// SPDX-License-Identifier: MIT
#include "core/lab/smtpserversession.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

const QHostAddress client(u"203.0.113.25"_s);

LabServer mailHost()
{
    return {.name = u"mx.recipient.example"_s,
            .extensions = {"PIPELINING", "SIZE 1000", "8BITMIME"},
            .recipients = {{.address = u"suzuki@recipient.example"_s, .reply = "250 2.1.5 Ok"},
                           {.address = u"tanaka@recipient.example"_s,
                            .reply = "552 5.2.2 <{recipient}>: mailbox is full"}},
            .otherRecipients = "550 5.1.1 <{recipient}>: User unknown"};
}

LabClientRule refusal(LabClientRule::Stage stage)
{
    return {.stage = stage, .reply = "554 5.7.1 client [{client}] blocked by {host}"};
}

// Everything that the server says to @p input, which comes in pieces of @p piece octets.
QByteArray say(SmtpServerSession &session, const QByteArray &input, qsizetype piece = 1 << 20)
{
    QByteArray replies;
    for (qsizetype i = 0; i < input.size(); i += piece)
        replies += session.receive(input.mid(i, piece));
    return replies;
}

} // namespace

TEST(SmtpServerSession, TakesAMessageForARecipientItKnows)
{
    const LabServer server = mailHost();
    SmtpServerSession session(server, client, {});

    const QByteArray greeting = session.greeting();
    const QByteArray replies = say(session, "EHLO [203.0.113.25]\r\n"
                                            "MAIL FROM:<keiri@sender.example> SIZE=20\r\n"
                                            "RCPT TO:<Suzuki@Recipient.Example>\r\n"
                                            "DATA\r\nSubject: a\r\n\r\n..\r\n.\r\nQUIT\r\n");

    EXPECT_EQ(greeting, "220 mx.recipient.example ESMTP\r\n");
    EXPECT_EQ(replies, "250-mx.recipient.example\r\n"
                       "250-PIPELINING\r\n250-SIZE 1000\r\n250 8BITMIME\r\n"
                       "250 2.1.0 Ok\r\n"
                       "250 2.1.5 Ok\r\n"
                       "354 End with a line that holds one dot\r\n"
                       "250 2.0.0 Ok: taken and thrown away, this is a practice network\r\n"
                       "221 2.0.0 mx.recipient.example closing\r\n");
    EXPECT_TRUE(session.isOver());
}

TEST(SmtpServerSession, AnswersTheSameHoweverTheOctetsArrive)
{
    const LabServer server = mailHost();
    SmtpServerSession atOnce(server, client, {});
    SmtpServerSession oneByOne(server, client, {});
    const QByteArray input = "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<tanaka@recipient.example>\r\n"
                             "RCPT TO:<suzuki@recipient.example>\r\nDATA\r\nx\r\n.\r\nNOOP\r\n";

    EXPECT_EQ(say(atOnce, input), say(oneByOne, input, 1));
}

TEST(SmtpServerSession, RepliesByRecipient)
{
    const LabServer server = mailHost();
    SmtpServerSession session(server, client, {});
    say(session, "EHLO a\r\nMAIL FROM:<keiri@sender.example>\r\n");

    const QByteArray full = say(session, "RCPT TO:<tanaka@recipient.example>\r\n");
    const QByteArray unknown = say(session, "RCPT TO:<nobody@recipient.example>\r\n");
    const QByteArray noRecipient = say(session, "DATA\r\n");

    EXPECT_EQ(full, "552 5.2.2 <tanaka@recipient.example>: mailbox is full\r\n");
    EXPECT_EQ(unknown, "550 5.1.1 <nobody@recipient.example>: User unknown\r\n");
    EXPECT_EQ(noRecipient, "503 5.5.1 Bad sequence of commands\r\n");
}

TEST(SmtpServerSession, TurnsAClientAwayWhereItsRuleSays)
{
    const QByteArray refused
        = "554 5.7.1 client [203.0.113.25] blocked by mx.recipient.example\r\n";
    const LabServer server = mailHost();
    SmtpServerSession atGreeting(server, client, refusal(LabClientRule::Stage::Greeting));
    SmtpServerSession atMail(server, client, refusal(LabClientRule::Stage::Mail));
    SmtpServerSession atRecipient(server, client, refusal(LabClientRule::Stage::Recipient));
    say(atMail, "EHLO a\r\n");
    say(atRecipient, "EHLO a\r\nMAIL FROM:<>\r\n");

    EXPECT_EQ(atGreeting.greeting(), refused);
    EXPECT_EQ(say(atGreeting, "EHLO a\r\n"), "503 5.5.1 Bad sequence of commands\r\n");
    EXPECT_EQ(say(atGreeting, "QUIT\r\n"), "221 2.0.0 mx.recipient.example closing\r\n");
    EXPECT_EQ(say(atMail, "MAIL FROM:<>\r\n"), refused);
    EXPECT_EQ(say(atRecipient, "RCPT TO:<suzuki@recipient.example>\r\n"), refused);
}

TEST(SmtpServerSession, HoldsTheOrderOfCommands)
{
    const LabServer server = mailHost();
    SmtpServerSession session(server, client, {});
    const QByteArray outOfOrder = "503 5.5.1 Bad sequence of commands\r\n";

    EXPECT_EQ(say(session, "MAIL FROM:<a@b.example>\r\n"), outOfOrder);
    EXPECT_EQ(say(session, "RSET\r\nMAIL FROM:<a@b.example>\r\n"), "250 2.0.0 Ok\r\n" + outOfOrder);
    EXPECT_EQ(say(session, "HELO a\r\n"), "250 mx.recipient.example\r\n");
    EXPECT_EQ(say(session, "RCPT TO:<suzuki@recipient.example>\r\n"), outOfOrder);
    EXPECT_EQ(say(session, "MAIL FROM:<a@b.example>\r\nMAIL FROM:<a@b.example>\r\n"),
              "250 2.1.0 Ok\r\n" + outOfOrder);
}

TEST(SmtpServerSession, ReadsPathsAsTheyAreWritten)
{
    const LabServer server = mailHost();
    SmtpServerSession session(server, client, {});
    say(session, "EHLO a\r\n");
    const auto mail = [&](const QByteArray &path) {
        return say(session, "MAIL FROM:" + path + "\r\nRSET\r\n").first(3);
    };

    EXPECT_EQ(mail("<\"odd>name\"@sender.example>"), "250");
    EXPECT_EQ(mail(" <a@sender.example>"), "250");
    EXPECT_EQ(mail("<@relay.example:a@sender.example>"), "250");
    EXPECT_EQ(mail("a@sender.example"), "501");
    EXPECT_EQ(mail("<a@sender.example"), "501");
    EXPECT_EQ(mail("<a@sender.example>SIZE=1"), "501");
    EXPECT_EQ(mail("<" + QByteArray(300, 'a') + "@sender.example>"), "501");
    EXPECT_EQ(mail("<a@sender.example> BODY=8BITMIME"), "250");
    EXPECT_EQ(mail("<a@sender.example> SMTPUTF8"), "555");
    EXPECT_EQ(mail("<a@sender.example> SIZE=x"), "501");
    EXPECT_EQ(mail("<a@sender.example> SIZE=1001"), "552");
}

TEST(SmtpServerSession, RefusesAMessageOverItsSize)
{
    const LabServer server = mailHost();
    SmtpServerSession session(server, client, {});
    say(session, "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<suzuki@recipient.example>\r\nDATA\r\n");

    const QByteArray reply = say(session, QByteArray("0123456789\r\n").repeated(100) + ".\r\n");

    EXPECT_EQ(reply, "552 5.3.4 Message size exceeds fixed limit\r\n");
    EXPECT_FALSE(session.isOver());
}

TEST(SmtpServerSession, LeavesAClientThatSendsWithoutEnd)
{
    const LabServer server = mailHost();
    SmtpServerSession session(server, client, {});
    say(session, "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<suzuki@recipient.example>\r\nDATA\r\n");

    const QByteArray reply = say(session, QByteArray(900, 'x').append("\r\n").repeated(2000));

    EXPECT_EQ(reply, "421 4.3.4 mx.recipient.example Message far over the limit\r\n");
    EXPECT_TRUE(session.isOver());
}

TEST(SmtpServerSession, TakesNoLineForTwo)
{
    const LabServer server = mailHost();
    SmtpServerSession session(server, client, {});
    const QByteArray tooLong(SmtpServerSession::maxCommandLine + 1, 'x');

    EXPECT_EQ(say(session, tooLong), "");
    EXPECT_EQ(say(session, tooLong + "\r\nNOOP\r\n"),
              "500 5.5.2 Line too long\r\n250 2.0.0 Ok\r\n");
    EXPECT_EQ(say(session, "NOOP\nNOOP\n"), "") << "a bare line feed ends no line";
}

TEST(SmtpServerSession, BoundsRecipientsMistakesAndCommands)
{
    const LabServer server = mailHost();
    SmtpServerSession recipients(server, client, {});
    SmtpServerSession mistakes(server, client, {});
    SmtpServerSession commands(server, client, {});
    say(recipients, "EHLO a\r\nMAIL FROM:<>\r\n");
    say(recipients, QByteArray("RCPT TO:<suzuki@recipient.example>\r\n")
                        .repeated(SmtpServerSession::maxRecipients));

    EXPECT_EQ(say(recipients, "RCPT TO:<suzuki@recipient.example>\r\n"),
              "452 4.5.3 Too many recipients\r\n");
    EXPECT_TRUE(say(mistakes, QByteArray("\x01\xff?\r\n").repeated(100))
                    .endsWith("421 4.7.0 mx.recipient.example Too many errors\r\n"));
    EXPECT_TRUE(mistakes.isOver());
    EXPECT_TRUE(say(commands, QByteArray("NOOP\r\n").repeated(2000))
                    .endsWith("421 4.7.0 mx.recipient.example Too many commands\r\n"));
    EXPECT_TRUE(commands.isOver());
}

TEST(SmtpServerSession, FillsNothingIntoWhatTheClientSaid)
{
    const LabServer server = mailHost();
    SmtpServerSession session(server, client, {});
    say(session, "EHLO a\r\nMAIL FROM:<>\r\n");

    const QByteArray reply = say(session, "RCPT TO:<{client}@recipient.example>\r\n");

    EXPECT_EQ(reply, "550 5.1.1 <{client}@recipient.example>: User unknown\r\n");
}

} // namespace todoku
