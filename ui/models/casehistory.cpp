// SPDX-License-Identifier: MIT
#include "ui/models/casehistory.h"

#include <array>
#include <utility>

namespace todoku {

static bool hasSameInput(const Case &a, const Case &b)
{
    return a.incident == b.incident && a.documents == b.documents && a.answers == b.answers
           && a.dismissed == b.dismissed && a.remedies == b.remedies && a.note == b.note;
}

// The only field of the incident in which the two differ; -1 if more than that differs.
static int onlyTypedField(const Case &a, Case b)
{
    constexpr std::array fields{&Incident::sender, &Incident::recipient, &Incident::sentAt,
                                &Incident::subject};
    int found = -1;
    for (size_t i = 0; i < fields.size(); ++i) {
        if (a.incident.*fields[i] == b.incident.*fields[i])
            continue;
        if (found >= 0)
            return -1;
        found = static_cast<int>(i);
        b.incident.*fields[i] = a.incident.*fields[i];
    }
    return hasSameInput(a, b) ? found : -1;
}

void CaseHistory::start(const Case &subject)
{
    m_current = subject;
    m_before.clear();
    m_after.clear();
    m_typedField = -1;
}

void CaseHistory::note(const Case &subject)
{
    if (hasSameInput(subject, m_current)) {
        m_current = subject;
        return;
    }
    const int field = onlyTypedField(m_current, subject);
    const bool goesOnTyping = field >= 0 && field == m_typedField && !m_before.empty();
    if (!goesOnTyping) {
        m_before.push_back(m_current);
        if (m_before.size() > limit)
            m_before.erase(m_before.begin());
    }
    m_typedField = field;
    m_after.clear();
    m_current = subject;
}

Case CaseHistory::withCurrentChecks(Case subject) const
{
    subject.observations = m_current.observations;
    subject.probes = m_current.probes;
    subject.journal = m_current.journal;
    return subject;
}

std::optional<Case> CaseHistory::undo()
{
    if (m_before.empty())
        return std::nullopt;
    Case target = withCurrentChecks(std::move(m_before.back()));
    m_before.pop_back();
    m_after.push_back(std::exchange(m_current, target));
    m_typedField = -1;
    return target;
}

std::optional<Case> CaseHistory::redo()
{
    if (m_after.empty())
        return std::nullopt;
    Case target = withCurrentChecks(std::move(m_after.back()));
    m_after.pop_back();
    m_before.push_back(std::exchange(m_current, target));
    m_typedField = -1;
    return target;
}

} // namespace todoku
