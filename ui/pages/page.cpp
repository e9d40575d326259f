// SPDX-License-Identifier: MIT
#include "ui/pages/page.h"

#include "ui/window/theme.h"

#include <QLayout>
#include <QVBoxLayout>

namespace todoku {

Page::Page(CaseDesk &desk, QWidget *parent)
    : QScrollArea(parent)
    , m_desk(desk)
    , m_heading(new TextLabel(TextLabel::Role::Heading))
    , m_lead(new TextLabel(TextLabel::Role::Lead))
{
    auto *content = new QWidget;
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(em(2), em(0.3), em(2), em(1.2));
    m_body->setSpacing(em(0.75));
    m_body->addWidget(m_heading);
    m_body->addWidget(m_lead);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::NoFocus);
}

void clearLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the one whose signal is being handled
        } else if (QLayout *inner = item->layout()) {
            clearLayout(*inner);
        }
        delete item;
    }
}

} // namespace todoku
