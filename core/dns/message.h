// SPDX-License-Identifier: MIT
#pragma once

#include "core/dns/resolver.h"

#include <optional>

namespace todoku {

inline constexpr int smallestUdpSize = 512; // RFC 1035 section 4.2.1

/** What a query asks for beside its question. */
struct DnsQueryFlags
{
    bool recursionDesired = true; // off: what the server itself knows
    bool dnssecOk = false;        // the DO bit (RFC 3225)

    friend bool operator==(const DnsQueryFlags &, const DnsQueryFlags &) = default;
};

/** A query as a server reads it. */
struct DnsRequest
{
    quint16 id = 0;
    DnsQuestion question;
    bool recursionDesired = false;
    int udpSize = smallestUdpSize; // what the asker takes by UDP (RFC 6891 section 6.2.3)
};

struct DnsResponse
{
    DnsAnswer answer;
    bool isTruncated = false; // the TC bit: ask again by TCP
};

/** A query in wire form (RFC 1035 section 4.1) with an OPT record (RFC 6891) as its last 11 octets. */
[[nodiscard]] Result<QByteArray> encodeQuery(quint16 id,
                                             const DnsQuestion &question,
                                             const DnsQueryFlags &flags = {});

/** A server's response to @p request; names are not compressed. For the practice network and tests. */
[[nodiscard]] Result<QByteArray> encodeResponse(const DnsRequest &request,
                                                const DnsAnswer &answer,
                                                bool isTruncated = false);

[[nodiscard]] Result<DnsRequest> decodeQuery(const QByteArray &bytes);

/**
 * Reads a response to @p question. Malformed, with the place, if it cannot be read, is none,
 * or answers another question than @p question or (if given) another query than @p id.
 * Records of types that DnsType does not name are left out.
 */
[[nodiscard]] Result<DnsResponse> decodeResponse(const QByteArray &bytes,
                                                 const DnsQuestion &question,
                                                 std::optional<quint16> id = {});

} // namespace todoku
