// SPDX-License-Identifier: MIT
#pragma once

#include <QListWidget>

namespace todoku {

/** The list of steps at the left: done, current, still to come. A click goes there. */
class StepRail final : public QListWidget
{
    Q_OBJECT

public:
    explicit StepRail(QWidget *parent = nullptr);

    void setSteps(const QStringList &names);
    void setCurrentStep(int step);
    void setDone(int step, bool isDone);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {sizeHint().width(), 0}; }

Q_SIGNALS:
    void stepChosen(int step);

private:
    int m_current = 0;
};

} // namespace todoku
