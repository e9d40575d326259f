// SPDX-License-Identifier: MIT
#include "core/dsn/replytext.h"

#include <QHostAddress>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr qsizetype longestText = 20'000;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isSmtpCode(QStringView word)
{
    // RFC 5321 section 4.2.1: the second digit is 0 to 5; a few servers go on to 7.
    return word.size() == 3 && isReplyCode(word) && word[1] <= u'7';
}

QStringView withoutPunctuation(QStringView word)
{
    static constexpr QStringView opening = u"'\"([<#{:=";
    static constexpr QStringView closing = u"'\")]>,;:}.";
    while (!word.isEmpty() && opening.contains(word.front()))
        word = word.sliced(1);
    while (!word.isEmpty() && closing.contains(word.back()))
        word.chop(1);
    return word;
}

/** A word that can hold a reply code, and the status glued to it ("550-5.1.1"). */
struct CodeWord
{
    QStringView code;
    QStringView status;
};

CodeWord splitCodeWord(QStringView word)
{
    if (const qsizetype semicolon = word.indexOf(u';');
        semicolon >= 0 && semicolon < word.size() - 1)
        word = word.sliced(semicolon + 1);
    // "…in 840 minutes.<421 4.4.2 …>": the cause in brackets, glued to the sentence.
    if (const qsizetype bracket = word.lastIndexOf(u'<'); bracket > 0)
        word = word.sliced(bracket);
    word = withoutPunctuation(word);
    if (word.size() == 3 && isSmtpCode(word))
        return {.code = word, .status = {}};
    if (word.size() < 4 || !isSmtpCode(word.first(3)))
        return {};
    const QChar separator = word[3];
    if (separator != u'-' && separator != u'_' && separator != u':' && separator != u'=')
        return {};
    const QStringView rest = withoutPunctuation(word.sliced(4));
    return {.code = word.first(3), .status = isEnhancedStatus(rest) ? rest : QStringView()};
}

/** A word, and the one before it in the same line (empty for the first). */
struct Word
{
    QStringView text;
    QStringView previous;
};

/** Whether what stands before a number says that a reply follows. */
bool introducesReply(const Word &found)
{
    const QStringView previous = found.previous;
    const QStringView word = found.text;
    static const std::array words{u"said"_s,     u"<<<"_s,    u"error"_s, u"code"_s,
                                  u"returned"_s, u"reason"_s, u"was"_s,   u"responsecode"_s,
                                  u"response"_s, u"smtp"_s,   u"->"_s,    u"replied"_s};
    if (previous.isEmpty() || previous == u"<<<" || previous.endsWith(u':')
        || previous.endsWith(u';') || previous.endsWith(u"..."))
        return true;
    if (word.startsWith(u'\'') || word.startsWith(u'"') || word.startsWith(u'#')
        || word.startsWith(u'[') || word.startsWith(u'<') || word.startsWith(u':'))
        return true;
    const QStringView bare = withoutPunctuation(previous);
    return std::ranges::any_of(words, [bare](const QString &known) {
        return bare.compare(known, Qt::CaseInsensitive) == 0;
    });
}

struct FoundReply
{
    int code = 0;
    QStringView status;
};

std::vector<Word> wordsOf(QStringView text)
{
    std::vector<Word> words;
    for (const QStringView line : text.tokenize(u'\n')) {
        QStringView previous;
        for (const QStringView word : line.tokenize(u' ', Qt::SkipEmptyParts)) {
            words.push_back({.text = word, .previous = previous});
            previous = word;
        }
    }
    return words;
}

/** The status in a word such as "(#5.1.1)", even if text is glued to its bracket. */
QStringView statusIn(QStringView word)
{
    QStringView plain = withoutPunctuation(word);
    if (const qsizetype bracket = plain.indexOf(word.startsWith(u'[') ? u']' : u')'); bracket > 0)
        plain = plain.first(bracket);
    return isEnhancedStatus(plain) ? plain : QStringView();
}

struct FoundCodes
{
    std::vector<FoundReply> replies;
    QStringView looseStatus;
};

