// SPDX-License-Identifier: MIT
#include "core/dns/message.h"
#include "core/dns/name.h"
#include "core/dns/wirereader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr quint16 classIn = 1;
constexpr quint16 typeOpt = 41;
constexpr qsizetype maxMessage = 65535;
constexpr quint16 flagResponse = 0x8000;
constexpr quint16 flagAuthoritative = 0x0400;
constexpr quint16 flagTruncated = 0x0200;
constexpr quint16 flagRecursionDesired = 0x0100;
constexpr quint16 flagAuthenticData = 0x0020;
constexpr quint16 rcodeBits = 0xf;
constexpr quint32 largestTtl = 0x7fffffff;

struct Header
{
    quint16 id = 0;
    quint16 flags = 0;
    std::array<quint16, 4> counts{}; // questions, answers, authority, additional

    [[nodiscard]] bool isResponse() const { return flags & flagResponse; }
    [[nodiscard]] bool isAuthoritative() const { return flags & flagAuthoritative; }
    [[nodiscard]] bool isTruncated() const { return flags & flagTruncated; }
    [[nodiscard]] bool isRecursionDesired() const { return flags & flagRecursionDesired; }
    [[nodiscard]] bool isAuthentic() const { return flags & flagAuthenticData; }
    [[nodiscard]] int rcode() const { return flags & rcodeBits; }
};

tl::unexpected<Error> malformed(const QString &place, const QString &reason)
{
    return failure(Error::Kind::Malformed, u"DNS message, %1: %2"_s.arg(place, reason));
}

Header readHeader(WireReader &reader)
{
    Header header{.id = reader.u16(), .flags = reader.u16()};
    for (quint16 &count : header.counts)
        count = reader.u16();
    return header;
}

/** Type and class are any number on the wire. */
struct RawQuestion
{
    QString name;
    quint16 type = 0;
    quint16 recordClass = 0;
};

RawQuestion readQuestion(WireReader &reader)
{
    return {.name = reader.name(), .type = reader.u16(), .recordClass = reader.u16()};
}

TxtRecord readTxt(WireReader &reader, qsizetype end)
{
    TxtRecord txt;
    while (reader.isGood() && reader.position() < end) {
        const int size = reader.u8();
        txt.strings.append(reader.octets(size));
    }
    return txt;
}

SoaRecord readSoa(WireReader &reader)
{
    constexpr qsizetype refreshRetryExpire = 12;
    SoaRecord soa{.primary = reader.name(), .mailbox = reader.name(), .serial = reader.u32()};
    reader.skip(refreshRetryExpire);
    soa.minimum = reader.u32();
    return soa;
}

QHostAddress readIPv6(WireReader &reader)
{
    Q_IPV6ADDR octets{};
    const QByteArray bytes = reader.octets(sizeof octets);
    if (reader.isGood())
        std::ranges::copy(bytes, std::begin(octets.c));
    return QHostAddress(octets);
}

/** The RDATA at @p reader, which ends at @p end; nothing for a type that we do not ask for. */
std::optional<DnsData> readData(WireReader &reader, quint16 type, qsizetype end)
{
    switch (static_cast<DnsType>(type)) {
    case DnsType::A:
        return QHostAddress(reader.u32());
    case DnsType::AAAA:
        return readIPv6(reader);
    case DnsType::MX:
        return MxRecord{.preference = reader.u16(), .exchange = reader.name()};
    case DnsType::SRV:
        return SrvRecord{.priority = reader.u16(),
                         .weight = reader.u16(),
                         .port = reader.u16(),
                         .target = reader.name()};
    case DnsType::TLSA: {
        TlsaRecord tlsa{.usage = reader.u8(), .selector = reader.u8(), .matchingType = reader.u8()};
        tlsa.data = reader.octets(end - reader.position());
        return tlsa;
    }
    case DnsType::TXT:
        return readTxt(reader, end);
    case DnsType::SOA:
        return readSoa(reader);
    case DnsType::NS:
    case DnsType::CNAME:
    case DnsType::PTR:
        return DomainName{reader.name()};
    }
    return std::nullopt;
}

/** RFC 8914: option 15 of OPT holds an info-code and text for people. */
void readOptions(WireReader &reader, qsizetype end, DnsAnswer &answer)
{
    constexpr quint16 extendedError = 15;
    while (reader.isGood() && reader.position() < end) {
        const quint16 option = reader.u16();
        const quint16 size = reader.u16();
        if (option != extendedError || size < 2) {
            reader.skip(size);
            continue;
        }
        const quint16 code = reader.u16();
        const QByteArray text = reader.octets(size - 2);
        answer.extendedErrors.push_back({.code = code, .text = QString::fromUtf8(text)});
    }
}

struct RecordHead
{
    QString owner;
    quint16 type = 0;
    quint16 recordClass = 0;
    quint32 ttl = 0;
    qsizetype end = 0;
};

RecordHead readRecordHead(WireReader &reader)
{
    RecordHead head{.owner = reader.name(),
                    .type = reader.u16(),
                    .recordClass = reader.u16(),
                    .ttl = reader.u32()};
    const quint16 size = reader.u16();
    head.end = reader.position() + size;
    // RFC 2181 section 8: a TTL with its highest bit set counts as zero.
    if (head.type != typeOpt && head.ttl > largestTtl)
        head.ttl = 0;
    return head;
}

