// SPDX-License-Identifier: MIT
#include "core/mail/transferencoding.h"

namespace todoku {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

int base64Value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == '+')
        return 62;
    return c == '/' ? 63 : -1;
}

/** Where the line goes on after a soft line break at @p at ("=", blanks, line end), or -1. */
qsizetype afterSoftBreak(QByteArrayView bytes, qsizetype at)
{
    qsizetype next = at + 1;
    while (next < bytes.size() && (bytes[next] == ' ' || bytes[next] == '\t'))
        ++next;
    if (next == bytes.size())
        return next;
    if (bytes[next] == '\n')
        return next + 1;
    if (bytes[next] != '\r')
        return -1;
    const bool hasLineFeed = next + 1 < bytes.size() && bytes[next + 1] == '\n';
    return next + (hasLineFeed ? 2 : 1);
}

} // namespace

QByteArray decodeQuotedPrintable(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size();) {
        if (bytes[i] != '=') {
            out.append(bytes[i++]);
            continue;
        }
        const int high = i + 1 < bytes.size() ? hexValue(bytes[i + 1]) : -1;
        const int low = i + 2 < bytes.size() ? hexValue(bytes[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            out.append(static_cast<char>(high * 16 + low));
            i += 3;
            continue;
        }
        const qsizetype next = afterSoftBreak(bytes, i);
        if (next < 0)
            out.append('=');
        i = next < 0 ? i + 1 : next;
    }
    return out;
}

QByteArray decodeBase64(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size() * 3 / 4 + 3);
    unsigned int bits = 0;
    int held = 0;
    for (const char c : bytes) {
        if (c == '=') {
            held = 0;
            bits = 0;
            continue;
        }
        const int value = base64Value(c);
        if (value < 0)
            continue;
        bits = (bits << 6U) | static_cast<unsigned int>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            out.append(static_cast<char>((bits >> static_cast<unsigned int>(held)) & 0xffU));
        }
    }
    return out;
}

QByteArray decodeTransfer(QByteArrayView bytes, QByteArrayView encoding)
{
    const QByteArray name = encoding.toByteArray().trimmed().toLower();
    if (name == "base64")
        return decodeBase64(bytes);
    if (name == "quoted-printable")
        return decodeQuotedPrintable(bytes);
    return bytes.toByteArray();
}

} // namespace todoku
