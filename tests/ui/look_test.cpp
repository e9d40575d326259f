// SPDX-License-Identifier: MIT
#include "core/lab/scenario.h"
#include "resources/resources.h"
#include "ui/models/probetable.h"
#include "ui/pages/livepage.h"
#include "ui/stage.h"
#include "ui/widgets/causehead.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/evidencepanel.h"
#include "ui/widgets/pathpicture.h"
#include "ui/widgets/roundbutton.h"

#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

// WCAG 2.1: relative luminance, and the contrast of two colours.
double luminance(const QColor &colour)
{
    const auto linear
        = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
           + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

class Colours : public testing::TestWithParam<bool>
{
protected:
    const Theme &theme = GetParam() ? darkTheme() : lightTheme();
};

class Layout : public testing::TestWithParam<std::tuple<Language, double>>
{
protected:
    void SetUp() override
    {
        QFont font = m_font;
        font.setPointSizeF(font.pointSizeF() * std::get<1>(GetParam()));
        QApplication::setFont(font);
    }
    void TearDown() override { QApplication::setFont(m_font); }

private:
    QFont m_font = QApplication::font();
};

int heightNeeded(const QWidget &widget)
{
    return widget.hasHeightForWidth() ? widget.heightForWidth(widget.width())
                                      : widget.minimumSizeHint().height();
}

void expectNothingCut(MainWindow &window, const QString &where)
{
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        EXPECT_GE(label->height(), heightNeeded(*label))
            << qPrintable(where) << ": " << qPrintable(label->text());
        const QFontMetrics metrics = label->fontMetrics();
        const int room = label->wordWrap() ? QWIDGETSIZE_MAX : label->width();
        EXPECT_GE(room, metrics.horizontalAdvance(QString(label->text()).remove(u'&')))
            << qPrintable(where) << ": " << qPrintable(label->text());
    }
    for (const auto *card : window.findChildren<ChoiceCard *>()) {
        if (!card->isVisible())
            continue;
        EXPECT_GE(card->height(), heightNeeded(*card))
            << qPrintable(where) << ": " << qPrintable(card->title());
    }
    for (const auto *button : window.findChildren<RoundButton *>()) {
        if (!button->isVisible())
            continue;
        EXPECT_GE(button->width(), button->sizeHint().width())
            << qPrintable(where) << ": " << qPrintable(button->text());
    }
    for (const auto *picture : window.findChildren<PathPicture *>()) {
        EXPECT_GE(picture->height(), heightNeeded(*picture)) << qPrintable(where);
        EXPECT_FALSE(picture->breaksWords()) << qPrintable(where);
    }
}

void expectNoSidewaysScrolling(MainWindow &window, const QString &where)
{
    for (const auto *area : window.findChildren<QScrollArea *>()) {
        if (!area->isVisible())
            continue;
        EXPECT_EQ(area->horizontalScrollBar()->maximum(), 0) << qPrintable(where);
        EXPECT_LE(area->widget()->width(), area->viewport()->width()) << qPrintable(where);
        for (const auto *label : area->widget()->findChildren<QLabel *>()) {
            if (!label->isVisible())
                continue;
            const int right = label->mapTo(area->widget(), QPoint(label->width(), 0)).x();
            EXPECT_LE(right, area->viewport()->width())
                << qPrintable(where) << ": " << qPrintable(label->text());
        }
    }
}

// No table cell can need fewer lines than when its text is broken as tightly as can be.
void expectCellsWhole(const QTableView &view, const QString &where)
{
    const QAbstractItemModel &model = *view.model();
    const QFontMetrics metrics(QApplication::font());
    for (int column = 0; column < model.columnCount(); ++column) {
        if (view.isColumnHidden(column))
            continue;
        const QString title = model.headerData(column, Qt::Horizontal).toString();
        EXPECT_GE(view.columnWidth(column), metrics.horizontalAdvance(title))
            << qPrintable(where) << ": " << qPrintable(title);
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString text = model.index(row, column).data().toString();
            const QRect room(0, 0, view.columnWidth(column), QWIDGETSIZE_MAX);
            const QRect used = metrics.boundingRect(room, Qt::TextWrapAnywhere, text);
            EXPECT_GE(view.rowHeight(row), used.height())
                << qPrintable(where) << ": " << qPrintable(text);
        }
    }
    EXPECT_EQ(view.verticalScrollBar()->maximum(), 0) << qPrintable(where);
    EXPECT_LE(view.horizontalHeader()->length(), view.viewport()->width()) << qPrintable(where);
}

void expectTitlesHaveRoom(MainWindow &window, const QString &where)
{
    for (const auto *head : window.findChildren<CauseHead *>()) {
        if (!head->isVisible())
            continue;
        for (const auto *label : head->findChildren<TextLabel *>()) {
            if (label->role() != TextLabel::Role::Title)
                continue;
            const int wanted = label->fontMetrics().horizontalAdvance(label->text());
            EXPECT_GE(label->width(), qMin(wanted, head->width() / 2))
                << qPrintable(where) << ": " << qPrintable(label->text());
        }
    }
}

