// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/page.h"

#include <set>

namespace todoku {

/** The likely causes with their reasons, who must act, what to do, and what would settle it. */
class ResultPage final : public Page
{
    Q_OBJECT

public:
    explicit ResultPage(CaseDesk &desk, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString hint() const override;

Q_SIGNALS:
    void questionWanted(const todoku::FactId &fact);

private:
    void showHeadline();
    void showWarning();
    void showCauses();
    void showRemedies();
    void showRemedy(const Remedy &remedy);
    void showNext();
    void showRuledOut();
    void addTitle(const QString &text);

    QVBoxLayout *m_parts;
    std::set<std::pair<QString, int>> m_ticked; // steps of remedies; kept while the window is open
};

} // namespace todoku
