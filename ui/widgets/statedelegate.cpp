// SPDX-License-Identifier: MIT
#include "ui/widgets/statedelegate.h"

#include "ui/models/probetable.h"
#include "ui/widgets/wrappedtext.h"
#include "ui/window/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace todoku {

static int columnWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    return table ? table->columnWidth(index.column()) : option.rect.width();
}

// Where the title has no column of its own, it leads the text.
static qsizetype titleLength(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    const bool leads = table && index.column() == ProbeTable::FoundColumn
                       && table->isColumnHidden(ProbeTable::WhatColumn);
    return leads ? index.data().toString().indexOf(u'\n') : 0;
}

static void paintGround(QPainter *painter,
                        const QStyleOptionViewItem &option,
                        const QModelIndex &index)
{
    const Theme &theme = themeOf(option.palette);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.accentBackground);
    painter->setPen(theme.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isCurrent = view && view->hasFocus() && view->currentIndex().row() == index.row();
    if (!isCurrent)
        return;
    painter->setPen(QPen(theme.accent, 1));
    painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

static int indicatorSide(const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    return style->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, option.widget);
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(scaledFont(1, true));
    const int words = metrics.horizontalAdvance(index.data().toString());
    return {words + em(2.4) + indicatorSide(option), metrics.height() + em(0.8)};
}

void StateDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.palette);
    const Mark mark = static_cast<Mark>(index.data(ProbeTable::markRole).toInt());
    const QColor colour = markColour(mark, theme);

    painter->save();
    paintGround(painter, option, index);
    QStyleOptionViewItem check = option;
    const int side = indicatorSide(option);
    check.rect
        = QRect(option.rect.left() + em(0.2), option.rect.center().y() - side / 2, side, side);
    check.state.setFlag(QStyle::State_HasFocus, false);
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    check.state.setFlag(isOn ? QStyle::State_On : QStyle::State_Off);
    check.state.setFlag(QStyle::State_Enabled, index.flags().testFlag(Qt::ItemIsUserCheckable));
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, option.widget);

    const qreal size = em(0.9);
    const qreal left = check.rect.right() + em(0.5);
    paintMark(*painter, QRectF(left, option.rect.center().y() - size / 2, size, size), mark,
              colour);
    painter->setFont(scaledFont(1, true));
    painter->setPen(colour);
    const QRectF words(left + size + em(0.35), option.rect.top(), option.rect.width(),
                       option.rect.height());
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    const int sides = 2 * em(0.5);
    if (index.column() == ProbeTable::TimeColumn) {
        const QFontMetrics metrics(scaledFont(1));
        return {metrics.horizontalAdvance(text) + sides + 2, metrics.height() + em(0.8)};
    }
    const int room = qMax(columnWidth(option, index) - sides, em(3));
    const WrappedText lines(text, scaledFont(1), room, Qt::AlignLeft, titleLength(option, index));
    return {lines.usedWidth() + sides, lines.height() + em(0.8)};
}

void CellDelegate::paint(QPainter *painter,
                         const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.palette);
    const bool isTime = index.column() == ProbeTable::TimeColumn;
    const int side = em(0.5);
    const QRect room = option.rect.adjusted(side, 0, -side, 0);
    const WrappedText lines(index.data().toString(), scaledFont(1), room.width(),
                            isTime ? Qt::AlignRight : Qt::AlignLeft, titleLength(option, index));
    painter->save();
    paintGround(painter, option, index);
    painter->setPen(isTime ? theme.soft : theme.ink);
    lines.paint(*painter, {room.left(), room.top() + (room.height() - lines.height()) / 2});
    painter->restore();
}

} // namespace todoku
