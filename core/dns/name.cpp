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
    const bool isAscii
        = std::ranges::all_of(name, [](QChar c) { return c.unicode() > 0 && c.unicode() < 0x80; });
    return isAscii ? name.toLatin1() : QUrl::toAce(name);
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

    QByteArray wire;
    QByteArray label;
    const auto closeLabel = [&] {
        const bool fits = !label.isEmpty() && label.size() <= maxLabelOctets;
        wire += static_cast<char>(label.size());
        wire += label;
        label.clear();
        return fits;
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == '.') {
            if (!closeLabel())
                return badName(name, "a label is empty or longer than 63 octets"_L1);
        } else if (text.at(at) != '\\') {
            label += toLowerAscii(text.at(at));
        } else if (const auto octet = escapedOctet(text, at)) {
            label += toLowerAscii(*octet);
        } else {
            return badName(name, "an escape that stands for no octet"_L1);
        }
    }
    if (!label.isEmpty() && !closeLabel())
        return badName(name, "a label is longer than 63 octets"_L1);
    wire += '\0';
    if (wire.size() > maxNameOctets)
        return badName(name, "longer than 255 octets"_L1);
    return wire;
}

QString labelToText(QByteArrayView label)
{
    constexpr int decimal = 10;
    QString text;
    text.reserve(label.size());
    for (const char c : label) {
        const auto octet = static_cast<unsigned char>(c);
        if (c == '.' || c == '\\')
            text.append(u'\\').append(QLatin1Char(c));
        else if (octet > 0x20 && octet < 0x7f)
            text += QLatin1Char(toLowerAscii(c));
        else
            text += u"\\%1"_s.arg(int(octet), 3, decimal, QLatin1Char('0'));
    }
    return text;
}

QString reversedLabels(const QHostAddress &address)
{
    QStringList labels;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 octets = address.toIPv4Address();
        for (int shift = 0; shift < 32; shift += 8)
            labels << QString::number((octets >> shift) & 0xff);
        return labels.join(u'.');
    }
    const Q_IPV6ADDR octets = address.toIPv6Address();
    for (int i = 15; i >= 0; --i)
        labels << QString::number(octets[i] & 0xf, 16) << QString::number(octets[i] >> 4, 16);
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
