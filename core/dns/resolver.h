// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/budget.h"
#include "core/base/result.h"

#include <QByteArrayList>
#include <QHostAddress>
#include <QString>

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace todoku {

/** RFC 1035 section 3.2.2 and successors; the types that Todoku asks for. */
enum class DnsType : std::uint16_t {
    A = 1,
    NS = 2,
    CNAME = 5,
    SOA = 6,
    PTR = 12,
    MX = 15,
    TXT = 16,
    AAAA = 28,
    SRV = 33,
    TLSA = 52,
};

/** RFC 1035 section 4.1.1. A value without a name here is kept as it came. */
enum class DnsRcode : std::uint8_t {
    NoError = 0,
    FormErr = 1,
    ServFail = 2,
    NXDomain = 3,
    NotImp = 4,
    Refused = 5,
};

struct MxRecord
{
    int preference = 0;
    QString exchange; // without the final dot; "." is the null MX

    [[nodiscard]] bool isNullMx() const { return exchange == QLatin1String("."); } // RFC 7505
    friend bool operator==(const MxRecord &, const MxRecord &) = default;
};

struct SrvRecord // RFC 2782
{
    int priority = 0;
    int weight = 0;
    quint16 port = 0;
    QString target;

    friend bool operator==(const SrvRecord &, const SrvRecord &) = default;
};

struct TlsaRecord // RFC 6698
{
    int usage = 0;
    int selector = 0;
    int matchingType = 0;
    QByteArray data;

    friend bool operator==(const TlsaRecord &, const TlsaRecord &) = default;
};

struct SoaRecord
{
    QString primary;
    QString mailbox;
    quint32 serial = 0;
    quint32 minimum = 0;

    friend bool operator==(const SoaRecord &, const SoaRecord &) = default;
};

/** A TXT record's character-strings, apart: RFC 7208 section 3.3 joins them without a space. */
struct TxtRecord
{
    QByteArrayList strings;

    [[nodiscard]] QByteArray joined() const { return strings.join(); }
    friend bool operator==(const TxtRecord &, const TxtRecord &) = default;
};

/** A domain name as RDATA: NS, CNAME, PTR. Without the final dot, unless it is the root. */
struct DomainName
{
    QString name;

    friend bool operator==(const DomainName &, const DomainName &) = default;
};

using DnsData
    = std::variant<QHostAddress, MxRecord, SrvRecord, TlsaRecord, SoaRecord, TxtRecord, DomainName>;

struct DnsRecord
{
    QString owner; // lower case, without the final dot
    DnsType type = DnsType::A;
    quint32 ttl = 0; // seconds
    DnsData data;

    friend bool operator==(const DnsRecord &, const DnsRecord &) = default;
};

struct DnsQuestion
{
    QString name; // ACE form, without the final dot
    DnsType type = DnsType::A;

    friend bool operator==(const DnsQuestion &, const DnsQuestion &) = default;
};

/** Why a server could not answer, in its own words (RFC 8914). */
struct ExtendedDnsError
{
    quint16 code = 0;
    QString text;

    friend bool operator==(const ExtendedDnsError &, const ExtendedDnsError &) = default;
};

/** A response, whatever it says: NXDOMAIN is an answer, not an error. */
struct DnsAnswer
{
    DnsRcode rcode = DnsRcode::NoError;
    bool isAuthoritative = false; // the AA bit
    bool isAuthentic = false; // the AD bit (RFC 4035); believe it only from a validator of our own
    bool cameByTcp = false;
    std::vector<DnsRecord> records;   // the answer section, CNAMEs included
    std::vector<DnsRecord> authority; // the authority section
    std::vector<ExtendedDnsError> extendedErrors;
    QString server; // who answered, "192.0.2.53:53"; empty if not known

    /** The answer's records of @p Data's kind, whatever their owner: CNAMEs have been followed. */
    template<typename Data>
    [[nodiscard]] std::vector<Data> of(DnsType type) const
    {
        std::vector<Data> found;
        for (const DnsRecord &record : records) {
            if (record.type == type && std::holds_alternative<Data>(record.data))
                found.push_back(std::get<Data>(record.data));
        }
        return found;
    }
};

/** Where DNS questions go. Shared by workers: implementations are stateless or locked inside. */
class Resolver
{
public:
    virtual ~Resolver() = default;

    /** Asks all @p questions together and waits for all; the results stand in the same order. */
    [[nodiscard]] virtual std::vector<Result<DnsAnswer>> queryAll(
        std::span<const DnsQuestion> questions, const Budget &budget)
        = 0;

    [[nodiscard]] Result<DnsAnswer> query(const QString &name, DnsType type, const Budget &budget)
    {
        const DnsQuestion question{.name = name, .type = type};
        return std::move(queryAll({&question, 1}, budget).front());
    }
};

} // namespace todoku
