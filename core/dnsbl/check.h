// SPDX-License-Identifier: MIT
#pragma once

#include "core/dns/resolver.h"
#include "core/dnsbl/blocklist.h"

#include <QStringList>

#include <span>
#include <vector>

namespace todoku {

/** What one list says about one target, if it can be believed. */
struct ListingResult
{
    enum class State {
        Listed, // with a code that speaks against the target, or one that the table does not know
        Noted,  // only with codes that speak for it, or neither way
        NotListed, // and the list's test points showed that it works
        Unusable,  // neither listed nor clean: the reason says why
    };
    enum class Reason {
        None,
        Refused,          // the list answered with a code for "not for you"
        TestPointMissing, // what must be listed is not: dead, or it does not answer this resolver
        ListsTheWorld,    // what must not be listed is
        Rewritten,        // an answer that no list gives: somebody rewrites DNS answers
        TimedOut,
        ServerFailed, // SERVFAIL, REFUSED and the like from the name server
        NoAnswer,     // unreachable, unreadable
        Cancelled,
    };
    struct Code
    {
        QHostAddress address;  // as returned
        LocalizedText meaning; // empty if the table does not know the code
        BlocklistCode::Speaks speaks = BlocklistCode::Speaks::Against;
        friend bool operator==(const Code &, const Code &) = default;
    };

    QString zone;
    BlocklistTarget target;
    State state = State::Unusable;
    Reason reason = Reason::None;
    std::vector<Code> codes;
    QStringList texts; // the list's own words, from its TXT records
    QString detail;    // the raw answer or error behind the state, for the evidence
};

/**
 * Asks every list about every target of a kind that it takes, and its test points, all in one
 * sweep; then the lists that have a listing for their reason. Results are in the order of
 * @p lists, then @p targets.
 */
[[nodiscard]] std::vector<ListingResult> checkBlocklists(std::span<const Blocklist> lists,
                                                         std::span<const BlocklistTarget> targets,
                                                         Resolver &resolver,
                                                         const Budget &budget);

} // namespace todoku
