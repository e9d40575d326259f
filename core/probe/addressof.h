// SPDX-License-Identifier: MIT
#pragma once

#include "core/evidence/evidence.h"
#include "core/mail/address.h"

#include <optional>

namespace todoku {

/** The mail address that a detail fact holds, such as facts::recipientAddress(), if it is known. */
[[nodiscard]] inline std::optional<MailAddress> addressOf(const Evidence &evidence,
                                                          const FactId &fact)
{
    const auto seen = evidence.of(fact);
    return seen.empty() ? std::nullopt : MailAddress::parse(seen.front().value);
}

} // namespace todoku
