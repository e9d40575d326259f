// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace todoku {

/** Where the tables are inside the program; $TODOKU_KNOWLEDGE names another folder to try. */
[[nodiscard]] QString knowledgeDirectory();

/** Where the words of letters and reports are inside the program. */
[[nodiscard]] QString reportWordsDirectory();

/** Where the scenarios of the practice network are inside the program. */
[[nodiscard]] QString scenarioDirectory();

} // namespace todoku
