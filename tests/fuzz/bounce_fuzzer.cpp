// SPDX-License-Identifier: MIT
#include "core/dsn/readbounces.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto tables = todoku::BounceTables::load(
        qEnvironmentVariable("TODOKU_KNOWLEDGE", QStringLiteral(":/knowledge")));
    if (!tables)
        return 1;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    (void)todoku::readBounces(bytes, *tables);
    return 0;
}
