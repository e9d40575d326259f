// SPDX-License-Identifier: MIT
#include "app/gui/practice.h"

#include "core/investigation/networksetup.h"
#include "resources/resources.h"

#include <QCoreApplication>
#include <QInputDialog>

using namespace Qt::StringLiterals;

namespace todoku {

Practice::~Practice() = default;

Result<std::unique_ptr<Practice>> Practice::open(const Scenario &scenario,
                                                 const KnowledgeBase &knowledge,
                                                 const BounceTables &tables,
                                                 const ReportWriter &writer)
{
    auto lab = Lab::start(scenario);
    if (!lab)
        return tl::unexpected(lab.error());
    auto network = NetworkSetup::fromFile((*lab)->network());
    if (!network)
        return tl::unexpected(network.error());
    auto probes = allProbes(knowledgeDirectory());
    if (!probes)
        return tl::unexpected(probes.error());

    std::unique_ptr<Practice> practice(new Practice);
    practice->m_lab = *std::move(lab);
    practice->m_network = *std::move(network);
    practice->m_investigation = std::make_unique<Investigation>(
        knowledge, tables, *std::move(probes), practice->m_network->network());
    Case subject;
    subject.incident = scenario.incident;
    subject.documents = scenario.documents;
    practice->m_investigation->setCase(subject);
    practice->m_desk = std::make_unique<CaseDesk>(*practice->m_investigation, QString());
    practice->m_window = std::make_unique<MainWindow>(*practice->m_desk, writer);
    practice->m_window->showAsPractice(scenario.title);
    return practice;
}

std::optional<Scenario> askForScenario(QWidget *parent, Language language)
{
    const auto all = listScenarios(scenarioDirectory());
    QStringList titles;
    for (const ScenarioInfo &info : all)
        titles.append(info.title.in(language));
    if (titles.isEmpty())
        return std::nullopt;
    bool isChosen = false;
    const QString chosen = QInputDialog::getItem(
        parent, QCoreApplication::translate("todoku::Practice", "Practise"),
        QCoreApplication::translate("todoku::Practice", "Which case do you want to try?"), titles,
        0, false, &isChosen);
    const qsizetype index = titles.indexOf(chosen);
    if (!isChosen || index < 0)
        return std::nullopt;
    auto scenario = loadScenario(all[static_cast<size_t>(index)].path);
    return scenario ? std::optional(*std::move(scenario)) : std::nullopt;
}

} // namespace todoku
