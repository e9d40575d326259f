// SPDX-License-Identifier: MIT
#include "ui/widgets/pathpicture.h"

#include "ui/widgets/wrappedtext.h"
#include "ui/window/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr std::array textSizes{0.82, 0.76, 0.7};
constexpr int besideWords = 4; // so that the words of two hops do not run into one another

int boxSide()
{
    return em(3);
}

Mark markOf(HopState state)
{
    switch (state) {
    case HopState::Unknown:
        return Mark::NotRun;
    case HopState::Fine:
        return Mark::Ok;
    case HopState::Suspect:
        return Mark::Warning;
    case HopState::Broken:
        return Mark::Problem;
    case HopState::CouldNotTest:
        return Mark::CouldNotTest;
    }
    return Mark::NotRun;
}

bool fits(const QString &label, qreal size, int width)
{
    const QFontMetrics metrics(scaledFont(size, true));
    return std::ranges::all_of(phrasesOf(label), [&](const QString &phrase) {
        return metrics.horizontalAdvance(phrase.trimmed()) <= width;
    });
}

WrappedText laidOut(const QString &label, const QFont &font, int width)
{
    return {brokenAtPhrases(label, QFontMetrics(font), width), font, width, Qt::AlignHCenter};
}

Qt::PenStyle edgeOf(HopState state)
{
    if (state == HopState::Unknown)
        return Qt::DotLine;
    return state == HopState::CouldNotTest ? Qt::DashLine : Qt::SolidLine;
}

} // namespace

PathPicture::PathPicture(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("The mail's path"));
}

void PathPicture::setHopNames(const QStringList &names)
{
    m_names = names;
    updateGeometry();
    update();
}

void PathPicture::setStates(const PathStates &states)
{
    if (states == m_states)
        return;
    m_states = states;
    updateGeometry();
    update();
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

QString PathPicture::stateWord(HopState state)
{
    switch (state) {
    case HopState::Unknown:
        return tr("not checked");
    case HopState::Fine:
        return tr("OK");
    case HopState::Suspect:
        return tr("possible");
    case HopState::Broken:
        return tr("likely here");
    case HopState::CouldNotTest:
        return tr("could not test");
    }
    return {};
}

QString PathPicture::description(size_t hop) const
{
    return m_names.value(static_cast<qsizetype>(hop)) + u": "_s + stateWord(m_states[hop]);
}

QRect PathPicture::hopRect(size_t hop) const
{
    const int column = width() / static_cast<int>(allHops.size());
    return {static_cast<int>(hop) * column, 0, column, height()};
}

QRectF PathPicture::boxRect(size_t hop) const
{
    const QRect column = hopRect(hop);
    const int side = boxSide();
    return {column.center().x() + 1 - side / 2.0, 2, double(side), double(side)};
}

// A hop that nobody has looked at has a dash in its box; the words are for those who listen.
QStringList PathPicture::labels(size_t hop) const
{
    QStringList found{m_names.value(static_cast<qsizetype>(hop))};
    if (m_states[hop] != HopState::Unknown)
        found.append(stateWord(m_states[hop]));
    return found;
}

bool PathPicture::areBroken(qreal size, int columnWidth) const
{
    for (size_t hop = 0; hop < allHops.size(); ++hop) {
        for (const QString &label : labels(hop)) {
            if (!fits(label, size, columnWidth - besideWords))
                return true;
        }
    }
    return false;
}

qreal PathPicture::textSize(int columnWidth) const
{
    for (const qreal size : textSizes) {
        if (!areBroken(size, columnWidth))
            return size;
    }
    return textSizes.back();
}

bool PathPicture::breaksWords() const
{
    return areBroken(textSizes.back(), hopRect(0).width());
}

int PathPicture::wordsHeight(int columnWidth) const
{
    const QFont font = scaledFont(textSize(columnWidth), true);
    int highest = 0;
    for (size_t hop = 0; hop < allHops.size(); ++hop) {
        int height = 0;
        for (const QString &label : labels(hop))
            height += laidOut(label, font, columnWidth - besideWords).height();
        highest = qMax(highest, height);
    }
    return highest;
}

QSize PathPicture::sizeHint() const
{
    const int width = static_cast<int>(allHops.size()) * em(7);
    return {width, heightForWidth(width)};
}

QSize PathPicture::minimumSizeHint() const
{
    const int width = static_cast<int>(allHops.size()) * (boxSide() + em(1.5));
    return {width, boxSide() + em(3)};
}

int PathPicture::heightForWidth(int width) const
{
    const int column = width / static_cast<int>(allHops.size());
    return boxSide() + em(0.5) + wordsHeight(column) + 2;
}

void PathPicture::paintHop(QPainter &painter, size_t hop, const Theme &theme) const
{
    const HopState state = m_states[hop];
    const Mark mark = markOf(state);
    const QColor colour = markColour(mark, theme);
    const bool isBroken = state == HopState::Broken;
    const QRectF box = boxRect(hop);

    painter.setPen(QPen(colour, isBroken ? 3 : 2, edgeOf(state)));
    painter.setBrush(isBroken ? theme.badBackground : theme.card);
    painter.drawRoundedRect(box, em(0.75), em(0.75));
    const double inset = box.width() * 0.29;
    paintMark(painter, box.adjusted(inset, inset, -inset, -inset), mark, colour);

    const QRect column = hopRect(hop);
    const QFont font = scaledFont(textSize(column.width()), isBroken);
    QPoint below(column.left() + besideWords / 2, qRound(box.bottom()) + em(0.5));
    painter.setPen(isBroken ? theme.ink : theme.soft);
    for (const QString &label : labels(hop)) {
        const WrappedText lines = laidOut(label, font, column.width() - besideWords);
        lines.paint(painter, below);
        below.ry() += lines.height();
        painter.setPen(colour);
    }
}

void PathPicture::paintLine(QPainter &painter, size_t from, const Theme &theme) const
{
    const QRectF left = boxRect(from);
    const QRectF right = boxRect(from + 1);
    const bool isCut = m_states[from] == HopState::Broken || m_states[from + 1] == HopState::Broken;
    const double gap = (right.left() - left.right()) * 0.22;
    const double middle = left.center().y();
    painter.setPen(QPen(isCut ? theme.bad : theme.line, 2, isCut ? Qt::DashLine : Qt::SolidLine));
    painter.drawLine(QPointF(left.right() + gap, middle), QPointF(right.left() - gap, middle));
}

void PathPicture::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (size_t hop = 0; hop + 1 < allHops.size(); ++hop)
        paintLine(painter, hop, theme);
    for (size_t hop = 0; hop < allHops.size(); ++hop)
        paintHop(painter, hop, theme);
}

void PathPicture::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("The mail's path"));
    update();
}

} // namespace todoku
