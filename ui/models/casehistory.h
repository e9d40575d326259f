// SPDX-License-Identifier: MIT
#pragma once

#include "core/evidence/case.h"

#include <optional>
#include <vector>

namespace todoku {

/**
 * Undo and redo of what the user put in. What checks saw is not undone: it cannot be seen again.
 *
 * Typing in one and the same field is one step.
 */
class CaseHistory
{
public:
    /** Forgets all, and starts from @p subject. */
    void start(const Case &subject);
    /** Notes that the case is now @p subject. */
    void note(const Case &subject);

    [[nodiscard]] bool canUndo() const { return !m_before.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_after.empty(); }
    /** The case to go back to, with the checks of the current one. */
    [[nodiscard]] std::optional<Case> undo();
    [[nodiscard]] std::optional<Case> redo();

private:
    [[nodiscard]] Case withCurrentChecks(Case subject) const;

    static constexpr size_t limit = 200;

    Case m_current;
    std::vector<Case> m_before;
    std::vector<Case> m_after;
    int m_typedField = -1; // of the incident, -1 if the last step was something else
};

} // namespace todoku
