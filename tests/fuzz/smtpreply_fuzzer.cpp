// SPDX-License-Identifier: MIT
#include "core/smtp/extensions.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace todoku;
    if (size == 0)
        return 0;
    // The first octet says how large the pieces are that the rest comes in.
    const qsizetype piece = data[0] + 1;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1),
                           static_cast<qsizetype>(size - 1));
    ReplyReader reader;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.append(bytes.mid(at, piece));
        while (true) {
            const auto reply = reader.take();
            if (!reply)
                return 0;
            if (!*reply)
                break;
            const SmtpExtensions extensions = SmtpExtensions::fromEhlo(**reply);
            (void)extensions.maxSize();
            (void)extensions.authMechanisms();
        }
    }
    return 0;
}
