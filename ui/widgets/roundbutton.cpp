// SPDX-License-Identifier: MIT
#include "ui/widgets/roundbutton.h"

#include "ui/window/theme.h"

#include <QPainter>

namespace todoku {

RoundButton::RoundButton(Kind kind, QWidget *parent)
    : QPushButton(parent)
    , m_kind(kind)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false); // Enter in a field must not press it
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    if (kind == Kind::Link)
        setCursor(Qt::PointingHandCursor);
    if (kind == Kind::Primary)
        setFont(scaledFont(1, true));
}

RoundButton::RoundButton(Kind kind, const QString &text, QWidget *parent)
    : RoundButton(kind, parent)
{
    setText(text);
}

QSize RoundButton::sizeHint() const
{
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, text());
    const int side = m_kind == Kind::Link ? em(0.25) : em(1.4);
    const int above = m_kind == Kind::Link ? em(0.2) : em(0.6);
    return {words.width() + 2 * side, words.height() + 2 * above};
}

void RoundButton::paintBox(QPainter &painter) const
{
    const Theme &theme = themeOf(palette());
    const bool isFilled = m_kind == Kind::Primary && isEnabled();
    QColor fill = isFilled ? theme.accent : theme.card;
    if (isDown() || isChecked())
        fill = isFilled ? theme.accent.darker(120) : theme.accentBackground;
    const bool isStrong = hasFocus() || (underMouse() && isEnabled());
    painter.setPen(QPen(isStrong || isFilled ? theme.accent : theme.line, hasFocus() ? 2 : 1));
    painter.setBrush(fill);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(box, em(0.6), em(0.6));
    if (isFilled && hasFocus()) {
        painter.setPen(QPen(theme.onAccent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), em(0.45), em(0.45));
    }
}

void RoundButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    QColor ink = theme.ink;
    QFont font = this->font();
    if (m_kind == Kind::Link) {
        ink = theme.accent;
        font.setUnderline(true);
        if (hasFocus()) {
            painter.setPen(QPen(theme.accent, 1, Qt::DashLine));
            painter.drawRect(rect().adjusted(0, 0, -1, -1));
        }
    } else {
        paintBox(painter);
        if (m_kind == Kind::Primary)
            ink = theme.onAccent;
    }
    if (!isEnabled())
        ink = theme.neutral;
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

} // namespace todoku
