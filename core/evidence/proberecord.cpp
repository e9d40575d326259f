// SPDX-License-Identifier: MIT
#include "core/evidence/proberecord.h"

#include <array>

using namespace Qt::StringLiterals;

namespace todoku {

// In the order of CheckState.
static const std::array ids{u"ok"_s,          u"problem"_s, u"warning"_s,
                            u"information"_s, u"not_run"_s, u"could_not_test"_s};

QString checkStateId(CheckState state)
{
    return ids.at(static_cast<size_t>(state));
}

std::optional<CheckState> checkStateFromId(const QString &id)
{
    for (size_t i = 0; i < ids.size(); ++i) {
        if (ids.at(i) == id)
            return static_cast<CheckState>(i);
    }
    return std::nullopt;
}

} // namespace todoku
