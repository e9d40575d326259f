// SPDX-License-Identifier: MIT
#include "support/paths.h"
#include "ui/stage.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

QChar mnemonicOf(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != u'&')
            continue;
        if (text[i + 1] != u'&')
            return text[i + 1].toUpper();
        ++i;
    }
    return {};
}

void expectUnique(const QStringList &texts, const QString &where)
{
    std::map<QChar, QString> taken;
    for (const QString &text : texts) {
        const QChar mnemonic = mnemonicOf(text);
        if (mnemonic.isNull())
            continue;
        EXPECT_FALSE(taken.contains(mnemonic)) << qPrintable(where) << ": " << qPrintable(text)
                                               << " and " << qPrintable(taken[mnemonic]);
        taken[mnemonic] = text;
    }
}

QStringList textsOf(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const QAction *action : actions)
        texts.append(action->text());
    return texts;
}

QStringList shownTexts(const MainWindow &window)
{
    QStringList texts = textsOf(window.menuBar()->actions());
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            texts.append(button->text());
    }
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy())
            texts.append(label->text());
    }
    return texts;
}

struct Entry
{
    QString source;
    QString translation;
    QString type;
};

std::vector<Entry> readTranslations()
{
    QXmlStreamReader xml(test::readFile(test::sourcePath(u"translations/todoku_ja.ts"_s)));
    std::vector<Entry> entries;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "source"_L1) {
            entries.push_back({.source = xml.readElementText()});
        } else if (xml.name() == "translation"_L1) {
            entries.back().type = xml.attributes().value("type"_L1).toString();
            entries.back().translation = xml.readElementText();
        }
    }
    EXPECT_FALSE(xml.hasError()) << qPrintable(xml.errorString());
    return entries;
}

QStringList numbersIn(const QString &text)
{
    static const QRegularExpression number(u"%[0-9n]"_s);
    QStringList found;
    for (auto it = number.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

class Words : public testing::TestWithParam<Language>
{};

} // namespace

TEST_P(Words, HaveNoMnemonicTwiceOnAnyPage)
{
    test::Stage stage;
    stage.show(GetParam());
    stage.window().takeIn({.name = u"bounce.eml"_s, .bytes = test::blocklistBounce()});

    for (int step = 0; step < stepCount; ++step) {
        stage.window().goTo(static_cast<Step>(step));
        QApplication::processEvents();
        expectUnique(shownTexts(stage.window()), u"page %1"_s.arg(step));
    }
}

TEST_P(Words, HaveNoMnemonicTwiceInAnyMenu)
{
    test::Stage stage;
    stage.show(GetParam());

    for (const auto *menu : stage.window().findChildren<QMenu *>())
        expectUnique(textsOf(menu->actions()), menu->title());
}

TEST_P(Words, NameEveryWidgetThatTakesTheFocus)
{
    test::Stage stage;
    stage.show(GetParam());
    stage.window().takeIn({.name = u"bounce.eml"_s, .bytes = test::blocklistBounce()});

    for (int step = 0; step < stepCount; ++step) {
        stage.window().goTo(static_cast<Step>(step));
        QApplication::processEvents();
        for (auto *widget : stage.window().findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
            const bool isNamed = access && !access->text(QAccessible::Name).isEmpty();
            EXPECT_TRUE(isNamed || widget->focusProxy())
                << "page " << step << ": " << widget->metaObject()->className();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(BothLanguages,
                         Words,
                         testing::Values(Language::Japanese, Language::English));

TEST(Translation, IsCompleteInJapanese)
{
    const auto entries = readTranslations();

    EXPECT_GT(entries.size(), 150U);
    for (const Entry &entry : entries) {
        EXPECT_TRUE(entry.type.isEmpty())
            << qPrintable(entry.source) << ": " << qPrintable(entry.type);
        EXPECT_FALSE(entry.translation.trimmed().isEmpty()) << qPrintable(entry.source);
        EXPECT_EQ(numbersIn(entry.source), numbersIn(entry.translation))
            << qPrintable(entry.source);
        EXPECT_EQ(mnemonicOf(entry.source).isNull(), mnemonicOf(entry.translation).isNull())
            << qPrintable(entry.source);
    }
}

TEST(Translation, IsShownInTheWindow)
{
    test::Stage stage;
    stage.show(Language::Japanese);
    const QString japanese = stage.window().page(Step::Start)->heading()->text();

    stage.show(Language::English);

    EXPECT_EQ(japanese, u"メールはどうなりましたか"_s);
    EXPECT_EQ(stage.window().page(Step::Start)->heading()->text(),
              u"What happened to your mail?"_s);
}

TEST(Practice, SaysInTitleAndBannerThatNothingLeavesThisPc)
{
    test::Stage stage;
    stage.show(Language::English);
    MainWindow &window = stage.window();
    const auto isSaid = [&window] {
        const auto labels = window.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"nothing leaves it"_s);
        });
    };
    EXPECT_FALSE(isSaid());

    window.showAsPractice({.ja = u"迷惑メール"_s, .en = u"The invoice"_s});

    EXPECT_TRUE(isSaid());
    EXPECT_TRUE(window.windowTitle().contains(u"Practice: The invoice"_s));
}

} // namespace todoku
