// SPDX-License-Identifier: MIT
#include "core/evidence/casefile.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

// Whatever can be read must come back the same when it is written and read again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(data),
                                               static_cast<qsizetype>(size));
    const auto read = todoku::readCase(bytes, u"input"_s);
    if (!read)
        return 0;
    const auto again = todoku::readCase(todoku::writeCase(*read), u"written"_s);
    if (!again || *again != *read)
        std::abort();
    return 0;
}
