// SPDX-License-Identifier: MIT
#include "ui/widgets/textlabel.h"

#include "ui/widgets/wrappedtext.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPainter>

namespace todoku {

TextLabel::TextLabel(Role role, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText); // much of what is shown came from strangers
    setTextInteractionFlags(Qt::NoTextInteraction);
    if (role == Role::Verbatim)
        offerCopy();
    if (role == Role::Heading)
        setFocusPolicy(Qt::TabFocus); // the focus goes there when a page comes up
    applyFont();
    applyColour();
}

TextLabel::TextLabel(Role role, const QString &text, QWidget *parent)
    : TextLabel(role, parent)
{
    setText(text);
}

void TextLabel::offerCopy()
{
    auto *copy = new QAction(tr("Copy"), this);
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(text()); });
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

QSize TextLabel::sizeHint() const
{
    const QSize hint = QLabel::sizeHint();
    return wordWrap() ? QSize(hint.width(), heightForWidth(hint.width())) : hint;
}

// QLabel would not get narrower than its longest word, and servers say very long ones.
QSize TextLabel::minimumSizeHint() const
{
    constexpr qreal narrowest = 7;
    const QSize hint = QLabel::minimumSizeHint();
    return wordWrap() ? QSize(qMin(hint.width(), em(narrowest)), hint.height()) : hint;
}

int TextLabel::heightForWidth(int width) const
{
    if (!wordWrap())
        return QLabel::heightForWidth(width);
    return WrappedText(text(), font(), width, Qt::AlignLeft).height();
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (!wordWrap()) {
        QLabel::paintEvent(event);
        return;
    }
    const WrappedText lines(text(), font(), width(), Qt::AlignLeft);
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const bool isAtTop = alignment().testFlag(Qt::AlignTop);
    lines.paint(painter, {0, isAtTop ? 0 : qMax((height() - lines.height()) / 2, 0)});
}

void TextLabel::applyFont()
{
    constexpr qreal heading = 1.5;
    constexpr qreal title = 1.08;
    constexpr qreal small = 0.9;

    switch (m_role) {
    case Role::Heading:
        setFont(scaledFont(heading, true));
        return;
    case Role::Title:
        setFont(scaledFont(title, true));
        return;
    case Role::Small:
        setFont(scaledFont(small));
        return;
    case Role::Verbatim:
        setFont(verbatimFont(small));
        return;
    case Role::Good:
    case Role::Bad:
    case Role::Accent:
        setFont(scaledFont(1, true));
        return;
    case Role::Body:
    case Role::Lead:
    case Role::Warning:
        setFont(scaledFont(1));
        return;
    }
}

static QColor colourOf(TextLabel::Role role, const Theme &theme)
{
    switch (role) {
    case TextLabel::Role::Lead:
    case TextLabel::Role::Small:
        return theme.soft;
    case TextLabel::Role::Good:
        return theme.good;
    case TextLabel::Role::Bad:
        return theme.bad;
    case TextLabel::Role::Warning:
        return theme.warning;
    case TextLabel::Role::Accent:
        return theme.accent;
    default:
        return theme.ink;
    }
}

void TextLabel::applyColour()
{
    QPalette own;
    own.setColor(QPalette::WindowText, colourOf(m_role, themeOf(palette())));
    setPalette(own);
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_isApplying)
        return;
    m_isApplying = true;
    applyColour();
    m_isApplying = false;
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        applyFont();
    return QLabel::event(event);
}

} // namespace todoku
