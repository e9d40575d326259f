// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace todoku {

/** Who can put a cause right. The order is that of the mail's way. */
enum class Party {
    Sender,            // su
    SenderAdmin,       // sa
    SenderDomainAdmin, // sd: who runs the sender's domain and its DNS
    SenderProvider,    // sp
    Recipient,         // ru
    RecipientAdmin,    // ra
    RecipientProvider, // rp
    ListOperator,      // bl: a blocklist or a security vendor
    WebDeveloper,      // wd
    Nobody,            // wait: wait and send again
};

/** The short id that tables, case files and the command line use. */
[[nodiscard]] QString partyId(Party party);
[[nodiscard]] std::optional<Party> partyFromId(const QString &id);

} // namespace todoku
