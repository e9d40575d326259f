// SPDX-License-Identifier: MIT
#include "core/mail/charset.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace todoku {

namespace {

constexpr char escape = '\x1b';

// Labels whose usual content is a superset of what the label stands for: Japanese systems write
// NEC row 13 (①, ㈱) under "Shift_JIS", Korean and Chinese ones their Windows sets.
constexpr std::array<std::pair<const char *, const char *>, 12> aliases{{
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"cp932", "windows-31j"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"cp50221", "iso-2022-jp"},
}};

QByteArray canonicalName(QByteArrayView declared)
{
    QByteArray name = declared.toByteArray().trimmed().toLower();
    name.replace('"', "").replace('\'', "");
    const auto *const found
        = std::ranges::find_if(aliases, [&name](const auto &alias) { return name == alias.first; });
    return found == aliases.end() ? name : QByteArray(found->second);
}

bool isAscii(QByteArrayView bytes)
{
    return std::ranges::none_of(
        bytes, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

bool hasJisEscape(QByteArrayView bytes)
{
    const qsizetype at = bytes.indexOf(escape);
    if (at < 0)
        return false;
    return bytes.contains("\x1b$") || bytes.contains("\x1b(");
}

/** The text, if the decoder exists and every byte fits. */
std::optional<QString> decodeExactly(QByteArrayView bytes, const char *name)
{
    QStringDecoder decoder(name, QStringDecoder::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
        return std::nullopt;
    return text;
}

QString decodeLoosely(QByteArrayView bytes, const char *name)
{
    QStringDecoder decoder(name, QStringDecoder::Flag::Stateless);
    return decoder.isValid() ? QString(decoder.decode(bytes)) : QString::fromLatin1(bytes);
}

/** How much a text looks like Japanese that someone wrote: kana for it, half-width kana against. */
int japaneseScore(const QString &text)
{
    int score = 0;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit >= 0x3041 && unit <= 0x30fe)
            score += 3;
        else if (unit >= 0x4e00 && unit <= 0x9fff)
            score += 1;
        else if (unit >= 0xff61 && unit <= 0xff9f)
            score -= 2;
    }
    return score;
}

std::optional<QString> guessJapanese(QByteArrayView bytes)
{
    std::optional<QString> best;
    int bestScore = 0;
    for (const char *name : {"EUC-JP", "windows-31j"}) {
        auto text = decodeExactly(bytes, name);
        if (!text)
            continue;
        const int score = japaneseScore(*text);
        if (score > bestScore) {
            bestScore = score;
            best = std::move(text);
        }
    }
    return best;
}

std::optional<QString> decodeByMark(QByteArrayView bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        return QString::fromUtf8(bytes.sliced(3));
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return decodeLoosely(bytes, "UTF-16");
    return std::nullopt;
}

/** The declared name, unless it cannot be true of bytes that have the eighth bit set. */
QByteArray believableName(const QByteArray &name)
{
    const bool isSevenBit = name == "us-ascii" || name == "ascii" || name.startsWith("iso-2022-");
    return isSevenBit || name == "utf-8" || name == "utf8" ? QByteArray() : name;
}

QString decodeEightBit(QByteArrayView bytes, const QByteArray &name)
{
    // UTF-8 proves itself: other text is hardly ever valid UTF-8 by chance.
    if (auto text = decodeExactly(bytes, "UTF-8"))
        return *text;
    const QByteArray believed = believableName(name);
    if (!believed.isEmpty() && !believed.startsWith("windows-125")) {
        if (auto text = decodeExactly(bytes, believed.constData()))
            return *text;
    }
    if (auto text = guessJapanese(bytes))
        return *text;
    if (!believed.isEmpty())
        return decodeLoosely(bytes, believed.constData());
    if (name == "utf-8" || name == "utf8")
        return QString::fromUtf8(bytes);
    return decodeLoosely(bytes, "windows-1252");
}

} // namespace

QString decodeText(QByteArrayView bytes, QByteArrayView declaredCharset)
{
    if (auto text = decodeByMark(bytes))
        return *text;
    const QByteArray name = canonicalName(declaredCharset);
    if (name.startsWith("utf-16") || name.startsWith("utf-32") || name == "utf-7")
        return decodeLoosely(bytes, name.constData());
    const bool ascii = isAscii(bytes);
    if (ascii && hasJisEscape(bytes))
        return decodeLoosely(bytes, "ISO-2022-JP");
    if (ascii)
        return QString::fromLatin1(bytes);
    return decodeEightBit(bytes, name);
}

} // namespace todoku
