// SPDX-License-Identifier: MIT
#pragma once

#include "core/mail/address.h"
#include "core/probe/probe.h"
#include "core/probe/recipientdnsprobe.h"
#include "core/smtp/reply.h"

namespace todoku {

/** How far a mail host let us get, and what it said last. */
struct RcptDialogue
{
    std::optional<SmtpReply> reply; // the one that settles it; nothing if there was none
    Error error;                    // why there was none
    bool wasAskedForRecipient = false;
    CheckDetail detail;
    std::vector<TranscriptLine> transcript;
};

/**
 * Greeting, EHLO, STARTTLS if offered, MAIL, RCPT, RSET and QUIT (RFC 5321 section 3). Stops where
 * the server refuses. No message is sent.
 */
[[nodiscard]] RcptDialogue askRcpt(const MailHost &host,
                                   const Envelope &envelope,
                                   const Network &network,
                                   const Budget &budget);

} // namespace todoku
