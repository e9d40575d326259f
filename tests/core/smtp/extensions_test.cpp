// SPDX-License-Identifier: MIT
#include "core/smtp/extensions.h"

#include <gtest/gtest.h>

namespace todoku {

static SmtpExtensions extensionsOf(const QByteArrayList &lines)
{
    return SmtpExtensions::fromEhlo({.code = 250, .lines = lines});
}

TEST(SmtpExtensions, AreReadWhateverTheirCase)
{
    const auto extensions = extensionsOf({"mx.example.test hello", "size 35882577", "StartTLS",
                                          "8BITMIME", "SMTPUTF8", "PIPELINING"});

    EXPECT_EQ(extensions.greetedAs, "mx.example.test hello");
    EXPECT_EQ(extensions.maxSize(), 35882577);
    EXPECT_TRUE(extensions.offersStartTls());
    EXPECT_TRUE(extensions.takesUtf8Addresses());
    EXPECT_TRUE(extensions.has("PIPELINING"));
    EXPECT_FALSE(extensions.has("CHUNKING"));
}

TEST(SmtpExtensions, KnowAuthInBothSpellings)
{
    const auto extensions
        = extensionsOf({"mx", "AUTH plain CRAM-MD5", "AUTH=LOGIN PLAIN", "AUTH XOAUTH2"});

    EXPECT_EQ(extensions.authMechanisms(),
              (QByteArrayList{"PLAIN", "CRAM-MD5", "LOGIN", "XOAUTH2"}));
}

TEST(SmtpExtensions, SayNoLimitWhereNoneIsSaid)
{
    EXPECT_FALSE(extensionsOf({"mx"}).maxSize());
    EXPECT_FALSE(extensionsOf({"mx", "SIZE"}).maxSize());
    EXPECT_FALSE(extensionsOf({"mx", "SIZE 0"}).maxSize());
    EXPECT_FALSE(extensionsOf({"mx", "SIZE many"}).maxSize());
    EXPECT_FALSE(extensionsOf({}).maxSize());
}

} // namespace todoku