/** One record; nothing for one of a class or type that we do not ask for. */
Result<std::optional<DnsRecord>> readRecord(WireReader &reader, const QString &place)
{
    RecordHead head = readRecordHead(reader);
    if (!reader.isGood() || head.end > reader.size())
        return malformed(place, reader.isGood() ? u"its data ends early"_s : reader.reason());

    std::optional<DnsData> data;
    if (head.recordClass == classIn)
        data = readData(reader, head.type, head.end);
    if (!data)
        reader.skip(head.end - reader.position());
    if (!reader.isGood())
        return malformed(place, reader.reason());
    if (reader.position() != head.end)
        return malformed(place, u"its data is of another length than it says"_s);
    if (!data)
        return std::optional<DnsRecord>();
    return DnsRecord{.owner = std::move(head.owner),
                     .type = static_cast<DnsType>(head.type),
                     .ttl = head.ttl,
                     .data = *std::move(data)};
}

Result<> readSection(WireReader &reader,
                     int count,
                     const QString &section,
                     std::vector<DnsRecord> &to)
{
    for (int i = 0; i < count; ++i) {
        auto record = readRecord(reader, u"%1 record %2"_s.arg(section).arg(i + 1));
        if (!record)
            return tl::unexpected(record.error());
        if (std::optional<DnsRecord> &found = *record)
            to.push_back(*std::move(found));
    }
    return {};
}

Result<> readAdditional(WireReader &reader, int count, DnsAnswer &answer)
{
    constexpr int extendedRcodeShift = 24;
    constexpr int rcodeWidth = 4;
    constexpr int largestRcode = 255;
    for (int i = 0; i < count; ++i) {
        const RecordHead head = readRecordHead(reader);
        if (reader.isGood() && head.end <= reader.size() && head.type == typeOpt) {
            const int rcode
                = int((head.ttl >> extendedRcodeShift) << rcodeWidth) | int(answer.rcode);
            answer.rcode = static_cast<DnsRcode>(std::min(rcode, largestRcode));
            readOptions(reader, head.end, answer);
        }
        reader.skip(head.end - reader.position());
        if (!reader.isGood())
            return malformed(u"additional record %1"_s.arg(i + 1), reader.reason());
    }
    return {};
}

Result<> checkHead(const Header &header, WireReader &reader, const DnsQuestion &question)
{
    const bool hasQuestion = header.counts[0] == 1;
    const RawQuestion raw = hasQuestion ? readQuestion(reader) : RawQuestion{};
    if (!reader.isGood())
        return malformed(u"question"_s, reader.reason());
    if (!header.isResponse())
        return malformed(u"header"_s, u"a query, not a response"_s);
    // RFC 6891 section 7 and old servers: a FORMERR may come back without a question.
    if (header.counts[0] == 0 && header.rcode() != 0)
        return {};
    const bool isSame = hasQuestion && raw.recordClass == classIn
                        && raw.type == static_cast<quint16>(question.type)
                        && nameToWire(raw.name) == nameToWire(question.name);
    if (!isSame)
        return malformed(u"question"_s, u"answers another question"_s);
    return {};
}

} // namespace

Result<DnsResponse> decodeResponse(const QByteArray &bytes,
                                   const DnsQuestion &question,
                                   std::optional<quint16> id)
{
    if (bytes.size() > maxMessage)
        return failure(Error::Kind::TooLarge, u"DNS message over 65535 octets"_s);
    WireReader reader(bytes);
    const Header header = readHeader(reader);
    if (!reader.isGood())
        return malformed(u"header"_s, reader.reason());
    if (id && *id != header.id)
        return malformed(u"header"_s, u"answers another question (its ID differs)"_s);

    DnsResponse response{.isTruncated = header.isTruncated()};
    DnsAnswer &answer = response.answer;
    answer.rcode = static_cast<DnsRcode>(header.rcode());
    answer.isAuthoritative = header.isAuthoritative();
    answer.isAuthentic = header.isAuthentic();
    const auto head = checkHead(header, reader, question);
    if (!head)
        return tl::unexpected(head.error());
    if (response.isTruncated)
        return response; // what is left of its records is of no use (RFC 2181 section 9)

    const auto sections
        = readSection(reader, header.counts[1], u"answer"_s, answer.records)
              .and_then([&] {
                  return readSection(reader, header.counts[2], u"authority"_s, answer.authority);
              })
              .and_then([&] { return readAdditional(reader, header.counts[3], answer); });
    if (!sections)
        return tl::unexpected(sections.error());
    return response;
}

Result<DnsRequest> decodeQuery(const QByteArray &bytes)
{
    WireReader reader(bytes);
    const Header header = readHeader(reader);
    const RawQuestion raw = readQuestion(reader);
    if (!reader.isGood())
        return malformed(u"question"_s, reader.reason());
    if (header.isResponse() || header.counts[0] != 1 || raw.recordClass != classIn)
        return malformed(u"header"_s, u"not a query with one question"_s);

    DnsRequest request{.id = header.id,
                       .question = {.name = raw.name, .type = static_cast<DnsType>(raw.type)},
                       .recursionDesired = header.isRecursionDesired()};
    const bool hasOneAdditional = header.counts == std::array<quint16, 4>{1, 0, 0, 1};
    if (hasOneAdditional) {
        const RecordHead opt = readRecordHead(reader);
        if (reader.isGood() && opt.type == typeOpt)
            request.udpSize = std::max(smallestUdpSize, int(opt.recordClass));
    }
    return request;
}

} // namespace todoku
