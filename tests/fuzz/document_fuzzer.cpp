// SPDX-License-Identifier: MIT
#include "core/intake/intake.h"

#include <cstddef>
#include <cstdint>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto tables = todoku::BounceTables::load(u":/knowledge"_s);
    if (!tables || size == 0)
        return 0;
    // The first octet says what the user took it for.
    const auto kind = static_cast<todoku::Document::Kind>(data[0] % 4);
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1),
                           static_cast<qsizetype>(size - 1));
    (void)todoku::readDocument({.kind = kind, .name = u"input"_s, .bytes = bytes}, *tables);
    return 0;
}
