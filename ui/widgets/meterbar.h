// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace todoku {

/** How much of the whole, as a bar. Decoration: the word for it always stands beside it. */
class MeterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit MeterBar(QWidget *parent = nullptr);

    /** From 0 to 1. */
    void setValue(double value);
    [[nodiscard]] double value() const { return m_value; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_value = 0;
};

} // namespace todoku