FoundCodes findCodes(QStringView text)
{
    FoundCodes found;
    const auto words = wordsOf(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Word &word = words[i];
        if (found.looseStatus.isEmpty())
            found.looseStatus = statusIn(word.text);
        CodeWord code = splitCodeWord(word.text);
        if (code.code.isEmpty())
            continue;
        if (code.status.isEmpty() && i + 1 < words.size())
            code.status = statusIn(words[i + 1].text);
        const bool isPositive = code.code.startsWith(u'2');
        if (isPositive ? code.status.isEmpty() : code.status.isEmpty() && !introducesReply(word))
            continue;
        // "554 <a@b>... 550 Host unknown": the inner reply is the cause, the outer the summary.
        if (word.previous.endsWith(u"...") && !found.replies.empty())
            found.replies.pop_back();
        found.replies.push_back({.code = code.code.toInt(), .status = code.status});
    }
    return found;
}

const FoundReply &chooseReply(const std::vector<FoundReply> &replies)
{
    const auto hasStatus = [](const FoundReply &reply) { return !reply.status.isEmpty(); };
    const auto saysWhy = [](const FoundReply &reply) {
        return !reply.status.isEmpty() && !reply.status.endsWith(u".4.7");
    };
    const auto first = std::ranges::find_if(replies, hasStatus);
    if (first == replies.end())
        return replies.front();
    const auto telling = std::find_if(first, replies.end(), saysWhy);
    return telling == replies.end() ? *first : *telling;
}

