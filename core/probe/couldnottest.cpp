// SPDX-License-Identifier: MIT
#include "core/probe/couldnottest.h"

using namespace Qt::StringLiterals;

namespace todoku {

static QString sentence(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return u"could_not/cancelled"_s;
    case Error::Kind::TimedOut:
        return u"could_not/timed_out"_s;
    case Error::Kind::Unreachable:
        return u"could_not/unreachable"_s;
    case Error::Kind::Refused:
        return u"could_not/refused"_s;
    case Error::Kind::ConnectionLost:
        return u"could_not/connection_lost"_s;
    case Error::Kind::Malformed:
        return u"could_not/malformed"_s;
    case Error::Kind::TooLarge:
        return u"could_not/too_large"_s;
    case Error::Kind::NotPermitted:
        return u"could_not/not_permitted"_s;
    }
    Q_UNREACHABLE();
}

Message couldNotTest(const Error &error)
{
    return {.id = sentence(error.kind), .arguments = {error.detail}};
}

} // namespace todoku
