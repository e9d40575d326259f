// SPDX-License-Identifier: MIT
#include "ui/widgets/statemark.h"

#include <QPainter>
#include <QPainterPath>

namespace todoku {

Mark stateMark(CheckState state)
{
    switch (state) {
    case CheckState::Ok:
        return Mark::Ok;
    case CheckState::Problem:
        return Mark::Problem;
    case CheckState::Warning:
        return Mark::Warning;
    case CheckState::Information:
        return Mark::Information;
    case CheckState::NotRun:
        return Mark::NotRun;
    case CheckState::CouldNotTest:
        return Mark::CouldNotTest;
    }
    return Mark::NotRun;
}

QColor markColour(Mark mark, const Theme &theme)
{
    switch (mark) {
    case Mark::Ok:
        return theme.good;
    case Mark::Problem:
        return theme.bad;
    case Mark::Warning:
        return theme.warning;
    case Mark::CouldNotTest:
        return theme.unsure;
    case Mark::Information:
    case Mark::Running:
        return theme.accent;
    case Mark::NotRun:
    case Mark::Waiting:
        return theme.neutral;
    }
    return theme.neutral;
}

QColor markBackground(Mark mark, const Theme &theme)
{
    switch (mark) {
    case Mark::Problem:
        return theme.badBackground;
    case Mark::Warning:
        return theme.warningBackground;
    default:
        return theme.card;
    }
}

// All shapes are given in a square from 0 to 1.
static QPainterPath strokesOf(Mark mark)
{
    QPainterPath path;
    switch (mark) {
    case Mark::Ok:
        path.moveTo(0.16, 0.55);
        path.lineTo(0.40, 0.80);
        path.lineTo(0.84, 0.22);
        break;
    case Mark::Problem:
        path.moveTo(0.22, 0.22);
        path.lineTo(0.78, 0.78);
        path.moveTo(0.78, 0.22);
        path.lineTo(0.22, 0.78);
        break;
    case Mark::Warning:
        path.moveTo(0.5, 0.14);
        path.lineTo(0.5, 0.58);
        break;
    case Mark::Information:
        path.moveTo(0.5, 0.44);
        path.lineTo(0.5, 0.86);
        break;
    case Mark::NotRun:
        path.moveTo(0.22, 0.5);
        path.lineTo(0.78, 0.5);
        break;
    case Mark::CouldNotTest:
        path.moveTo(0.28, 0.32);
        path.cubicTo(0.28, 0.02, 0.74, 0.04, 0.72, 0.32);
        path.cubicTo(0.70, 0.48, 0.50, 0.46, 0.50, 0.66);
        break;
    case Mark::Waiting:
    case Mark::Running:
        break;
    }
    return path;
}

static QPainterPath dotsOf(Mark mark)
{
    QPainterPath path;
    constexpr double r = 0.08;
    switch (mark) {
    case Mark::Warning:
    case Mark::CouldNotTest:
        path.addEllipse(QPointF(0.5, 0.86), r, r);
        break;
    case Mark::Information:
        path.addEllipse(QPointF(0.5, 0.18), r, r);
        break;
    case Mark::Running:
        for (const double x : {0.18, 0.5, 0.82})
            path.addEllipse(QPointF(x, 0.5), r, r);
        break;
    default:
        break;
    }
    return path;
}

void paintMark(QPainter &painter, const QRectF &box, Mark mark, const QColor &colour)
{
    const double side = qMin(box.width(), box.height());
    constexpr double strokeWidth = 0.13;

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center() - QPointF(side / 2, side / 2));
    painter.scale(side, side);
    painter.setPen(QPen(colour, strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(strokesOf(mark));
    if (mark == Mark::Waiting) {
        painter.setPen(QPen(colour, strokeWidth / 2));
        painter.drawEllipse(QRectF(0.25, 0.25, 0.5, 0.5));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(dotsOf(mark));
    painter.restore();
}

} // namespace todoku
