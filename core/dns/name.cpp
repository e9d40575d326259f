// SPDX-License-Identifier: MIT
#include "core/dns/name.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace todoku {

static tl::unexpected<Error> badName(const QString &name, QLatin1StringView reason)
{
    return failure(Error::Kind::Malformed, u"domain name \"%1\": %2"_s.arg(name.left(100), reason));
}

static char toLowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/** The octet that the escape at @p at stands for; moves @p at to its last character. */
static std::optional<char> escapedOctet(const QByteArray &text, qsizetype &at)
{
    constexpr int lastOctet = 255;
    if (at + 1 >= text.size())
        return std::nullopt;
    const char next = text.at(++at);
    if (next < '0' || next > '9')
        return next;
    if (at + 2 >= text.size())
        return std::nullopt;
    bool isNumber = false;
    const int value = text.mid(at, 3).toInt(&isNumber);
    at += 2;
    if (!isNumber || value > lastOctet)
        return std::nullopt;
    return static_cast<char>(value);
}

static QByteArray toAscii(const QString &name)
{
    constexpr char16_t firstBeyond = 0x80;
    const bool isAscii = std::ranges::all_of(
        name, [](QChar c) { return c.unicode() > 0 && c.unicode() < firstBeyond; });
    return isAscii ? name.toLatin1() : QUrl::toAce(name);
}

/** The labels of a presentation form, their escapes undone; nothing for a bad escape. */
static std::optional<QByteArrayList> labelsOf(const QByteArray &text)
{
    QByteArrayList labels{QByteArray()};
    for (qsizetype at = 0; at < text.size(); ++at) {
        std::optional<char> octet = text.at(at);
        if (octet == '.') {
            labels.append(QByteArray());
            continue;
        }
        if (octet == '\\')
            octet = escapedOctet(text, at);
        if (!octet)
            return std::nullopt;
        labels.last() += toLowerAscii(*octet);
    }
    if (labels.size() > 1 && labels.constLast().isEmpty())
        labels.removeLast(); // the final dot
    return labels;
}

Result<QByteArray> nameToWire(const QString &name)
{
    constexpr qsizetype longestPresentation = 4 * maxNameOctets;
    if (name.size() > longestPresentation)
        return badName(name, "longer than 255 octets"_L1);
    const QByteArray text = toAscii(name);
    if (text.isEmpty())
        return badName(name, "not a domain name"_L1);
    if (text == ".")
        return QByteArray(1, '\0');

    const auto labels = labelsOf(text);
    if (!labels)
        return badName(name, "an escape that stands for no octet"_L1);
    QByteArray wire;
    for (const QByteArray &label : *labels) {
        if (label.isEmpty() || label.size() > maxLabelOctets)
            return badName(name, "a label is empty or longer than 63 octets"_L1);
        wire += static_cast<char>(label.size());
        wire += label;
    }
    wire += '\0';
    if (wire.size() > maxNameOctets)
        return badName(name, "longer than 255 octets"_L1);
    return wire;
}

QString labelToText(QByteArrayView label)
{
    constexpr int decimal = 10;
    constexpr unsigned char firstPrintable = '!';
    constexpr unsigned char lastPrintable = '~';
    QString text;
    text.reserve(label.size());
    for (const char c : label) {
        const auto octet = static_cast<unsigned char>(c);
        if (c == '.' || c == '\\')
            text.append(u'\\').append(QLatin1Char(c));
        else if (octet >= firstPrintable && octet <= lastPrintable)
            text += QLatin1Char(toLowerAscii(c));
        else
            text += u"\\%1"_s.arg(int(octet), 3, decimal, QLatin1Char('0'));
    }
    return text;
}

QString reversedLabels(const QHostAddress &address)
{
    constexpr int hexadecimal = 16;
    constexpr int nibble = 4;
    constexpr unsigned lowNibble = 0xf;
    QStringList labels;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const QStringList octets = address.toString().split(u'.');
        return QStringList(octets.rbegin(), octets.rend()).join(u'.');
    }
    const Q_IPV6ADDR octets = address.toIPv6Address();
    for (const quint8 octet : octets.c) {
        labels.prepend(QString::number(octet >> nibble, hexadecimal));
        labels.prepend(QString::number(octet & lowNibble, hexadecimal));
    }
    return labels.join(u'.');
}

QString reverseName(const QHostAddress &address)
{
    bool isIPv4 = false;
    const QHostAddress ip4(address.toIPv4Address(&isIPv4)); // of ::ffff:192.0.2.1 as well
    return isIPv4 ? reversedLabels(ip4) + u".in-addr.arpa"_s
                  : reversedLabels(address) + u".ip6.arpa"_s;
}

bool isDomainName(const QString &text)
{
    return nameToWire(text).has_value();
}

} // namespace todoku
