// SPDX-License-Identifier: MIT
#include "core/mail/address.h"

#include <algorithm>

namespace todoku {

std::optional<MailAddress> MailAddress::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (std::ranges::any_of(trimmed, isControl))
        return std::nullopt;
    const qsizetype at = trimmed.lastIndexOf(u'@');
    if (at <= 0 || at == trimmed.size() - 1)
        return std::nullopt;
    return MailAddress{.localPart = trimmed.left(at), .domain = trimmed.mid(at + 1)};
}

} // namespace todoku
