// SPDX-License-Identifier: MIT
#include "core/report/masker.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace todoku {

static const QString hidden = u"***"_s;

static bool isAscii(QChar c)
{
    constexpr ushort end = 0x80;
    return c.unicode() < end;
}

static bool isAtSign(QChar c)
{
    return c == u'@' || c.unicode() == 0xff20; // ＠
}

static bool isDelimiter(QChar c)
{
    return c.isSpace() || u"<>()[]{},;:\"\\|`"_s.contains(c)
           || (!isAscii(c) && !isAtSign(c) && !c.isLetterOrNumber());
}

// What a word can be made of: names of hosts, local parts without their rarer characters.
static bool isWordCharacter(QChar c)
{
    return isAscii(c) && (c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-' || c == u'+');
}

void Masker::learnSecret(const QString &secret)
{
    constexpr qsizetype shortest = 2;
    const QString text = secret.simplified();
    if (text.size() >= shortest && !m_secrets.contains(text))
        m_secrets.append(text);
}

void Masker::learnHost(const QString &host)
{
    if (!host.isEmpty())
        (void)numbered(m_hosts, host.toLower(), u"host"_s);
}

QString Masker::numbered(QHash<QString, QString> &known,
                         const QString &token,
                         const QString &name) const
{
    const auto found = known.constFind(token);
    if (found != known.constEnd())
        return *found;
    qsizetype number = known.size() + 1;
    while (name + QString::number(number) == token)
        ++number; // a pseudonym must not be what it stands for
    return *known.insert(token, name + QString::number(number));
}

QString Masker::person(const QString &localPart)
{
    return numbered(m_people, localPart.toLower(), u"user"_s);
}

QString Masker::mask(const QString &text)
{
    learnGreetings(text);
    const QString prepared = maskIpv6(maskQuotedLocalParts(maskSecrets(maskHeaderFields(text))));
    QString out;
    for (qsizetype i = 0; i < prepared.size();) {
        qsizetype end = i;
        while (end < prepared.size() && !isDelimiter(prepared.at(end)))
            ++end;
        if (end > i)
            out += maskRun(prepared.mid(i, end - i));
        if (end < prepared.size())
            out += prepared.at(end++);
        i = end;
    }
    return out;
}

// RFC 5322 section 3.6: of address fields only the addresses stay, of the subject nothing.
QString Masker::maskHeaderFields(const QString &text)
{
    static const QRegularExpression field(
        u"^(From|To|Cc|Bcc|Sender|Reply-To|Subject|Comments|Keywords)[ \\t]*:"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(
        u"[^\\s<>(),;:\"]{1,320}[@\uff20][^\\s<>(),;:\"]{1,255}"_s);
    QStringList lines = text.split(u'\n');
    bool isInField = false;
    for (QString &line : lines) {
        const auto match = field.match(line);
        isInField
            = match.hasMatch() || (isInField && (line.startsWith(u' ') || line.startsWith(u'\t')));
        if (!isInField)
            continue;
        QStringList kept;
        for (auto it = address.globalMatch(line); it.hasNext();)
            kept.append(u'<' + it.next().captured() + u'>');
        const QString rest = kept.isEmpty() ? hidden : kept.join(u", "_s);
        line = (match.hasMatch() ? match.captured() : QString()) + u' ' + rest;
    }
    return lines.join(u'\n');
}

// A secret within a longer word is something else: "test" in "mx.test" is a domain.
static bool isWithinWord(const QString &text, qsizetype at, qsizetype size)
{
    const auto joins = [&](qsizetype inside, qsizetype outside) {
        return outside >= 0 && outside < text.size() && isWordCharacter(text.at(inside))
               && isWordCharacter(text.at(outside));
    };
    return joins(at, at - 1) || joins(at + size - 1, at + size);
}

QString Masker::maskSecrets(const QString &text) const
{
    QString out = text;
    for (const QString &secret : m_secrets) {
        qsizetype at = out.indexOf(secret, 0, Qt::CaseInsensitive);
        if (at < 0)
            continue;
        QString next;
        qsizetype from = 0;
        for (; at >= 0; at = out.indexOf(secret, at, Qt::CaseInsensitive)) {
            next += QStringView(out).mid(from, at - from);
            next += isWithinWord(out, at, secret.size()) ? out.mid(at, secret.size()) : hidden;
            at += secret.size();
            from = at;
        }
        out = next + out.mid(from);
    }
    return out;
}

// RFC 5321 section 4.1.2: Local-part may be a Quoted-string, at most 64 octets.
QString Masker::maskQuotedLocalParts(const QString &text)
{
    static const QRegularExpression quoted(u"\"([^\"\\n]{1,64})\"(?=[@\uff20])"_s);
    QString out;
    qsizetype from = 0;
    for (auto it = quoted.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        learnSecret(match.captured(1));
        out += QStringView(text).mid(from, match.capturedStart() - from);
        out += person(match.captured(1));
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

static bool isPrivate(const QString &text)
{
    static const std::array networks{QHostAddress::parseSubnet(u"10.0.0.0/8"_s),
                                     QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
                                     QHostAddress::parseSubnet(u"192.168.0.0/16"_s),
                                     QHostAddress::parseSubnet(u"169.254.0.0/16"_s),
                                     QHostAddress::parseSubnet(u"100.64.0.0/10"_s),
                                     QHostAddress::parseSubnet(u"fc00::/7"_s),
                                     QHostAddress::parseSubnet(u"fe80::/10"_s)};
    const QHostAddress address(text);
    return !address.isNull()
           && std::ranges::any_of(networks, [&](const auto &n) { return address.isInSubnet(n); });
}

QString Masker::maskIpv6(const QString &text)
{
    static const QRegularExpression address(
        u"(?<![0-9A-Za-z:])[0-9A-Fa-f:]{3,39}(?![0-9A-Za-z:])"_s);
    QString out;
    qsizetype from = 0;
    for (auto it = address.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString found = match.captured();
        if (found.count(u':') < 2 || !isPrivate(found))
            continue;
        out += QStringView(text).mid(from, match.capturedStart() - from);
        out += numbered(m_addresses, found.toLower(), u"private"_s);
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

QString Masker::maskRun(const QString &run)
{
    for (qsizetype at = run.size() - 1; at > 0; --at) {
        if (isAtSign(run.at(at)))
            return maskAddress(run, at);
    }
    return maskWords(run);
}

// "user=taro@example.jp" and "宛先はtaro@example.jp" are about taro; "=" within a return path
// that carries another address (bounce-taro=example.jp@lists.example) goes with the whole.
QString Masker::maskAddress(const QString &run, qsizetype at)
{
    qsizetype begin = at;
    const bool startsInAscii = isAscii(run.at(at - 1));
    while (begin > 0 && isAscii(run.at(begin - 1)) == startsInAscii && run.at(begin - 1) != u'=')
        --begin;
    const bool isReturnPath
        = begin > 0 && run.at(begin - 1) == u'=' && run.mid(begin, at - begin).contains(u'.');
    if (isReturnPath || begin == at)
        begin = 0;
    while (begin < at - 1 && (run.at(begin) == u'\'' || run.at(begin) == u'='))
        ++begin;
    const QString localPart = run.mid(begin, at - begin);
    const QString pseudonym = person(localPart);
    if (!isAscii(localPart.at(0)))
        learnSecret(localPart);
    else if (const qsizetype tag = localPart.indexOf(u'+'); tag > 0)
        (void)person(localPart.left(tag));
    return maskWords(run.left(begin)) + pseudonym + run.at(at) + maskWords(run.mid(at + 1));
}

QString Masker::maskWords(const QString &run)
{
    QString out;
    for (qsizetype i = 0; i < run.size();) {
        qsizetype end = i;
        while (end < run.size() && isWordCharacter(run.at(end)))
            ++end;
        if (end > i)
            out += maskWord(run.mid(i, end - i));
        if (end < run.size())
            out += run.at(end++);
        i = end;
    }
    return out;
}

static bool isLocalName(const QString &name)
{
    static const std::array suffixes{u".local"_s,     u".lan"_s,  u".localdomain"_s, u".internal"_s,
                                     u".home.arpa"_s, u".home"_s, u".corp"_s,        u".intra"_s};
    return std::ranges::any_of(suffixes, [&](const QString &s) { return name.endsWith(s); });
}

// A reply code is no local part, even if someone's mailbox has a number for its name.
static bool isReplyCode(const QString &word)
{
    constexpr qsizetype digits = 3;
    return word.size() <= digits && std::ranges::all_of(word, [](QChar c) { return c.isDigit(); });
}

QString Masker::maskWord(const QString &word)
{
    qsizetype size = word.size();
    while (size > 0 && !word.at(size - 1).isLetterOrNumber())
        --size;
    const QString token = word.left(size).toLower();
    const QString rest = word.mid(size);
    if (const auto host = m_hosts.constFind(token); host != m_hosts.constEnd())
        return *host + rest;
    if (const auto found = m_people.constFind(token); found != m_people.constEnd())
        return (isReplyCode(token) ? token : *found) + rest;
    if (isLocalName(token))
        return numbered(m_hosts, token, u"host"_s) + rest;
    if (isPrivate(token) && token.count(u'.') == 3)
        return numbered(m_addresses, token, u"private"_s) + rest;
    if (token.contains(u'.'))
        return word; // a domain, an address, a status code

    static const QRegularExpression joint(u"(?<=[-_+])|(?=[-_+])"_s);
    QString out;
    for (const QString &part : word.split(joint)) {
        const auto found = m_people.constFind(part.toLower());
        out += found == m_people.constEnd() || isReplyCode(part) ? part : *found;
    }
    return out;
}

// What a machine calls itself stands after these words; a name with a dot is a domain, or local.
void Masker::learnGreetings(const QString &text)
{
    static const QRegularExpression greeting(
        u"(?:\\b(?:EHLO|HELO)[ \\t]+|\\bhelo=<?|^Received:[ \\t]+from[ \\t]+)([A-Za-z0-9_-]{1,63})(?![A-Za-z0-9_.-])"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    for (auto it = greeting.globalMatch(text); it.hasNext();) {
        const QString host = it.next().captured(1);
        if (host.compare("localhost"_L1, Qt::CaseInsensitive) != 0)
            learnHost(host);
    }
}

} // namespace todoku
