// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace todoku {

/** The id, in words.json, of how likely something is: "likelihood/very_likely" and so on. */
[[nodiscard]] QString likelihoodWord(double probability);

/** The id of how much an observation speaks for or against a cause: "weight/strongly_for" …. */
[[nodiscard]] QString weightWord(double db);

/** Whole percent for people; never above 97, since nothing here is that sure. */
[[nodiscard]] int shownPercent(double probability);

} // namespace todoku
