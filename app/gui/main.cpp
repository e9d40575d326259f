// SPDX-License-Identifier: MIT
#include "app/gui/options.h"
#include "core/dsn/bouncetables.h"
#include "core/investigation/investigation.h"
#include "core/investigation/networksetup.h"
#include "core/probe/landmarks.h"
#include "core/report/reportwords.h"
#include "resources/resources.h"
#include "translations/translators.h"
#include "ui/models/reporttext.h"
#include "ui/widgets/pathaccess.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QFontDatabase>
#include <QMessageBox>
#include <QSettings>
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

/** Language and colours: from the command line, else as they were last, else as the desktop has it. */
class Look
{
public:
    Look(CaseDesk &desk, MainWindow &window, const Options &options)
        : m_window(window)
        , m_system(QApplication::palette())
    {
        const auto kept = m_settings.value(u"appearance"_s, 0).toInt();
        setAppearance(options.appearance.value_or(static_cast<Appearance>(qBound(0, kept, 2))));
        Language language = startLanguage(options);
        if (!options.language && m_settings.contains(u"language"_s))
            language = m_settings.value(u"language"_s).toString() == "ja"_L1 ? Language::Japanese
                                                                             : Language::English;
        const bool lacksFont = language == Language::Japanese
                               && QFontDatabase::families(QFontDatabase::Japanese).isEmpty();
        setLanguage(lacksFont ? Language::English : language);
        if (lacksFont)
            window.say(MainWindow::tr("There is no Japanese font on this PC, so the words are "
                                      "English. Install one, such as fonts-noto-cjk."));

        QObject::connect(&window, &MainWindow::languageWanted, &desk, [this](Language wanted) {
            setLanguage(wanted);
            m_settings.setValue(u"language"_s, wanted == Language::Japanese ? u"ja"_s : u"en"_s);
        });
        QObject::connect(&window, &MainWindow::appearanceWanted, &desk, [this](Appearance wanted) {
            setAppearance(wanted);
            m_settings.setValue(u"appearance"_s, static_cast<int>(wanted));
        });
    }

private:
    void setLanguage(Language language)
    {
        m_translators.show(language);
        m_window.setLanguageShown(language);
    }

    void setAppearance(Appearance appearance)
    {
        applyAppearance(appearance, m_system);
        m_window.setAppearance(appearance);
    }

    MainWindow &m_window;
    QPalette m_system;
    Translators m_translators;
    QSettings m_settings{QSettings::IniFormat, QSettings::UserScope, u"todoku"_s, u"todoku"_s};
};

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
    const Look look(desk, window, options);
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
