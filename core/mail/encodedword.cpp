// SPDX-License-Identifier: MIT
#include "core/mail/encodedword.h"

#include "core/mail/charset.h"
#include "core/mail/transferencoding.h"

#include <QByteArray>

#include <optional>

namespace todoku {

namespace {

struct Word
{
    QByteArray charset;
    QByteArray bytes;
    qsizetype end = 0; // just after "?="
};

QByteArray decodeQ(QByteArrayView bytes)
{
    QByteArray text = bytes.toByteArray();
    text.replace('_', ' ');
    return decodeQuotedPrintable(text);
}

/** The encoded word that begins at @p at, where "=?" stands. */
std::optional<Word> wordAt(QByteArrayView value, qsizetype at)
{
    constexpr qsizetype longestCharset = 60;
    const qsizetype charsetEnd = value.indexOf('?', at + 2);
    if (charsetEnd < 0 || charsetEnd - at > longestCharset || charsetEnd + 2 >= value.size()
        || value[charsetEnd + 2] != '?')
        return std::nullopt;
    const qsizetype textBegin = charsetEnd + 3;
    const qsizetype end = value.indexOf("?=", textBegin);
    if (end < 0)
        return std::nullopt;
    QByteArray charset = value.sliced(at + 2, charsetEnd - at - 2).toByteArray().toLower();
    // RFC 2231 section 5: a language may follow the charset.
    if (const qsizetype star = charset.indexOf('*'); star >= 0)
        charset.truncate(star);
    const QByteArrayView text = value.sliced(textBegin, end - textBegin);
    switch (value[charsetEnd + 1]) {
    case 'B':
    case 'b':
        return Word{.charset = charset, .bytes = decodeBase64(text), .end = end + 2};
    case 'Q':
    case 'q':
        return Word{.charset = charset, .bytes = decodeQ(text), .end = end + 2};
    default:
        return std::nullopt;
    }
}

bool isBlank(QByteArrayView text)
{
    return text.toByteArray().trimmed().isEmpty();
}

class HeaderTextReader
{
public:
    explicit HeaderTextReader(QByteArrayView value)
        : m_value(value)
    {}

    QString read()
    {
        qsizetype from = 0;
        for (qsizetype at = m_value.indexOf("=?"); at >= 0; at = m_value.indexOf("=?", at)) {
            const auto word = wordAt(m_value, at);
            if (!word) {
                at += 2;
                continue;
            }
            takePlain(m_value.sliced(from, at - from));
            takeWord(*word);
            from = at = word->end;
        }
        flush();
        m_text += decodeText(m_value.sliced(from));
        return m_text;
    }

private:
    void takePlain(QByteArrayView between)
    {
        // RFC 2047 section 6.2: blanks between two encoded words are not shown.
        if (!m_charset.isEmpty() && isBlank(between))
            return;
        flush();
        m_text += decodeText(between);
    }

    void takeWord(const Word &word)
    {
        if (word.charset != m_charset)
            flush();
        m_charset = word.charset;
        m_bytes += word.bytes;
    }

    void flush()
    {
        m_text += decodeText(m_bytes, m_charset);
        m_bytes.clear();
        m_charset.clear();
    }

    QByteArrayView m_value;
    QString m_text;
    QByteArray m_charset;
    QByteArray m_bytes;
};

} // namespace

QString decodeHeaderText(QByteArrayView value)
{
    return HeaderTextReader(value).read();
}

} // namespace todoku
