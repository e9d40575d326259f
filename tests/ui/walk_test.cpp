// SPDX-License-Identifier: MIT
#include "ui/pages/livepage.h"
#include "ui/pages/stepspage.h"
#include "ui/stage.h"
#include "ui/widgets/choicecard.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

QLineEdit *firstField(MainWindow &window)
{
    return window.page(Step::Known)->findChildren<QLineEdit *>().front();
}

void press(MainWindow &window, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window,
                    static_cast<Qt::Key>(key), modifiers);
}

class Walk : public testing::TestWithParam<Language>
{};

} // namespace

TEST_P(Walk, GoesThroughAllPagesByKeyboard)
{
    test::Stage stage;
    stage.show(GetParam());
    MainWindow &window = stage.window();

    press(window, Qt::Key_1);
    EXPECT_EQ(window.step(), Step::Known);
    press(window, Qt::Key_N, Qt::AltModifier); // the button stays down for a moment first
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.step() == Step::LiveCheck; }));
    press(window, Qt::Key_F5);
    EXPECT_TRUE(stage.finishProbes());
    press(window, Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(window.step(), Step::Steps);
    for (int i = 0; i < 60 && window.step() == Step::Steps; ++i)
        press(window, Qt::Key_0);
    EXPECT_EQ(window.step(), Step::Result);
    press(window, Qt::Key_Right, Qt::AltModifier);

    EXPECT_EQ(window.step(), Step::Report);
    EXPECT_EQ(stage.investigation().subject().incident.symptom, u"silent"_s);
    EXPECT_EQ(stage.investigation().subject().probes.size(), 6U);
}

TEST_P(Walk, PutsTheFocusOnTheHeadingOfANewPage)
{
    test::Stage stage;
    stage.show(GetParam());

    stage.window().goTo(Step::Known);

    EXPECT_EQ(QApplication::focusWidget(), stage.window().page(Step::Known)->heading());
}

TEST_P(Walk, KeepsWhatWasTypedOnGoingBackAndForth)
{
    test::Stage stage;
    stage.show(GetParam());
    MainWindow &window = stage.window();
    window.goTo(Step::Known);

    QTest::keyClicks(firstField(window), u"keiri@example.jp"_s);
    press(window, Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(window.step(), Step::Start);
    press(window, Qt::Key_Right, Qt::AltModifier);

    EXPECT_EQ(window.step(), Step::Known);
    EXPECT_EQ(firstField(window)->text(), u"keiri@example.jp"_s);
    EXPECT_EQ(stage.investigation().subject().incident.sender, u"keiri@example.jp"_s);
}

TEST_P(Walk, NeverClosesOnEscape)
{
    test::Stage stage;
    stage.show(GetParam());

    for (int step = 0; step < stepCount; ++step) {
        stage.window().goTo(static_cast<Step>(step));
        press(stage.window(), Qt::Key_Escape);
        EXPECT_TRUE(stage.window().isVisible());
        EXPECT_EQ(stage.window().step(), static_cast<Step>(step));
    }
}

TEST_P(Walk, StaysOnThePageOnEnterInAField)
{
    test::Stage stage;
    stage.show(GetParam());
    stage.window().goTo(Step::Known);

    QTest::keyClick(firstField(stage.window()), Qt::Key_Return);

    EXPECT_EQ(stage.window().step(), Step::Known);
}

INSTANTIATE_TEST_SUITE_P(BothLanguages,
                         Walk,
                         testing::Values(Language::Japanese, Language::English));

TEST(MainWindow, FillsTheFormFromAPastedBounce)
{
    test::Stage stage;
    stage.show(Language::English);
    QApplication::clipboard()->setText(QString::fromLatin1(test::blocklistBounce()));

    press(stage.window(), Qt::Key_V, Qt::ControlModifier);

    EXPECT_EQ(stage.window().step(), Step::Known);
    const Incident &incident = stage.investigation().subject().incident;
    EXPECT_EQ(incident.sender, u"keiri@example.jp"_s);
    EXPECT_EQ(incident.recipient, u"suzuki@example.com"_s);
    EXPECT_EQ(incident.subject, u"November invoice"_s);
    EXPECT_EQ(firstField(stage.window())->text(), u"keiri@example.jp"_s);
}

TEST(MainWindow, TakesNothingInFromAnEmptyClipboard)
{
    test::Stage stage;
    stage.show(Language::English);
    QApplication::clipboard()->clear();

    stage.window().paste();

    EXPECT_EQ(stage.window().step(), Step::Start);
    EXPECT_TRUE(stage.investigation().subject().documents.empty());
}

TEST(MainWindow, UndoesAndRedoesAnAnswer)
{
    test::Stage stage;
    stage.show(Language::English);
    press(stage.window(), Qt::Key_2);
    ASSERT_EQ(stage.investigation().subject().answers.size(), 1U);

    while (stage.desk().canUndo())
        stage.desk().undo();
    const bool wasUndone = stage.investigation().subject().answers.empty();
    while (stage.desk().canRedo())
        stage.desk().redo();

    EXPECT_TRUE(wasUndone);
    EXPECT_EQ(stage.investigation().subject().answers.size(), 1U);
}

TEST(LivePage, ContactsNothingBeforeTheUserSaysSo)
{
    test::Stage stage;
    stage.show(Language::English);

    stage.window().goTo(Step::LiveCheck);
    QApplication::processEvents();

    EXPECT_FALSE(stage.investigation().isProbing());
    EXPECT_TRUE(stage.investigation().subject().probes.empty());
}

TEST(LivePage, StopsOnEscapeAndKeepsWhatWasFound)
{
    ProbeList probes = test::sixProbes();
    std::erase_if(probes, [](const auto &probe) { return probe->id().value == u"blocklists"_s; });
    probes.push_back(std::make_unique<test::EndlessProbe>());
    test::Stage stage(std::move(probes));
    stage.show(Language::English);
    press(stage.window(), Qt::Key_F5);
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return stage.investigation().subject().probes.size() == 5; }));

    QElapsedTimer timer;
    timer.start();
    press(stage.window(), Qt::Key_Escape);
    ASSERT_TRUE(stage.finishProbes());

    EXPECT_LT(timer.elapsed(), 100);
    EXPECT_GE(stage.investigation().subject().probes.size(), 5U);
    EXPECT_TRUE(stage.window().isVisible());
}

