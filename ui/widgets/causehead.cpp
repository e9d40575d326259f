// SPDX-License-Identifier: MIT
#include "ui/widgets/causehead.h"

#include "ui/widgets/meterbar.h"
#include "ui/widgets/roundbutton.h"
#include "ui/widgets/textlabel.h"
#include "ui/window/theme.h"

#include <QGridLayout>

namespace todoku {

CauseHead::CauseHead(int rank, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_likelihood(new QWidget)
    , m_word(new TextLabel(TextLabel::Role::Small))
    , m_meter(new MeterBar)
    , m_more(new RoundButton(RoundButton::Kind::Link))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(em(0.7));
    m_grid->setVerticalSpacing(em(0.3));
    m_grid->setColumnStretch(1, 1);
    auto *number = new TextLabel(TextLabel::Role::Title, QString::number(rank));
    number->setWordWrap(false);
    m_grid->addWidget(number, 0, 0);
    m_grid->addWidget(new TextLabel(TextLabel::Role::Title, title), 0, 1);
    m_grid->addWidget(m_more, 0, 3);

    auto *row = new QHBoxLayout(m_likelihood);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(em(0.7));
    m_word->setWordWrap(false);
    row->addWidget(m_word);
    row->addWidget(m_meter);
    row->addStretch();
    place();
}

void CauseHead::setLikelihood(const QString &word, int percent)
{
    constexpr double whole = 100;
    m_word->setText(word);
    m_word->setToolTip(tr("%1 in 100, as things stand").arg(percent));
    m_meter->setValue(percent / whole);
}

void CauseHead::place()
{
    constexpr double roomy = 42;
    const bool isRoomy = width() >= em(roomy);
    m_grid->removeWidget(m_likelihood);
    m_grid->addWidget(m_likelihood, isRoomy ? 0 : 1, isRoomy ? 2 : 1, 1, isRoomy ? 1 : 3);
}

void CauseHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace todoku
