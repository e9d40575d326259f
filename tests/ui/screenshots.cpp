// SPDX-License-Identifier: MIT
// Writes a picture of every page: todoku_screenshots DIR [scale]. Look at them; no test compares.
#include "core/lab/scenario.h"
#include "resources/resources.h"
#include "ui/pages/livepage.h"
#include "ui/pages/stepspage.h"
#include "ui/stage.h"
#include "ui/widgets/pathaccess.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QScrollBar>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace todoku;

static void grab(MainWindow &window, const QString &file)
{
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
    if (!window.grab().save(file))
        std::fprintf(stderr, "could not write %s\n", qPrintable(file));
}

static void grabAll(const QString &stem, Language language, Appearance appearance)
{
    const auto scenario = loadScenario(scenarioDirectory() + u"/blocklisted.json"_s);
    if (!scenario) {
        std::fputs(scenario.error().detail.toUtf8().constData(), stderr);
        return;
    }
    test::Stage stage(*scenario);
    stage.show(language, appearance);
    MainWindow &window = stage.window();
    window.resize(1120, 740);
    grab(window, stem + u"-1-start.png"_s);
    window.takeIn(scenario->documents.front());
    grab(window, stem + u"-2-known.png"_s);
    window.goTo(Step::LiveCheck);
    grab(window, stem + u"-3-live-before.png"_s);
    static_cast<LivePage *>(window.page(Step::LiveCheck))->start();
    if (!stage.finishProbes())
        std::fputs("the checks did not end\n", stderr);
    grab(window, stem + u"-3-live.png"_s);
    window.goTo(Step::Steps);
    grab(window, stem + u"-4-steps.png"_s);
    for (const auto &fact : {u"unrelated_domain"_s, u"onset"_s}) {
        if (const auto told = scenario->answers.find({fact}); told != scenario->answers.end())
            stage.investigation().answer(told->first, told->second);
    }
    grab(window, stem + u"-4-steps-later.png"_s);
    window.goTo(Step::Result);
    grab(window, stem + u"-5-result.png"_s);
    QScrollBar *bar = window.page(Step::Result)->verticalScrollBar();
    bar->setValue(bar->maximum());
    grab(window, stem + u"-5-result-below.png"_s);
    window.goTo(Step::Report);
    grab(window, stem + u"-6-report.png"_s);
}

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    QStandardPaths::setTestModeEnabled(true);
    installPathAccess();
    const QString directory = QApplication::arguments().value(1, u"."_s);
    if (directory.startsWith(u'-')) {
        std::fputs("usage: todoku_screenshots DIR [scale]\n", stderr);
        return 1;
    }
    const double scale = QApplication::arguments().value(2, u"1"_s).toDouble();
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * scale);
    QDir().mkpath(directory);
    for (const auto &[language, code] :
         {std::pair{Language::Japanese, u"ja"_s}, std::pair{Language::English, u"en"_s}}) {
        QApplication::setFont(fontFor(language, font));
        for (const auto &[appearance, name] :
             {std::pair{Appearance::Light, u"light"_s}, std::pair{Appearance::Dark, u"dark"_s}})
            grabAll(directory + u'/' + code + u'-' + name, language, appearance);
    }
    return 0;
}
