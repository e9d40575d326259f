// SPDX-License-Identifier: MIT
#include "ui/pages/livepage.h"

#include "ui/models/probetable.h"
#include "ui/models/transcripttext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/meterbar.h"
#include "ui/widgets/roundbutton.h"
#include "ui/widgets/statedelegate.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTableView>

namespace todoku {

using namespace std::chrono_literals;

static constexpr auto stepLimit = 10s;
static constexpr auto wholeLimit = 90s;

static QTableView *makeView(ProbeTable *table)
{
    auto *view = new QTableView;
    view->setModel(table);
    view->setItemDelegate(new CellDelegate(view));
    view->setItemDelegateForColumn(ProbeTable::StateColumn, new StateDelegate(view));
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setTabKeyNavigation(false);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->verticalHeader()->hide();
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(ProbeTable::StateColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProbeTable::WhatColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(ProbeTable::FoundColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(ProbeTable::TimeColumn, QHeaderView::ResizeToContents);
    view->viewport()->setAutoFillBackground(false);
    return view;
}

LivePage::LivePage(CaseDesk &desk, QWidget *parent)
    : Page(desk, parent)
    , m_table(new ProbeTable(desk.investigation(), desk.wording(), this))
    , m_view(makeView(m_table))
    , m_start(new RoundButton(RoundButton::Kind::Primary))
    , m_stop(new RoundButton)
    , m_progress(new MeterBar)
    , m_count(new TextLabel(TextLabel::Role::Lead))
    , m_promise(new Card(Card::Kind::Warning))
    , m_promiseText(new TextLabel(TextLabel::Role::Warning))
    , m_drawer(new Card(Card::Kind::Plain))
    , m_drawerTitle(new TextLabel(TextLabel::Role::Title))
    , m_details(new QPlainTextEdit)
    , m_copy(new RoundButton)
{
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_count, 1);
    body()->addLayout(buttons);
    body()->addWidget(m_progress);
    body()->addWidget(m_view);

    auto *head = new QHBoxLayout;
    head->addWidget(m_drawerTitle, 1);
    head->addWidget(m_copy);
    m_drawer->body()->addLayout(head);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFont(verbatimFont());
    m_details->setMinimumHeight(em(14));
    m_drawer->body()->addWidget(m_details);
    m_drawer->hide();
    body()->addWidget(m_drawer);
    m_promise->body()->addWidget(m_promiseText);
    body()->addWidget(m_promise);
    body()->addStretch();

    connect(m_start, &RoundButton::clicked, this, &LivePage::start);
    connect(m_stop, &RoundButton::clicked, this, &LivePage::cancel);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LivePage::showDetails);
    connect(m_table, &ProbeTable::agreedChanged, this, &LivePage::showProgress);
    connect(m_table, &QAbstractItemModel::dataChanged, this,
            [this] { m_view->viewport()->update(); });
    connect(m_copy, &RoundButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_details->toPlainText());
        Q_EMIT announced(tr("Copied"));
    });
    connect(&investigation(), &Investigation::probeStarted, this, &LivePage::refresh);
    connect(&investigation(), &Investigation::probesFinished, this, [this] {
        refresh();
        Q_EMIT footerChanged();
    });
}

void LivePage::start()
{
    if (investigation().isProbing() || m_table->agreed().empty())
        return;
    const Budget budget(stepLimit, Budget::Clock::now() + wholeLimit);
    investigation().startProbes(m_table->agreed(), budget);
    refresh();
    Q_EMIT footerChanged();
}

void LivePage::cancel()
{
    if (!investigation().isProbing())
        return;
    investigation().cancelProbes();
    Q_EMIT announced(tr("Stopped. What was found until now is kept."));
}

void LivePage::refresh()
{
    m_table->refresh();
    m_view->setAccessibleName(tr("Live checks"));
    m_progress->setAccessibleName(tr("Progress"));
    m_details->setAccessibleName(tr("Details of the check"));
    m_copy->setText(tr("Cop&y"));
    m_stop->setText(tr("S&top"));
    m_promiseText->setText(tr("Nothing is contacted before you say so, and no mail is ever sent. "
                              "Take the tick away from what you do not want."));
    showProgress();
    showDetails();
    fitTable();
}

void LivePage::showProgress()
{
    const bool isRunning = investigation().isProbing();
    const int count = m_table->rowCount();
    const int finished = m_table->finishedCount();
    heading()->setText(isRunning ? tr("Checking the connections")
                                 : tr("Check the connections from this PC"));
    lead()->setText(finished == 0 && !isRunning
                        ? tr("This is all that would be contacted, and why.")
                        : tr("Whatever is found appears in its row at once. Choose a row to read "
                             "the details."));
    m_start->setText(finished == 0 ? tr("Check no&w") : tr("Check a&gain"));
    m_start->setEnabled(!isRunning && !m_table->agreed().empty());
    m_stop->setVisible(isRunning);
    m_count->setText(count == 0 ? tr("There is nothing to check yet.")
                                : tr("%1 of %2 done").arg(finished).arg(count));
    m_progress->setValue(count == 0 ? 0 : double(finished) / count);
    m_progress->setVisible(finished > 0 || isRunning);
}

QString LivePage::detailsText(int row) const
{
    const ProbeRecord *record = m_table->record(row);
    return record ? detailsOf(*record, wording()) : m_table->planText(row);
}

void LivePage::showDetails()
{
    const int row = m_view->currentIndex().row();
    const QString text = detailsText(row);
    m_drawer->setVisible(!text.isEmpty());
    if (text.isEmpty() || text == m_details->toPlainText())
        return;
    m_drawerTitle->setText(wording().probeTitle(m_table->probe(row)));
    m_details->setPlainText(text);
}

// The page scrolls, not the table in it: all rows show at their whole height.
void LivePage::fitTable()
{
    constexpr double shareOfWhat = 0.28;
    constexpr double roomy = 46;
    const bool isNarrow = m_view->width() < em(roomy);
    m_table->setNarrow(isNarrow);
    m_view->setColumnHidden(ProbeTable::WhatColumn, isNarrow);
    m_view->setColumnHidden(ProbeTable::TimeColumn, isNarrow);
    m_view->setColumnWidth(ProbeTable::WhatColumn, qRound(m_view->width() * shareOfWhat));
    m_view->resizeRowsToContents();
    int height = m_view->horizontalHeader()->height() + 2;
    for (int row = 0; row < m_table->rowCount(); ++row)
        height += m_view->rowHeight(row);
    m_view->setFixedHeight(height);
}

void LivePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    QMetaObject::invokeMethod(this, &LivePage::fitTable, Qt::QueuedConnection);
}

QString LivePage::hint() const
{
    return investigation().isProbing() ? tr("Esc stops; what was found is kept.")
                                       : tr("F5 checks. Space takes a tick away.");
}

} // namespace todoku