bool looksLikeHost(QStringView name)
{
    const auto isHostChar
        = [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_'; };
    return name.size() > 2 && name.size() < 256 && name.contains(u'.')
           && std::ranges::all_of(name, isHostChar);
}

bool isIpv4(QStringView text)
{
    int parts = 0;
    for (const QStringView part : text.tokenize(u'.')) {
        ++parts;
        if (part.isEmpty() || part.size() > 3 || !std::ranges::all_of(part, isDigit)
            || part.toInt() > 255)
            return false;
    }
    return parts == 4;
}

bool isIp(QStringView text)
{
    if (isIpv4(text))
        return true;
    return text.count(u':') >= 2 && text.size() < 46
           && QHostAddress(text.toString()).protocol() == QAbstractSocket::IPv6Protocol;
}

/** The word that ends just before @p at, blanks skipped. */
QStringView wordBefore(QStringView text, qsizetype at)
{
    while (at > 0 && text[at - 1].isSpace())
        --at;
    qsizetype begin = at;
    while (begin > 0 && !text[begin - 1].isSpace() && at - begin < 256)
        --begin;
    QStringView word = text.sliced(begin, at - begin);
    while (word.endsWith(u'.') || word.endsWith(u'('))
        word.chop(1);
    while (word.startsWith(u'<') || word.startsWith(u'(') || word.startsWith(u'\''))
        word = word.sliced(1);
    return word;
}

NamedHost hostBesideAddress(QStringView text, QChar open, QChar close)
{
    for (qsizetype at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
        const qsizetype end = text.indexOf(close, at);
        if (end < 0)
            break;
        QStringView inside = text.sliced(at + 1, end - at - 1);
        if (inside.startsWith(u"IPv6:"))
            inside = inside.sliced(5);
        if (end - at > 50 || !isIp(inside))
            continue;
        const QStringView name = wordBefore(text, at);
        if (looksLikeHost(name))
            return {.name = name.toString(), .ip = inside.toString()};
    }
    return {};
}

NamedHost hostAfter(QStringView text, QStringView introduction)
{
    const qsizetype at = text.indexOf(introduction, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {};
    const QStringView rest = text.sliced(at + introduction.size()).trimmed();
    qsizetype end = 0;
    while (end < rest.size() && !rest[end].isSpace() && rest[end] != u'[' && rest[end] != u'>'
           && rest[end] != u',' && rest[end] != u'(')
        ++end;
    QStringView name = rest.first(end);
    while (name.endsWith(u':') || name.endsWith(u'.') || name.endsWith(u';'))
        name.chop(1);
    while (name.startsWith(u'<'))
        name = name.sliced(1);
    return looksLikeHost(name)
               ? NamedHost{.name = name.toString(), .ip = isIp(name) ? name.toString() : QString()}
               : NamedHost{};
}

} // namespace

bool isReplyCode(QStringView word)
{
    return word.size() == 3 && (word[0] == u'2' || word[0] == u'4' || word[0] == u'5')
           && isDigit(word[1]) && isDigit(word[2]);
}

bool isEnhancedStatus(QStringView word)
{
    if (word.size() < 5 || word.size() > 9
        || (word[0] != u'2' && word[0] != u'4' && word[0] != u'5') || word[1] != u'.')
        return false;
    // RFC 3463 section 2: subject and detail have one to three digits; the subjects are 0 to 7.
    if (word[2] < u'0' || word[2] > u'7' || word[3] != u'.')
        return false;
    const QStringView detail = word.sliced(4);
    return detail.size() <= 3 && std::ranges::all_of(detail, isDigit);
}

ReplyCodes readReplyCodes(QStringView text)
{
    const FoundCodes found = findCodes(text.first(std::min(text.size(), longestText)));
    ReplyCodes codes{.status = found.looseStatus.toString()};
    if (found.replies.empty())
        return codes;
    const FoundReply &chosen = chooseReply(found.replies);
    codes.reply = chosen.code;
    codes.isStatusOfReply = !chosen.status.isEmpty();
    if (codes.isStatusOfReply)
        codes.status = chosen.status.toString();
    return codes;
}

QString readCommand(QStringView text)
{
    // What each MTA writes around the command; the command words are the protocol's own.
    static const std::array<std::pair<QString, QString>, 26> phrases{{
        {u"in reply to RCPT TO"_s, u"RCPT"_s},
        {u"in reply to MAIL FROM"_s, u"MAIL"_s},
        {u"in reply to end of DATA"_s, u"DATA"_s},
        {u"in reply to DATA"_s, u"DATA"_s},
        {u"in reply to EHLO"_s, u"EHLO"_s},
        {u"in reply to HELO"_s, u"HELO"_s},
        {u"after RCPT TO:"_s, u"RCPT"_s},
        {u"after MAIL FROM:"_s, u"MAIL"_s},
        {u"after end of data"_s, u"DATA"_s},
        {u"after pipelined sending data block"_s, u"DATA"_s},
        {u"after pipelined MAIL FROM:"_s, u"MAIL"_s},
        {u"after pipelined RCPT TO:"_s, u"RCPT"_s},
        {u"after DATA"_s, u"DATA"_s},
        {u"after EHLO"_s, u"EHLO"_s},
        {u"after HELO"_s, u"HELO"_s},
        {u">>> RCPT"_s, u"RCPT"_s},
        {u">>> MAIL"_s, u"MAIL"_s},
        {u">>> DATA"_s, u"DATA"_s},
        {u"after RCPT command"_s, u"RCPT"_s},
        {u"following RCPT command"_s, u"RCPT"_s},
        {u"did not like our RCPT TO"_s, u"RCPT"_s},
        {u"SMTP:RCPT"_s, u"RCPT"_s},
        {u"[RCPT_TO]"_s, u"RCPT"_s},
        {u"sending RCPT TO"_s, u"RCPT"_s},
        {u"sending MAIL FROM"_s, u"MAIL"_s},
        {u"<<< RCPT TO:"_s, u"RCPT"_s},
    }};
    const QString plain = text.first(std::min(text.size(), longestText)).toString().simplified();
    for (const auto &[phrase, command] : phrases) {
        if (plain.contains(phrase, Qt::CaseInsensitive))
            return command;
    }
    return {};
}

NamedHost readRemoteHost(QStringView text)
{
    const QStringView part = text.first(std::min(text.size(), longestText));
    NamedHost host = hostBesideAddress(part, u'[', u']');
    if (host.name.isEmpty())
        host = hostBesideAddress(part, u'(', u')');
    for (const QStringView introduction :
         {u"while talking to ", u"host: ", u"SMTP Server <", u" host ", u"remote server at "}) {
        if (!host.name.isEmpty())
            break;
        host = hostAfter(part, introduction);
    }
    return host;
}

QStringList readIpAddresses(QStringView text)
{
    constexpr qsizetype most = 20;
    QStringList found;
    const auto belongs = [](QChar c) {
        return isDigit(c) || c == u'.' || c == u':' || (c >= u'a' && c <= u'f')
               || (c >= u'A' && c <= u'F');
    };
    const QStringView part = text.first(std::min(text.size(), longestText));
    for (qsizetype at = 0; at < part.size() && found.size() < most;) {
        if (!belongs(part[at]) || (at > 0 && part[at - 1].isLetterOrNumber())) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < part.size() && belongs(part[end]))
            ++end;
        QStringView word = part.sliced(at, end - at);
        while (word.endsWith(u'.') || word.endsWith(u':'))
            word.chop(1);
        const bool isWhole = end == part.size() || !part[end].isLetterOrNumber();
        if (isWhole && isIp(word) && !found.contains(word))
            found.append(word.toString());
        at = end;
    }
    return found;
}

} // namespace todoku
