// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace todoku {

/** A stretch of the mail's way, as the path picture shows it. */
enum class Hop { Pc, Line, SendingServer, Dns, RecipientGateway, RecipientServer, Mailbox };

inline constexpr std::array allHops{Hop::Pc,
                                    Hop::Line,
                                    Hop::SendingServer,
                                    Hop::Dns,
                                    Hop::RecipientGateway,
                                    Hop::RecipientServer,
                                    Hop::Mailbox};

[[nodiscard]] QString hopId(Hop hop);
[[nodiscard]] std::optional<Hop> hopFromId(const QString &id);

} // namespace todoku
