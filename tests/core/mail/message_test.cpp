// SPDX-License-Identifier: MIT
#include "core/mail/mbox.h"
#include "core/mail/message.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

const QByteArray twoParts
    = "From: a@example.jp\nContent-Type: multipart/mixed; boundary=\"x y\"\n\nskip\n"
      "--x y\nContent-Type: text/plain\n\nfirst\n--x y\n"
      "Content-Type: application/octet-stream; name*=utf-8''%E5%B1%8A.txt\n"
      "Content-Transfer-Encoding: base64\n\naGVsbG8=\n--x y--\nend\n";

} // namespace

TEST(Message, ReadsPartsTheirNamesAndBodies)
{
    const ParsedMessage message = parseMessage(twoParts);

    ASSERT_EQ(message.root.children.size(), 2U);
    EXPECT_EQ(message.root.children[0].text(), u"first"_s);
    EXPECT_EQ(message.root.children[1].decodedBody(), "hello");
    EXPECT_EQ(message.root.children[1].filename(), u"届.txt"_s);
    EXPECT_TRUE(message.defects.empty());
}

TEST(Message, ReadsEveryKindOfLineEnd)
{
    for (const QByteArray &end : {QByteArray("\r\n"), QByteArray("\r")}) {
        QByteArray bytes = twoParts;
        bytes.replace("\n", end);
        const ParsedMessage message = parseMessage(bytes);
        ASSERT_EQ(message.root.children.size(), 2U);
        EXPECT_EQ(message.root.children[0].text(), u"first"_s);
    }
}

TEST(Message, OffsetsPointIntoTheBytesGiven)
{
    const ParsedMessage message = parseMessage(twoParts);
    const MimePart &part = message.root.children[0];

    EXPECT_EQ(twoParts.mid(part.bodyBegin, part.end - part.bodyBegin), "first");
}

TEST(Message, NotesAMissingEndAndKeepsWhatIsThere)
{
    const ParsedMessage message = parseMessage(twoParts.first(twoParts.indexOf("base64")));

    ASSERT_EQ(message.root.children.size(), 2U);
    ASSERT_FALSE(message.defects.empty());
    EXPECT_EQ(message.defects.front().kind, Defect::Kind::UnterminatedPart);
}

TEST(Message, TextWithoutAHeaderIsOneTextPart)
{
    const ParsedMessage message = parseMessage("Reporting-MTA: dns; mx.example.jp\n\n550 no\n");

    EXPECT_TRUE(message.root.headers.fields().empty());
    EXPECT_TRUE(message.root.text().startsWith(u"Reporting-MTA"_s));
    EXPECT_EQ(message.defects.front().kind, Defect::Kind::NoHeader);
}

TEST(Mbox, SplitsAtFromLinesAfterAnEmptyLine)
{
    const QByteArray mbox = "From a Fri Nov 21 10:00:05 2025\nSubject: 1\n\nFrom here on\n\n"
                            "From b Fri Nov 21 10:00:06 2025\nSubject: 2\n\nx\n";

    EXPECT_EQ(splitMbox(mbox).size(), 2U);
}

} // namespace todoku
