// SPDX-License-Identifier: MIT
#pragma once

#include "core/knowledge/knowledgebase.h"

#include <nlohmann/json_fwd.hpp>

namespace todoku::test {

/** The tables of a "diagnosis-kb/1" document, as the reference numbers were worked out with. */
[[nodiscard]] KnowledgeBase referenceKnowledge(const nlohmann::json &document);

} // namespace todoku::test
