// SPDX-License-Identifier: MIT
#include "core/knowledge/hop.h"

using namespace Qt::StringLiterals;

namespace todoku {

QString hopId(Hop hop)
{
    switch (hop) {
    case Hop::Pc:
        return u"pc"_s;
    case Hop::Line:
        return u"line"_s;
    case Hop::SendingServer:
        return u"sending_server"_s;
    case Hop::Dns:
        return u"dns"_s;
    case Hop::RecipientGateway:
        return u"recipient_gateway"_s;
    case Hop::RecipientServer:
        return u"recipient_server"_s;
    case Hop::Mailbox:
        return u"mailbox"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Hop> hopFromId(const QString &id)
{
    for (const Hop hop : allHops) {
        if (hopId(hop) == id)
            return hop;
    }
    return std::nullopt;
}

} // namespace todoku
