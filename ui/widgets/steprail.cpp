// SPDX-License-Identifier: MIT
#include "ui/widgets/steprail.h"

#include "ui/widgets/statemark.h"
#include "ui/window/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace todoku {

namespace {

constexpr int doneRole = Qt::UserRole;
constexpr int currentRole = Qt::UserRole + 1;

class StepDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &,
                                 const QModelIndex &index) const override
    {
        const QFontMetrics metrics(scaledFont(1, true));
        const QString name = index.data().toString();
        return {metrics.horizontalAdvance(name) + em(3.4), metrics.height() + em(1.15)};
    }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.palette);
        const bool isCurrent = index.data(currentRole).toBool();
        const bool isDone = index.data(doneRole).toBool();
        const QRectF box = QRectF(option.rect).adjusted(2, 2, -2, -2);

        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
        if (isCurrent || hasFocus) {
            painter->setPen(hasFocus ? QPen(theme.accent, 1.5) : QPen(Qt::NoPen));
            painter->setBrush(isCurrent ? QBrush(theme.accentBackground) : QBrush(Qt::NoBrush));
            painter->drawRoundedRect(box, em(0.6), em(0.6));
        }
        const qreal side = em(0.85);
        const QRectF mark(box.left() + em(0.7), box.center().y() - side / 2, side, side);
        if (isDone && !isCurrent)
            paintMark(*painter, mark, Mark::Ok, theme.good);
        painter->setFont(scaledFont(1, isCurrent));
        painter->setPen(isCurrent ? theme.accent : isDone ? theme.soft : theme.neutral);
        painter->drawText(box.adjusted(em(1.9), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          index.data().toString());
        painter->restore();
    }
};

} // namespace

StepRail::StepRail(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new StepDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(this, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { Q_EMIT stepChosen(row(item)); });
    connect(this, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { Q_EMIT stepChosen(row(item)); });
}

void StepRail::setSteps(const QStringList &names)
{
    for (int step = 0; step < names.size(); ++step) {
        if (step >= count())
            addItem(QString());
        item(step)->setText(names.at(step));
    }
    setCurrentStep(m_current);
    updateGeometry();
}

void StepRail::setCurrentStep(int step)
{
    m_current = step;
    for (int other = 0; other < count(); ++other)
        item(other)->setData(currentRole, other == step);
    setCurrentRow(step);
}

void StepRail::setDone(int step, bool isDone)
{
    item(step)->setData(doneRole, isDone);
}

QSize StepRail::sizeHint() const
{
    return {qMax(sizeHintForColumn(0), em(11)) + em(0.6), em(20)};
}

} // namespace todoku