TEST(StepsPage, ShowsTheGivenAnswerAgainOnGoingBackAndLetsItBeChanged)
{
    test::Stage stage;
    stage.show(Language::English);
    MainWindow &window = stage.window();
    window.goTo(Step::Steps);
    auto *page = static_cast<StepsPage *>(window.page(Step::Steps));
    const FactId first = page->current();
    press(window, Qt::Key_1);
    ASSERT_NE(page->current(), first);
    const QString given = stage.investigation().subject().answers.at(first);

    press(window, Qt::Key_Left, Qt::AltModifier);
    const bool isBack = page->current() == first;
    press(window, Qt::Key_2);

    EXPECT_TRUE(isBack);
    EXPECT_NE(stage.investigation().subject().answers.at(first), given);
    EXPECT_NE(page->current(), first);
}

TEST(StepsPage, TakesDontKnowAsAnAnswer)
{
    test::Stage stage;
    stage.show(Language::English);
    stage.window().goTo(Step::Steps);
    auto *page = static_cast<StepsPage *>(stage.window().page(Step::Steps));
    const FactId first = page->current();

    press(stage.window(), Qt::Key_D, Qt::AltModifier);
    const auto &answers = stage.investigation().subject().answers;
    ASSERT_TRUE(QTest::qWaitFor([&] { return answers.contains(first); }));

    EXPECT_EQ(answers.at(first), unknownAnswer());
    EXPECT_NE(page->current(), first);
}

TEST(StartPage, TakesBackTheAnswerOfADoorWhenAnotherIsChosen)
{
    test::Stage stage;
    stage.show(Language::English);
    stage.window().page(Step::Start)->takeKey(Qt::Key_5);
    stage.window().goTo(Step::Start);

    stage.window().page(Step::Start)->takeKey(Qt::Key_1);

    const auto &answers = stage.investigation().subject().answers;
    EXPECT_FALSE(answers.contains(FactId{u"hijack_signs"_s}));
    EXPECT_EQ(answers.at(FactId{u"send_result"_s}), u"silent"_s);
}

} // namespace todoku
