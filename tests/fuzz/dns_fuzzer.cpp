// SPDX-License-Identifier: MIT
#include "core/dns/message.h"
#include "core/dns/zone.h"

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace todoku;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto request = decodeQuery(bytes);
    const DnsQuestion question = request ? request->question : DnsQuestion{.name = u"a.test"_s};
    QByteArray asResponse = bytes;
    if (asResponse.size() > 2)
        asResponse[2] = static_cast<char>(asResponse[2] | 0x80);
    const auto response = decodeResponse(asResponse, question);
    if (response) {
        // What was read can be written, and reads back as the same records.
        const DnsRequest again{.question = question};
        if (const auto packet = encodeResponse(again, response->answer)) {
            const auto second = decodeResponse(*packet, question);
            if (!second || second->answer.records != response->answer.records)
                __builtin_trap();
        }
    }
    (void)Zone::parse(bytes);
    return 0;
}
