// SPDX-License-Identifier: MIT
#include "ui/window/mainwindow.h"

#include "ui/pages/knownpage.h"
#include "ui/pages/livepage.h"
#include "ui/pages/reportpage.h"
#include "ui/pages/resultpage.h"
#include "ui/pages/startpage.h"
#include "ui/pages/stepspage.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dropbox.h"
#include "ui/widgets/evidencepanel.h"
#include "ui/widgets/footerbar.h"
#include "ui/widgets/pathpicture.h"
#include "ui/widgets/roundbutton.h"
#include "ui/widgets/steprail.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTime>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace todoku {

MainWindow::MainWindow(CaseDesk &desk, const ReportWriter &reportWriter, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(desk)
{
    setAcceptDrops(true);
    makePages(reportWriter);
    makeFrame();
    makeMenus();
    connectDesk();
    m_visited[0] = true;
    retranslate();
    const QSize frame(em(2), em(5)); // what the desktop draws around a window, at a guess
    resize(QSize(em(94), em(58)).boundedTo(screen()->availableSize() - frame));
}

void MainWindow::makePages(const ReportWriter &reportWriter)
{
    auto *start = new StartPage(m_desk);
    auto *steps = new StepsPage(m_desk);
    auto *result = new ResultPage(m_desk);
    m_pages = {start,
               new KnownPage(m_desk),
               new LivePage(m_desk),
               steps,
               result,
               new ReportPage(m_desk, reportWriter)};

    connect(start, &StartPage::documentTaken, this, &MainWindow::takeIn);
    connect(start, &StartPage::documentRefused, this,
            [this](const QString &reason) { say(tr("This could not be read: %1").arg(reason)); });
    connect(start, &StartPage::fileWanted, this, &MainWindow::askForFile);
    connect(start, &StartPage::pasteWanted, this, &MainWindow::paste);
    connect(start, &StartPage::practiceWanted, this, &MainWindow::practiceWanted);
    connect(steps, &StepsPage::pasteWanted, this, &MainWindow::paste);
    connect(result, &ResultPage::questionWanted, this, [this, steps](const FactId &fact) {
        steps->show(fact);
        goTo(Step::Steps);
    });

    m_stack = new QStackedWidget;
    for (Page *page : m_pages) {
        m_stack->addWidget(page);
        connect(page, &Page::done, this, [this] {
            goTo(static_cast<Step>(qMin(static_cast<int>(m_step) + 1, stepCount - 1)));
        });
        connect(page, &Page::stepWanted, this, &MainWindow::goTo);
        connect(page, &Page::footerChanged, this, &MainWindow::refreshFooter);
        connect(page, &Page::announced, this, &MainWindow::say);
        connect(page, &Page::headingChanged, this, &MainWindow::focusHeading);
    }
}

void MainWindow::makeFrame()
{
    m_rail = new StepRail;
    m_path = new PathPicture;
    m_evidence = new EvidencePanel(m_desk);
    m_footer = new FooterBar;

    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, em(1.1), 0, 0);
    column->setSpacing(em(0.6));
    auto *pathRow = new QHBoxLayout;
    pathRow->setContentsMargins(em(0.5), 0, em(0.5), 0);
    pathRow->addWidget(m_path);
    column->addLayout(pathRow);
    column->addWidget(m_stack, 1);

    auto *splitter = new QSplitter;
    splitter->addWidget(middle);
    splitter->addWidget(m_evidence);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setHandleWidth(1);
    splitter->setCollapsible(0, false);

    auto *central = new QWidget;
    auto *rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    makeBanner(*rows);
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    auto *railColumn = new QVBoxLayout;
    railColumn->setContentsMargins(em(0.7), em(0.9), 0, 0);
    railColumn->addWidget(m_rail);
    across->addLayout(railColumn);
    across->addWidget(splitter, 1);
    rows->addLayout(across, 1);
    rows->addWidget(m_footer);
    setCentralWidget(central);

    connect(m_rail, &StepRail::stepChosen, this,
            [this](int step) { goTo(static_cast<Step>(step)); });
    connect(m_footer->back(), &RoundButton::clicked, this, &MainWindow::goBack);
    connect(m_footer->next(), &RoundButton::clicked, this, &MainWindow::goNext);
    connect(m_footer->skip(), &RoundButton::clicked, this, &MainWindow::skip);
}

void MainWindow::makeBanner(QVBoxLayout &rows)
{
    m_banner = new Card(Card::Kind::Note);
    m_bannerText = new TextLabel(TextLabel::Role::Accent);
    m_banner->body()->addWidget(m_bannerText);
    m_banner->body()->setContentsMargins(em(1), em(0.4), em(1), em(0.4));
    m_banner->hide();
    rows.addWidget(m_banner);
}

