// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"

// The facts that the program itself names; a test compares them with facts.json both ways. A fact
// that only tables speak of has no line here.
namespace todoku::facts {

inline FactId errorText()
{
    return {QStringLiteral("error_text")};
}
inline FactId sendResult()
{
    return {QStringLiteral("send_result")};
}
inline FactId affectedRecipients()
{
    return {QStringLiteral("affected_recipients")};
}
inline FactId onset()
{
    return {QStringLiteral("onset")};
}
inline FactId recipientService()
{
    return {QStringLiteral("recipient_service")};
}
inline FactId localNetwork()
{
    return {QStringLiteral("local_network")};
}
inline FactId recipientDns()
{
    return {QStringLiteral("recipient_dns")};
}
inline FactId recipientSmtp()
{
    return {QStringLiteral("recipient_smtp")};
}
inline FactId blocklists()
{
    return {QStringLiteral("blocklists")};
}

inline FactId senderAddress()
{
    return {QStringLiteral("sender_address")};
}
inline FactId recipientAddress()
{
    return {QStringLiteral("recipient_address")};
}
inline FactId sendingIp()
{
    return {QStringLiteral("sending_ip")};
}
inline FactId ownAddress()
{
    return {QStringLiteral("own_address")};
}
inline FactId recipientMx()
{
    return {QStringLiteral("recipient_mx")};
}
inline FactId port25()
{
    return {QStringLiteral("port_25")};
}
inline FactId recipientReply()
{
    return {QStringLiteral("recipient_reply")};
}

} // namespace todoku::facts
