// SPDX-License-Identifier: MIT
#include "core/mail/mbox.h"
#include "core/mail/message.h"

#include <cstddef>
#include <cstdint>

namespace {

void visit(const todoku::MimePart &part)
{
    (void)part.text();
    (void)part.filename();
    (void)part.headers.text("Subject");
    for (const todoku::MimePart &child : part.children)
        visit(child);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const QByteArrayView mail : todoku::splitMbox(bytes))
        visit(todoku::parseMessage(mail.toByteArray()).root);
    return 0;
}
