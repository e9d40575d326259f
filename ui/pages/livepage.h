// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/page.h"

class QPlainTextEdit;
class QTableView;

namespace todoku {

class Card;
class MeterBar;
class ProbeTable;
class RoundButton;

/** The live checks: first what would be contacted, then, after a yes, what was found. */
class LivePage final : public Page
{
    Q_OBJECT

public:
    explicit LivePage(CaseDesk &desk, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString hint() const override;
    [[nodiscard]] bool canSkip() const override { return true; }
    void cancel() override;
    /** Runs what is agreed to; nothing is contacted before. */
    void start();

    [[nodiscard]] ProbeTable *table() const { return m_table; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitTable();
    void showDetails();
    void showProgress();
    [[nodiscard]] QString detailsText(int row) const;

    ProbeTable *m_table;
    QTableView *m_view;
    RoundButton *m_start;
    RoundButton *m_stop;
    MeterBar *m_progress;
    TextLabel *m_count;
    Card *m_promise;
    TextLabel *m_promiseText;
    Card *m_drawer;
    TextLabel *m_drawerTitle;
    QPlainTextEdit *m_details;
    RoundButton *m_copy;
};

} // namespace todoku