void expectWellLaidOut(MainWindow &window, const QString &where)
{
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
    expectNothingCut(window, where);
    expectNoSidewaysScrolling(window, where);
    expectTitlesHaveRoom(window, where);
    for (const auto *view : window.findChildren<QTableView *>()) {
        if (view->isVisible())
            expectCellsWhole(*view, where);
    }
}

Scenario blocklisted()
{
    auto scenario = loadScenario(scenarioDirectory() + u"/blocklisted.json"_s);
    EXPECT_TRUE(scenario.has_value());
    return scenario ? *std::move(scenario) : Scenario{};
}

} // namespace

TEST_P(Colours, CanBeReadOnTheirGround)
{
    constexpr double enough = 4.5;

    for (const QColor &ground : {theme.background, theme.card, theme.accentBackground}) {
        for (const QColor &ink : {theme.ink, theme.soft, theme.accent})
            EXPECT_GE(contrast(ink, ground), enough)
                << qPrintable(ink.name()) << " on " << qPrintable(ground.name());
    }
    for (const QColor &ground : {theme.background, theme.card}) {
        for (const QColor &ink :
             {theme.good, theme.bad, theme.warning, theme.neutral, theme.unsure})
            EXPECT_GE(contrast(ink, ground), enough)
                << qPrintable(ink.name()) << " on " << qPrintable(ground.name());
    }
    EXPECT_GE(contrast(theme.onAccent, theme.accent), enough);
    EXPECT_GE(contrast(theme.bad, theme.badBackground), enough);
    EXPECT_GE(contrast(theme.warning, theme.warningBackground), enough);
    EXPECT_GE(contrast(theme.unsure, theme.unsureBackground), enough);
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, Colours, testing::Bool());

TEST(Theme, FollowsThePaletteOfTheWindow)
{
    EXPECT_EQ(&themeOf(paletteOf(darkTheme())), &darkTheme());
    EXPECT_EQ(&themeOf(paletteOf(lightTheme())), &lightTheme());
}

TEST_P(Layout, CutsNothingOffOnAnyPage)
{
    const auto [language, scale] = GetParam();
    test::Stage stage;
    stage.show(language);
    MainWindow &window = stage.window();
    window.resize(1180, 760);
    window.takeIn({.name = u"bounce.eml"_s, .bytes = test::blocklistBounce()});
    static_cast<LivePage *>(window.page(Step::LiveCheck))->refresh();
    static_cast<LivePage *>(window.page(Step::LiveCheck))->start();
    ASSERT_TRUE(stage.finishProbes());

    for (int step = 0; step < stepCount; ++step) {
        window.goTo(static_cast<Step>(step));
        expectWellLaidOut(window, u"page %1"_s.arg(step));
    }
}

TEST_P(Layout, CutsNothingOffOfWhatRealChecksSay)
{
    const auto [language, scale] = GetParam();
    const Scenario scenario = blocklisted();
    ASSERT_FALSE(scenario.documents.empty());
    test::Stage stage(scenario);
    stage.show(language);
    MainWindow &window = stage.window();
    window.resize(1120, 740);
    window.showAsPractice(scenario.title);

    window.takeIn(scenario.documents.front());
    window.goTo(Step::LiveCheck);
    expectWellLaidOut(window, u"before the checks"_s);
    static_cast<LivePage *>(window.page(Step::LiveCheck))->start();
    ASSERT_TRUE(stage.finishProbes());
    for (int step = 0; step < stepCount; ++step) {
        window.goTo(static_cast<Step>(step));
        expectWellLaidOut(window, u"page %1"_s.arg(step));
    }
}

INSTANTIATE_TEST_SUITE_P(LanguagesAndSizes,
                         Layout,
                         testing::Combine(testing::Values(Language::Japanese, Language::English),
                                          testing::Values(1.0, 1.5)));

TEST(PathPicture, TellsEveryHopToScreenReaders)
{
    test::Stage stage;
    stage.show(Language::English);
    auto *picture = stage.window().findChild<PathPicture *>();

    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(picture);

    ASSERT_NE(access, nullptr);
    ASSERT_EQ(access->childCount(), 7);
    EXPECT_FALSE(access->text(QAccessible::Name).isEmpty());
    for (int hop = 0; hop < access->childCount(); ++hop) {
        ASSERT_NE(access->child(hop), nullptr);
        EXPECT_TRUE(access->child(hop)->text(QAccessible::Name).contains(u": "_s));
        EXPECT_EQ(access->indexOfChild(access->child(hop)), hop);
    }
}

} // namespace todoku