void MainWindow::showAsPractice(const LocalizedText &title)
{
    m_practiceTitle = title;
    m_isPractice = true;
    m_banner->show();
    retranslate();
}

void MainWindow::connectDesk()
{
    connect(&m_desk, &CaseDesk::changed, this, &MainWindow::refresh);
    connect(&m_desk, &CaseDesk::replaced, this, [this] {
        m_visited.fill(false);
        goTo(Step::Start);
    });
    connect(&m_desk, &CaseDesk::saved, this, [this] {
        say(tr("Saved by itself at %1").arg(QTime::currentTime().toString(u"HH:mm"_s)));
    });
    connect(&m_desk, &CaseDesk::saveFailed, this, [this](const QString &reason) {
        say(tr("The case could not be saved: %1").arg(reason));
    });
}

void MainWindow::say(const QString &message)
{
    statusBar()->showMessage(message);
}

void MainWindow::goTo(Step step)
{
    m_step = step;
    m_visited[static_cast<size_t>(step)] = true;
    Page *shown = page(step);
    m_stack->setCurrentWidget(shown);
    shown->enter();
    refresh();
    focusHeading();
}

void MainWindow::focusHeading()
{
    Page *shown = page(m_step);
    shown->ensureVisible(0, 0);
    shown->heading()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::goNext()
{
    if (!page(m_step)->canGoNext() || page(m_step)->goNext())
        return;
    const int next = static_cast<int>(m_step) + 1;
    if (next < stepCount)
        goTo(static_cast<Step>(next));
}

void MainWindow::goBack()
{
    if (page(m_step)->goBack())
        return;
    const int before = static_cast<int>(m_step) - 1;
    if (before >= 0)
        goTo(static_cast<Step>(before));
}

void MainWindow::skip()
{
    if (!page(m_step)->canSkip() || page(m_step)->skip())
        return;
    goTo(static_cast<Step>(qMin(static_cast<int>(m_step) + 1, stepCount - 1)));
}

void MainWindow::refresh()
{
    page(m_step)->refresh();
    m_evidence->refresh();
    const auto &investigation = m_desk.investigation();
    m_path->setStates(pathStates(investigation.knowledge(), investigation.subject(),
                                 investigation.evidence(), investigation.diagnosis()));
    for (int step = 0; step < stepCount; ++step)
        m_rail->setDone(step, m_visited[static_cast<size_t>(step)]);
    m_rail->setCurrentStep(static_cast<int>(m_step));
    refreshFooter();
}

void MainWindow::refreshFooter()
{
    const Page *shown = page(m_step);
    m_footer->setHint(shown->hint());
    m_footer->back()->setEnabled(m_step != Step::Start);
    m_footer->next()->setEnabled(shown->canGoNext());
    m_footer->skip()->setEnabled(shown->canSkip());
    m_actions[Undo]->setEnabled(m_desk.canUndo());
    m_actions[Redo]->setEnabled(m_desk.canRedo());
    const bool isProbing = m_desk.investigation().isProbing();
    m_actions[CheckNow]->setEnabled(!isProbing);
    m_actions[StopChecking]->setEnabled(isProbing);
}

void MainWindow::takeIn(const Document &document)
{
    const auto result = m_desk.takeIn(document);
    if (!result) {
        say(tr("This could not be read: %1").arg(result.error().detail));
        return;
    }
    if (m_step == Step::Start && !m_desk.investigation().subject().documents.empty())
        goTo(Step::Known);
    say(tr("Taken in. What it says stands at the right."));
}

void MainWindow::openFile(const QString &path)
{
    const auto document = documentFromFile(path);
    if (document)
        takeIn(*document);
    else
        say(tr("This could not be read: %1").arg(document.error().detail));
}

void MainWindow::paste()
{
    const QMimeData *mime = QApplication::clipboard()->mimeData();
    const auto document = mime ? documentFrom(*mime) : failure(Error::Kind::Malformed);
    if (document)
        takeIn(*document);
    else
        say(tr("The clipboard holds no text. Copy the error mail first."));
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        page(m_step)->cancel(); // and never closes
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        paste();
        return;
    }
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (isPlain && page(m_step)->takeKey(event->key()))
        return;
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (canHoldDocument(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const auto document = documentFrom(*event->mimeData());
    if (!document) {
        say(tr("This could not be read: %1").arg(document.error().detail));
        return;
    }
    event->acceptProposedAction();
    takeIn(*document);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_desk.investigation().cancelProbes();
    m_desk.saveNow();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_rail)
        retranslate();
}

} // namespace todoku
