// SPDX-License-Identifier: MIT
#include "ui/widgets/choicecard.h"

#include "ui/window/theme.h"

#include <QEvent>
#include <QPainter>

namespace todoku {

static constexpr qreal smallText = 0.9;

ChoiceCard::ChoiceCard(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCard::setChoice(const QString &title, const QString &description, const QString &key)
{
    m_title = title;
    m_description = description;
    m_key = key;
    setAccessibleName(title);
    setAccessibleDescription(description);
    updateGeometry();
    update();
}

ChoiceCard::Places ChoiceCard::places(int width) const
{
    const int side = em(1.15);
    const int top = em(0.75);
    const QFontMetrics bold(scaledFont(1, true));
    const QFontMetrics small(scaledFont(smallText));

    Places found;
    int textWidth = width - 2 * side;
    if (!m_key.isEmpty()) {
        const QSize key(qMax(small.horizontalAdvance(m_key) + em(0.9), em(1.7)),
                        small.height() + em(0.1));
        found.key = QRect(QPoint(width - side - key.width(), top), key);
        textWidth -= key.width() + em(0.6);
    }
    const auto wrapped = [](const QFontMetrics &metrics, int available, const QString &text) {
        const QRect room(0, 0, qMax(available, 1), QWIDGETSIZE_MAX);
        return metrics.boundingRect(room, Qt::TextWordWrap, text).height();
    };
    found.title = QRect(side, top, textWidth, wrapped(bold, textWidth, m_title));
    int bottom = found.title.top() + found.title.height();
    if (!m_description.isEmpty()) {
        found.description
            = QRect(side, bottom + em(0.15), textWidth, wrapped(small, textWidth, m_description));
        bottom = found.description.top() + found.description.height();
    }
    found.height = bottom + top;
    return found;
}

QSize ChoiceCard::sizeHint() const
{
    const int width = em(24);
    return {width, heightForWidth(width)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {em(11), places(QWIDGETSIZE_MAX / 2).height}; // the rest is up to heightForWidth()
}

int ChoiceCard::heightForWidth(int width) const
{
    return places(width).height;
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    const bool isStrong = isChecked() || hasFocus();
    const bool isFilled = isChecked() || isDown();

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = isStrong ? 2 : 1;
    const bool isNear = underMouse() && isEnabled();
    painter.setPen(QPen(isStrong || isNear ? theme.accent : theme.line, width));
    painter.setBrush(isFilled ? theme.accentBackground : theme.card);
    const QRectF edge = QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.drawRoundedRect(edge, em(0.75), em(0.75));

    const Places where = places(this->width());
    painter.setFont(scaledFont(1, true));
    painter.setPen(theme.ink);
    painter.drawText(where.title, Qt::TextWordWrap, m_title);
    painter.setFont(scaledFont(smallText));
    painter.setPen(theme.soft);
    painter.drawText(where.description, Qt::TextWordWrap, m_description);
    if (m_key.isEmpty())
        return;
    painter.drawText(where.key, Qt::AlignCenter, m_key);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(where.key).adjusted(0.5, 0.5, -0.5, -0.5), em(0.35), em(0.35));
}

void ChoiceCard::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    update();
}

bool ChoiceCard::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    return QAbstractButton::event(event);
}

} // namespace todoku
