// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/reportchoice.h"
#include "ui/pages/page.h"
#include "ui/window/casedesk.h"
#include "ui/window/theme.h"

#include <QMainWindow>

#include <array>

class QActionGroup;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace todoku {

class Card;
class EvidencePanel;
class FooterBar;
class LivePage;
class PathPicture;
class ReportPage;
class StartPage;
class StepRail;
class StepsPage;

/** The wizard: steps at the left, the mail's path on top, what is known at the right. */
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(CaseDesk &desk, const ReportWriter &reportWriter, QWidget *parent = nullptr);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] Page *page(Step step) const { return m_pages[static_cast<size_t>(step)]; }
    void goTo(Step step);
    void goNext();
    void goBack();
    void skip();

    /** Takes in what was dropped, pasted or opened, and says so, or why not. */
    void takeIn(const Document &document);
    void openFile(const QString &path);
    void paste();
    void setAppearance(Appearance appearance);
    void setLanguageShown(Language language);
    /** Says all the time that the case, called @p title, is made up and nothing leaves this PC. */
    void showAsPractice(const LocalizedText &title);
    /** A line for the status bar. */
    void say(const QString &message);

Q_SIGNALS:
    void languageWanted(todoku::Language language);
    void appearanceWanted(todoku::Appearance appearance);
    void practiceWanted();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /** Every action of the menus, in one place, so that the words can be set anew. */
    enum Command {
        NewCase,
        OpenCase,
        OpenMail,
        SaveCaseAs,
        Quit,
        Undo,
        Redo,
        PasteMail,
        CheckNow,
        StopChecking,
        GoBack,
        GoNext,
        ShowEvidence,
        Japanese,
        English,
        ThemeAuto,
        ThemeLight,
        ThemeDark,
        About,
        commandCount
    };

    void makePages(const ReportWriter &reportWriter);
    void makeFrame();
    void makeBanner(QVBoxLayout &rows);
    void makeMenus();
    void makeViewMenu();
    void connectDesk();
    QAction *makeAction(Command command, QMenu *menu, const QKeySequence &keys, auto handler);
    void retranslate();
    void refresh();
    void refreshFooter();
    void focusHeading();
    void askForFile();
    void askForCase();
    void askWhereToSave();
    void showAbout();

    CaseDesk &m_desk;
    Step m_step = Step::Start;
    std::array<Page *, stepCount> m_pages{};
    std::array<QAction *, commandCount> m_actions{};
    std::array<QMenu *, 5> m_menus{};
    std::array<QMenu *, 2> m_viewMenus{};
    QStackedWidget *m_stack = nullptr;
    StepRail *m_rail = nullptr;
    PathPicture *m_path = nullptr;
    EvidencePanel *m_evidence = nullptr;
    FooterBar *m_footer = nullptr;
    Card *m_banner = nullptr;
    TextLabel *m_bannerText = nullptr;
    LocalizedText m_practiceTitle;
    bool m_isPractice = false;
    std::array<bool, stepCount> m_visited{};
};

} // namespace todoku
