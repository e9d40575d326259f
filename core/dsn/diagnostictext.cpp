// SPDX-License-Identifier: MIT
#include "core/dsn/diagnostictext.h"

#include "core/dsn/replytext.h"

#include <algorithm>

namespace todoku {

namespace {

constexpr qsizetype longestText = 20'000;

QByteArray lowered(const QByteArray &bytes)
{
    // ASCII only, so that offsets stay the same.
    QByteArray lower = bytes;
    for (char &c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/** A mail address inside a word, with what encloses it, becomes "@". */
QString maskedWord(QStringView word)
{
    const qsizetype at = word.indexOf(u'@');
    if (at < 0)
        return word.toString();
    const auto belongs = [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u".-_+=%&'*!#$/?^`{|}~").contains(c);
    };
    qsizetype begin = at;
    while (begin > 0 && belongs(word[begin - 1]))
        --begin;
    qsizetype end = at + 1;
    while (end < word.size()
           && (word[end].isLetterOrNumber() || word[end] == u'.' || word[end] == u'-'))
        ++end;
    while (end > at + 1 && word[end - 1] == u'.')
        --end;
    return word.first(begin).toString() + u'@' + word.sliced(end).toString();
}

/** "550", "550-5.7.26", "5.7.26" as a word of its own. */
bool isCodeWord(QStringView word)
{
    if (word.endsWith(u'-') || word.endsWith(u':'))
        word.chop(1);
    if (isReplyCode(word))
        return true;
    if (isEnhancedStatus(word))
        return true;
    return word.size() > 4 && (word[3] == u'-' || word[3] == u'_') && isReplyCode(word.first(3))
           && isEnhancedStatus(word.sliced(4));
}

/** "550-The" begins a line of a multiline reply. */
QStringView withoutLinePrefix(QStringView word)
{
    const bool isPrefixed = word.size() > 4 && word[3] == u'-' && isReplyCode(word.first(3));
    return isPrefixed ? word.sliced(4) : word;
}

} // namespace

DiagnosticText DiagnosticText::of(QStringView text)
{
    const QString plain = text.first(std::min(text.size(), longestText)).toString().simplified();
    QString kept;
    kept.reserve(plain.size());
    for (const QStringView word : QStringView(plain).tokenize(u' ')) {
        if (isCodeWord(word))
            continue;
        if (!kept.isEmpty())
            kept += u' ';
        kept += maskedWord(withoutLinePrefix(word));
    }
    DiagnosticText result{.shown = kept.toUtf8()};
    result.lower = lowered(result.shown);
    return result;
}

DiagnosticText DiagnosticText::verbatim(QStringView text)
{
    DiagnosticText result{
        .shown = text.first(std::min(text.size(), longestText)).toString().simplified().toUtf8()};
    result.lower = lowered(result.shown);
    return result;
}

} // namespace todoku
