// SPDX-License-Identifier: MIT
#include "core/engine/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace todoku {

// The steps of both scales are those of the diagnosis page, section 4.2.

QString likelihoodWord(double probability)
{
    constexpr std::array steps{std::pair{0.95, "almost_certain"_L1},
                               std::pair{0.80, "very_likely"_L1}, std::pair{0.50, "likely"_L1},
                               std::pair{0.20, "possible"_L1}, std::pair{0.05, "unlikely"_L1}};
    for (const auto &[from, word] : steps) {
        if (probability >= from)
            return "likelihood/"_L1 + word;
    }
    return u"likelihood/hardly"_s;
}

QString weightWord(double db)
{
    constexpr std::array steps{std::pair{20.0, "decisively"_L1},
                               std::pair{15.0, "very_strongly"_L1}, std::pair{10.0, "strongly"_L1},
                               std::pair{5.0, "moderately"_L1}, std::pair{1.0, "weakly"_L1}};
    for (const auto &[from, word] : steps) {
        if (std::abs(db) >= from)
            return "weight/"_L1 + word + (db > 0 ? "_for"_L1 : "_against"_L1);
    }
    return u"weight/negligible"_s;
}

int shownPercent(double probability)
{
    constexpr int highest = 97;
    constexpr double percent = 100;
    return std::min(highest, static_cast<int>(std::lround(probability * percent)));
}

} // namespace todoku
