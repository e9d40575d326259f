// SPDX-License-Identifier: MIT
#include "core/mail/charset.h"
#include "core/mail/encodedword.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

TEST(Charset, BelievesTheBytesMoreThanTheLabel)
{
    const QByteArray eucJp
        = QByteArray::fromHex("a5e1a1bca5eba4cfc6cfa4ade4dea4bba4f3"); // メールは届き…せん
    const QByteArray utf8 = u"メールは届きません"_s.toUtf8();

    EXPECT_TRUE(decodeText(eucJp, "iso-2022-jp").startsWith(u"メールは"_s));
    EXPECT_EQ(decodeText(utf8, "iso-2022-jp"), u"メールは届きません"_s);
}

TEST(Charset, ReadsIso2022JpUnderAnyLabel)
{
    const QByteArray jis = "\x1b$B%a!<%k\x1b(B ok";

    EXPECT_EQ(decodeText(jis, "us-ascii"), u"メール ok"_s);
}

TEST(Charset, ReadsWhatFitsNothingAsWindows1252)
{
    EXPECT_EQ(decodeText("caf\xe9", {}), u"café"_s);
}

TEST(EncodedWord, JoinsTheBytesOfNeighboursFirst)
{
    // A character cut in the middle: 届 = E5 B1 8A.
    EXPECT_EQ(decodeHeaderText("=?utf-8?B?5bE=?= =?utf-8?B?iuOBjw==?="), u"届く"_s);
}

TEST(EncodedWord, KeepsTextAroundAndBrokenWords)
{
    EXPECT_EQ(decodeHeaderText("Re: =?utf-8?Q?=E5=B1=8A?= x =?utf-8?Z?y?="),
              u"Re: 届 x =?utf-8?Z?y?="_s);
}

} // namespace todoku
