// SPDX-License-Identifier: MIT
#include "core/dns/message.h"
#include "core/dns/name.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr quint16 classIn = 1;
constexpr quint16 typeOpt = 41;
constexpr quint16 flagResponse = 0x8000;
constexpr quint16 flagAuthoritative = 0x0400;
constexpr quint16 flagTruncated = 0x0200;
constexpr quint16 flagRecursionDesired = 0x0100;
constexpr quint16 flagRecursionAvailable = 0x0080;
constexpr quint16 flagAuthenticData = 0x0020;
constexpr quint16 rcodeBits = 0xf;
constexpr quint32 optDnssecOk = 0x8000;
constexpr quint16 advertisedUdpSize = 1232; // fits one IPv6 packet on any path

template<typename Integer>
void append(QByteArray &to, Integer value)
{
    const Integer big = qToBigEndian(value);
    to.append(reinterpret_cast<const char *>(&big), sizeof big);
}

void appendHeader(QByteArray &to, quint16 id, quint16 flags, const std::array<size_t, 4> &counts)
{
    append(to, id);
    append(to, flags);
    for (const size_t count : counts)
        append(to, static_cast<quint16>(count));
}

/** Writes one kind of RDATA each. */
struct RdataWriter
{
    QByteArray &to;

    [[nodiscard]] Result<> name(const QString &text) const
    {
        return nameToWire(text).map([&](const QByteArray &wire) { to += wire; });
    }
    Result<> operator()(const QHostAddress &address) const
    {
        if (address.protocol() == QAbstractSocket::IPv4Protocol) {
            append(to, address.toIPv4Address());
        } else {
            const Q_IPV6ADDR octets = address.toIPv6Address();
            to.append(reinterpret_cast<const char *>(&octets), sizeof octets);
        }
        return {};
    }
    Result<> operator()(const MxRecord &mx) const
    {
        append(to, static_cast<quint16>(mx.preference));
        return name(mx.exchange);
    }
    Result<> operator()(const SrvRecord &srv) const
    {
        append(to, static_cast<quint16>(srv.priority));
        append(to, static_cast<quint16>(srv.weight));
        append(to, srv.port);
        return name(srv.target);
    }
    Result<> operator()(const TlsaRecord &tlsa) const
    {
        for (const int octet : {tlsa.usage, tlsa.selector, tlsa.matchingType})
            to += static_cast<char>(octet);
        to += tlsa.data;
        return {};
    }
    Result<> operator()(const SoaRecord &soa) const
    {
        const auto names = name(soa.primary).and_then([&] { return name(soa.mailbox); });
        for (const quint32 value : {soa.serial, quint32(3600), quint32(600), quint32(86400)})
            append(to, value);
        append(to, soa.minimum);
        return names;
    }
    Result<> operator()(const TxtRecord &txt) const
    {
        constexpr qsizetype maxString = 255;
        for (const QByteArray &string : txt.strings) {
            if (string.size() > maxString)
                return failure(Error::Kind::Malformed, u"TXT string over 255 octets"_s);
            to += static_cast<char>(string.size());
            to += string;
        }
        return {};
    }
    Result<> operator()(const DomainName &domain) const { return name(domain.name); }
};

Result<> appendRecord(QByteArray &to, const DnsRecord &record)
{
    QByteArray rdata;
    auto written = nameToWire(record.owner).and_then([&](const QByteArray &owner) {
        to += owner;
        return std::visit(RdataWriter{rdata}, record.data);
    });
    if (!written)
        return written;
    append(to, static_cast<quint16>(record.type));
    append(to, classIn);
    append(to, record.ttl);
    append(to, static_cast<quint16>(rdata.size()));
    to += rdata;
    return {};
}

} // namespace

Result<QByteArray> encodeQuery(quint16 id, const DnsQuestion &question, const DnsQueryFlags &flags)
{
    auto name = nameToWire(question.name);
    if (!name)
        return name;

    // RFC 6840 section 5.7: AD in a query asks for AD in the answer.
    const quint16 recursion = flags.recursionDesired ? flagRecursionDesired : quint16(0);
    QByteArray bytes;
    appendHeader(bytes, id, recursion | flagAuthenticData, {1, 0, 0, 1});
    bytes += *name;
    append(bytes, static_cast<quint16>(question.type));
    append(bytes, classIn);

    bytes += '\0'; // OPT: the root, its UDP size for a class, its flags for a TTL, no options
    append(bytes, typeOpt);
    append(bytes, advertisedUdpSize);
    append(bytes, flags.dnssecOk ? optDnssecOk : quint32(0));
    append(bytes, quint16(0));
    return bytes;
}

Result<QByteArray> encodeResponse(const DnsRequest &request,
                                  const DnsAnswer &answer,
                                  bool isTruncated)
{
    constexpr qsizetype maxMessage = 65535;
    auto name = nameToWire(request.question.name);
    if (!name)
        return name;

    auto flags = static_cast<quint16>(flagResponse | flagRecursionAvailable
                                      | (static_cast<quint16>(answer.rcode) & rcodeBits));
    flags |= request.recursionDesired ? flagRecursionDesired : quint16(0);
    flags |= answer.isAuthoritative ? flagAuthoritative : quint16(0);
    flags |= answer.isAuthentic ? flagAuthenticData : quint16(0);
    flags |= isTruncated ? flagTruncated : quint16(0);
    QByteArray bytes;
    appendHeader(bytes, request.id, flags, {1, answer.records.size(), answer.authority.size(), 0});
    bytes += *name;
    append(bytes, static_cast<quint16>(request.question.type));
    append(bytes, classIn);
    for (const auto *section : {&answer.records, &answer.authority}) {
        for (const DnsRecord &record : *section) {
            if (const auto written = appendRecord(bytes, record); !written)
                return tl::unexpected(written.error());
        }
    }
    if (bytes.size() > maxMessage)
        return failure(Error::Kind::TooLarge, u"DNS response over 65535 octets"_s);
    return bytes;
}

} // namespace todoku
