// SPDX-License-Identifier: MIT
#include "ui/widgets/footerbar.h"

#include "ui/widgets/roundbutton.h"
#include "ui/widgets/textlabel.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace todoku {

FooterBar::FooterBar(QWidget *parent)
    : QWidget(parent)
    , m_hint(new TextLabel(TextLabel::Role::Small))
    , m_back(new RoundButton)
    , m_skip(new RoundButton)
    , m_next(new RoundButton(RoundButton::Kind::Primary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(em(1.5), em(0.7), em(1.5), em(0.7));
    row->setSpacing(em(0.75));
    row->addWidget(m_hint, 1);
    row->addWidget(m_back);
    row->addWidget(m_skip);
    row->addWidget(m_next);
}

void FooterBar::retranslate()
{
    m_back->setText(tr("&Back"));
    m_skip->setText(tr("&Don't know · cannot do this now"));
    m_next->setText(tr("&Next"));
}

void FooterBar::setHint(const QString &hint)
{
    m_hint->setText(hint);
}

void FooterBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.card);
    painter.fillRect(0, 0, width(), 1, theme.line);
}

} // namespace todoku
