// SPDX-License-Identifier: MIT
#include "core/mail/address.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// An address that could be read is one line, and reads back as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using todoku::MailAddress;
    const QString text
        = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto address = MailAddress::parse(text);
    if (!address)
        return 0;
    const QString whole = address->toString();
    if (whole.contains(u'\n') || whole.contains(u'\r') || MailAddress::parse(whole) != address)
        std::abort();
    return 0;
}
