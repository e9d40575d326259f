// SPDX-License-Identifier: MIT
#include "ui/widgets/meterbar.h"

#include "ui/window/theme.h"

#include <QPainter>

namespace todoku {

MeterBar::MeterBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MeterBar::setValue(double value)
{
    m_value = qBound(0.0, value, 1.0);
    update();
}

QSize MeterBar::sizeHint() const
{
    return {em(10), em(0.65)};
}

QSize MeterBar::minimumSizeHint() const
{
    return {em(3), em(0.65)};
}

void MeterBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    const qreal radius = height() / 2.0;

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.line);
    painter.drawRoundedRect(rect(), radius, radius);
    if (m_value <= 0)
        return;
    painter.setBrush(theme.accent);
    const qreal filled = qMax(width() * m_value, 2 * radius);
    painter.drawRoundedRect(QRectF(0, 0, filled, height()), radius, radius);
}

} // namespace todoku
