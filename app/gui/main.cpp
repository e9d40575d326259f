// SPDX-License-Identifier: MIT
#include "app/gui/firstpaint.h"
#include "app/gui/look.h"
#include "app/gui/options.h"
#include "app/gui/practice.h"
#include "core/dsn/bouncetables.h"
#include "core/investigation/investigation.h"
#include "core/investigation/networksetup.h"
#include "core/probe/landmarks.h"
#include "core/report/reportwords.h"
#include "resources/resources.h"
#include "ui/models/reporttext.h"
#include "ui/widgets/pathaccess.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace todoku {

/** What the window stands on, in the order in which it is taken down again. */
struct Workshop
{
    KnowledgeBase knowledge;
    BounceTables bounceTables;
    ReportWords reportWords;
    std::unique_ptr<NetworkSetup> network;
};

static Result<std::unique_ptr<NetworkSetup>> openNetwork(const QString &networkFile)
{
    if (!networkFile.isEmpty())
        return readNetworkFile(networkFile).and_then([](const NetworkFile &file) {
            return NetworkSetup::fromFile(file);
        });
    return loadLandmarks(knowledgeDirectory()).map([](std::vector<Landmark> &&landmarks) {
        return NetworkSetup::real(std::move(landmarks));
    });
}

static Result<Workshop> openWorkshop(const Options &options)
{
    auto knowledge = KnowledgeBase::load(knowledgeDirectory());
    if (!knowledge)
        return tl::unexpected(knowledge.error());
    auto tables = BounceTables::load(knowledgeDirectory());
    if (!tables)
        return tl::unexpected(tables.error());
    auto words = ReportWords::load(reportWordsDirectory());
    if (!words)
        return tl::unexpected(words.error());
    auto network = openNetwork(options.network);
    if (!network)
        return tl::unexpected(network.error());
    return Workshop{.knowledge = *std::move(knowledge),
                    .bounceTables = *std::move(tables),
                    .reportWords = *std::move(words),
                    .network = *std::move(network)};
}

/** Opens the practice network beside @p window, and the story of the case above it. */
static void practise(std::unique_ptr<Practice> &practice,
                     MainWindow &window,
                     Look &look,
                     const Workshop &workshop)
{
    const auto scenario = askForScenario(&window, look.language());
    if (!scenario)
        return;
    practice.reset();
    auto opened = Practice::open(*scenario, workshop.knowledge, workshop.bounceTables,
                                 makeReportWriter(workshop.reportWords));
    if (!opened) {
        QMessageBox::critical(&window, u"Todoku"_s, opened.error().detail);
        return;
    }
    practice = *std::move(opened);
    look.adopt(practice->window());
    practice->window().show();
    practice->window().goTo(Step::Known);
    QMessageBox::information(&practice->window(), scenario->title.in(look.language()),
                             scenario->story.in(look.language()));
}

static int run(const Options &options)
{
    auto workshop = openWorkshop(options);
    auto probes = workshop ? allProbes(knowledgeDirectory()) : tl::unexpected(workshop.error());
    if (!probes) {
        std::fputs(("todoku: "_L1 + probes.error().detail + u'\n').toUtf8().constData(), stderr);
        QMessageBox::critical(nullptr, u"Todoku"_s, probes.error().detail);
        return EXIT_FAILURE;
    }
    Investigation investigation(workshop->knowledge, workshop->bounceTables, *std::move(probes),
                                workshop->network->network());
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    CaseDesk desk(investigation, data + u"/cases"_s);
    MainWindow window(desk, makeReportWriter(workshop->reportWords));
    Look look(options);
    look.adopt(window);
    std::unique_ptr<Practice> practice;
    QObject::connect(&window, &MainWindow::practiceWanted, &window,
                     [&] { practise(practice, window, look, *workshop); });
    if (options.exitsAfterFirstPaint)
        exitAfterFirstPaint(window);
    window.show();
    window.goTo(Step::Start);
    if (!options.file.isEmpty())
        QTimer::singleShot(0, &window, [&] { window.openFile(options.file); });
    return QApplication::exec();
}

} // namespace todoku

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    QApplication::setApplicationName(u"todoku"_s);
    QApplication::setApplicationVersion(QStringLiteral(TODOKU_VERSION));
    QApplication::setDesktopFileName(u"todoku"_s);
    todoku::installPathAccess();
    return todoku::run(todoku::readOptions(QApplication::arguments()));
}
