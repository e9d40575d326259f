// SPDX-License-Identifier: MIT
#include "core/dsn/readbounces.h"
#include "tables.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

QByteArray sample()
{
    return readFile(dataPath(u"bounces/postfix-no-such-user.eml"_s));
}

BounceKind kindOf(const QByteArray &bytes)
{
    const auto bounces = readBounces(bytes, bounceTables());
    return bounces.empty() ? BounceKind::NotABounce : bounces.front().kind;
}

} // namespace

TEST(BadBounce, EmptyAndBlankInputIsNoBounce)
{
    EXPECT_EQ(kindOf(""), BounceKind::NotABounce);
    EXPECT_EQ(kindOf("\r\n\r\n  \n"), BounceKind::NotABounce);
}

TEST(BadBounce, BinaryInputIsNoBounce)
{
    QByteArray bytes;
    quint32 state = 1;
    for (int i = 0; i < 1'000'000; ++i) {
        state = state * 1'664'525U + 1'013'904'223U;
        bytes.append(static_cast<char>(state >> 24U));
    }

    EXPECT_EQ(kindOf(bytes), BounceKind::NotABounce);
}

TEST(BadBounce, FiftyMegabytesAreReadFromTheReport)
{
    QByteArray bytes = sample();
    bytes += QByteArray(50'000'000, 'x');

    const auto bounces = readBounces(bytes, bounceTables());

    ASSERT_EQ(bounces.size(), 1U);
    EXPECT_EQ(bounces.front().recipients.front().recipient, u"suzuki@example.jp"_s);
}

TEST(BadBounce, EveryTruncationIsReadWithoutACrash)
{
    const QByteArray whole = sample();
    int found = 0;
    for (qsizetype size = 0; size < whole.size(); size += 7)
        found += kindOf(whole.first(size)) == BounceKind::NotABounce ? 0 : 1;

    EXPECT_GT(found, 50);
}

TEST(BadBounce, LineEndsMakeNoDifference)
{
    QByteArray crlf = sample();
    crlf.replace("\n", "\r\n");
    QByteArray cr = sample();
    cr.replace('\n', '\r');
    const auto expected = readBounces(sample(), bounceTables()).front().recipients;

    EXPECT_EQ(readBounces(crlf, bounceTables()).front().recipients, expected);
    EXPECT_EQ(readBounces(cr, bounceTables()).front().recipients, expected);
}

TEST(BadBounce, AnMboxGivesABounceAMail)
{
    const QByteArray from = "From MAILER-DAEMON Fri Nov 21 10:00:05 2025\n";
    const QByteArray mbox = from + sample() + "\n\n" + from + sample();

    EXPECT_EQ(readBounces(mbox, bounceTables()).size(), 2U);
}

TEST(BadBounce, NestedPartsEndAtTheLimit)
{
    QByteArray bytes = "From: MAILER-DAEMON@example.jp\nSubject: Undelivered Mail\n";
    for (int i = 0; i < 2'000; ++i) {
        const QByteArray boundary = "b" + QByteArray::number(i);
        bytes += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }

    EXPECT_EQ(kindOf(bytes), BounceKind::NotABounce);
}

TEST(BadBounce, OrdinaryMailIsNoBounce)
{
    EXPECT_EQ(kindOf("From: Tanaka <tanaka@example.jp>\nTo: suzuki@example.jp\nSubject: Lunch\n\n"
                     "Shall we meet at 550 Main Street? My mailbox full of cats says hello.\n"),
              BounceKind::NotABounce);
}

} // namespace todoku::test
