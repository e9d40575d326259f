// SPDX-License-Identifier: MIT
#pragma once

#include "ui/window/casedesk.h"

#include <QScrollArea>

class QVBoxLayout;

namespace todoku {

class TextLabel;

/** What is known and where from; each piece can be set aside and put back. */
class EvidencePanel final : public QScrollArea
{
    Q_OBJECT

public:
    explicit EvidencePanel(CaseDesk &desk, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void addObservation(const Observation &observation);
    void addSetAside(const FactId &fact);
    void setDismissed(const FactId &fact, bool isDismissed);

    CaseDesk &m_desk;
    TextLabel *m_heading;
    QVBoxLayout *m_items;
};

} // namespace todoku
