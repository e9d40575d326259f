// SPDX-License-Identifier: MIT
#include "ui/pages/livepage.h"
#include "ui/widgets/evidencepanel.h"
#include "ui/widgets/footerbar.h"
#include "ui/widgets/pathpicture.h"
#include "ui/widgets/steprail.h"
#include "ui/window/mainwindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace todoku {

QAction *MainWindow::makeAction(Command command,
                                QMenu *menu,
                                const QKeySequence &keys,
                                auto handler)
{
    QAction *action = menu->addAction(QString());
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, handler);
    m_actions[command] = action;
    return action;
}

void MainWindow::makeMenus()
{
    for (QMenu *&menu : m_menus)
        menu = menuBar()->addMenu(QString());
    auto [file, edit, check, view, help] = m_menus;

    makeAction(NewCase, file, QKeySequence::New, [this] { m_desk.startAnew(); });
    makeAction(OpenCase, file, QKeySequence::Open, [this] { askForCase(); });
    makeAction(OpenMail, file, Qt::CTRL | Qt::SHIFT | Qt::Key_O, [this] { askForFile(); });
    file->addSeparator();
    makeAction(SaveCaseAs, file, QKeySequence::Save, [this] { askWhereToSave(); });
    file->addSeparator();
    makeAction(Quit, file, Qt::CTRL | Qt::Key_Q, [this] { close(); });

    makeAction(Undo, edit, QKeySequence::Undo, [this] { m_desk.undo(); });
    makeAction(Redo, edit, Qt::CTRL | Qt::Key_Y, [this] { m_desk.redo(); });
    edit->addSeparator();
    makeAction(PasteMail, edit, Qt::CTRL | Qt::SHIFT | Qt::Key_V, [this] { paste(); });

    makeAction(CheckNow, check, Qt::Key_F5, [this] {
        goTo(Step::LiveCheck);
        static_cast<LivePage *>(page(Step::LiveCheck))->start();
    });
    makeAction(StopChecking, check, {}, [this] { page(Step::LiveCheck)->cancel(); });
    makeViewMenu();
    makeAction(About, help, {}, [this] { showAbout(); });
}

void MainWindow::makeViewMenu()
{
    QMenu *view = m_menus[3];
    makeAction(GoBack, view, Qt::ALT | Qt::Key_Left, [this] { goBack(); });
    makeAction(GoNext, view, Qt::ALT | Qt::Key_Right, [this] { goNext(); });
    view->addSeparator();
    makeAction(ShowEvidence, view, {}, [this](bool isOn) { m_evidence->setVisible(isOn); });
    m_actions[ShowEvidence]->setCheckable(true);
    m_actions[ShowEvidence]->setChecked(true);
    view->addSeparator();

    const auto addChoice = [this](Command command, QMenu *menu, QActionGroup *group, auto handler) {
        makeAction(command, menu, {}, handler)->setCheckable(true);
        group->addAction(m_actions[command]);
    };
    m_viewMenus[0] = view->addMenu(QString());
    auto *languages = new QActionGroup(this);
    addChoice(Japanese, m_viewMenus[0], languages,
              [this] { Q_EMIT languageWanted(Language::Japanese); });
    addChoice(English, m_viewMenus[0], languages,
              [this] { Q_EMIT languageWanted(Language::English); });
    m_viewMenus[1] = view->addMenu(QString());
    auto *themes = new QActionGroup(this);
    for (const auto &[command, appearance] :
         {std::pair{ThemeAuto, Appearance::Auto}, std::pair{ThemeLight, Appearance::Light},
          std::pair{ThemeDark, Appearance::Dark}}) {
        addChoice(command, m_viewMenus[1], themes,
                  [this, appearance = appearance] { Q_EMIT appearanceWanted(appearance); });
    }
    m_actions[ThemeAuto]->setChecked(true);
}

void MainWindow::setAppearance(Appearance appearance)
{
    m_actions[ThemeAuto]->setChecked(appearance == Appearance::Auto);
    m_actions[ThemeLight]->setChecked(appearance == Appearance::Light);
    m_actions[ThemeDark]->setChecked(appearance == Appearance::Dark);
}

void MainWindow::setLanguageShown(Language language)
{
    m_desk.setLanguage(language);
    retranslate();
}

void MainWindow::retranslate()
{
    setWindowTitle(m_isPractice
                       ? tr("Practice: %1 – Todoku").arg(m_desk.wording().of(m_practiceTitle))
                       : tr("Todoku – why did the mail not arrive?"));
    m_bannerText->setText(tr("Practice. This case and its servers are made up: everything runs on "
                             "this PC, and nothing leaves it."));
    const std::array menus{tr("&File"), tr("&Edit"), tr("&Check"), tr("&View"), tr("&Help")};
    for (size_t i = 0; i < menus.size(); ++i)
        m_menus[i]->setTitle(menus[i]);
    m_viewMenus[0]->setTitle(tr("&Language"));
    m_viewMenus[1]->setTitle(tr("&Colours"));
    const std::array<QString, commandCount> names{
        tr("&New case"),
        tr("&Open case…"),
        tr("Open &error mail…"),
        tr("&Save case as…"),
        tr("&Quit"),
        tr("&Undo"),
        tr("&Redo"),
        tr("&Paste the error mail"),
        tr("Check &now"),
        tr("&Stop"),
        tr("Step &back"),
        tr("Step &forward"),
        tr("&What is known"),
        QString(),
        u"&English"_s,
        tr("&As the desktop"),
        tr("&Light"),
        tr("&Dark"),
        tr("&About Todoku"),
    };
    for (size_t i = 0; i < names.size(); ++i)
        m_actions[i]->setText(names[i]);
    m_actions[Japanese]->setText(u"日本語(&J)"_s);
    const bool isJapanese = m_desk.language() == Language::Japanese;
    m_actions[isJapanese ? Japanese : English]->setChecked(true);

    m_rail->setSteps({tr("Start"), tr("What is known"), tr("Live check"), tr("Steps"), tr("Result"),
                      tr("Report")});
    m_rail->setAccessibleName(tr("Steps of the wizard"));
    QStringList hops;
    for (const Hop hop : allHops)
        hops.append(m_desk.wording().hop(hop));
    m_path->setHopNames(hops);
    m_footer->retranslate();
    statusBar()->showMessage(tr("Ready"));
    refresh();
}

void MainWindow::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open an error mail or a case"), {},
        tr("Mail, text and cases (*.eml *.msg *.txt *.mbox *.json);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::askForCase()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a case"), {},
                                                      tr("Cases (*.json);;All files (*)"));
    if (path.isEmpty())
        return;
    const auto result = m_desk.openCase(path);
    if (!result)
        say(tr("This could not be read: %1").arg(result.error().detail));
}

void MainWindow::askWhereToSave()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the case"), u"case.json"_s,
                                                      tr("Cases (*.json)"));
    if (path.isEmpty())
        return;
    const auto result = m_desk.saveCaseAs(path);
    say(result ? tr("Saved: %1").arg(path)
               : tr("The case could not be saved: %1").arg(result.error().detail));
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Todoku"),
                       tr("Todoku %1 finds out why a mail did not arrive, who can fix it, and "
                          "what to do now.\n\nIt runs on this PC, sends no mail, and uploads "
                          "nothing.")
                           .arg(QApplication::applicationVersion()));
}

} // namespace todoku
