// SPDX-License-Identifier: MIT
#include "ui/widgets/card.h"

#include "ui/window/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace todoku {

Card::Card(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_body(new QVBoxLayout(this))
{
    const bool isNote = kind == Kind::Note || kind == Kind::Warning;
    const int side = em(isNote ? 0.9 : 1.25);
    const int top = em(isNote ? 0.6 : 0.9);
    m_body->setContentsMargins(side, top, side, top);
    m_body->setSpacing(em(0.35));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void Card::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QColor fill = theme.card;
    QColor edge = theme.line;
    qreal width = 1;
    switch (m_kind) {
    case Kind::Plain:
        break;
    case Kind::Leading:
        edge = theme.accent;
        width = 2;
        break;
    case Kind::Note:
        fill = theme.accentBackground;
        edge = Qt::transparent;
        break;
    case Kind::Warning:
        fill = theme.warningBackground;
        edge = Qt::transparent;
        break;
    case Kind::Danger:
        fill = theme.badBackground;
        edge = theme.bad;
        width = 2;
        break;
    }

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, width));
    painter.setBrush(fill);
    const qreal inset = width / 2;
    const qreal radius = em(0.8);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
}

} // namespace todoku
