// SPDX-License-Identifier: MIT
#include "core/lab/networkfiletext.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

// What can be read can be written, and that reads and writes as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto file = todoku::parseNetworkFile(bytes, u"network.json"_s);
    if (!file)
        return 0;
    const QByteArray text = todoku::toJson(*file);
    const auto again = todoku::parseNetworkFile(text, u"network.json"_s);
    if (!again || again->connect != file->connect || again->resolvers != file->resolvers
        || again->unreachable != file->unreachable || again->http != file->http)
        std::abort();
    return 0;
}
