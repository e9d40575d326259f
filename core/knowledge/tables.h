// SPDX-License-Identifier: MIT
#pragma once

#include "core/knowledge/knowledgebase.h"

namespace todoku {

// The tables without their words, one function a file. Each checks what can be seen in its own
// file; references between files are checked by KnowledgeBase::load.

[[nodiscard]] Result<ModelSettings> readModelTable(const QString &path);
[[nodiscard]] Result<std::vector<Fact>> readFactTable(const QString &path);
[[nodiscard]] Result<std::vector<Cause>> readCauseTable(const QString &path,
                                                        const std::vector<Fact> &facts,
                                                        const std::vector<Remedy> &remedies);
[[nodiscard]] Result<std::vector<Remedy>> readRemedyTable(const QString &path);

} // namespace todoku
