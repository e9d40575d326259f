// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace todoku {

/**
 * Why something could not be found out.
 *
 * A refusal by the other side is not an Error: a 550 reply, NXDOMAIN or a failed SPF check
 * is an answer, and answers are values. An Error says that there is no answer.
 */
struct Error
{
    enum class Kind {
        Cancelled,      // the user called it off
        TimedOut,       // nothing came within the budget
        Unreachable,    // no way there (ICMP, no route, no address)
        Refused,        // the host is there, nobody listens on the port
        ConnectionLost, // the other side went away in the middle
        Malformed,      // what came cannot be read; the detail says where and why
        TooLarge,       // what came is over a stated bound
        NotPermitted,   // a network file does not lead there, or the user did not agree
    };

    Kind kind = Kind::Malformed;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(Error::Kind kind, QString detail = {})
{
    return tl::unexpected(Error{.kind = kind, .detail = std::move(detail)});
}

} // namespace todoku
