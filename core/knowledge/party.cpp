// SPDX-License-Identifier: MIT
#include "core/knowledge/party.h"

#include <array>

using namespace Qt::StringLiterals;

namespace todoku {

static const std::array ids{u"su"_s, u"sa"_s, u"sd"_s, u"sp"_s, u"ru"_s,
                            u"ra"_s, u"rp"_s, u"bl"_s, u"wd"_s, u"wait"_s};

QString partyId(Party party)
{
    return ids.at(static_cast<size_t>(party));
}

std::optional<Party> partyFromId(const QString &id)
{
    for (size_t i = 0; i < ids.size(); ++i) {
        if (ids.at(i) == id)
            return static_cast<Party>(i);
    }
    return std::nullopt;
}

} // namespace todoku
