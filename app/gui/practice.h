// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/bouncetables.h"
#include "core/lab/lab.h"
#include "ui/models/reportchoice.h"
#include "ui/window/mainwindow.h"

#include <memory>

namespace todoku {

class NetworkSetup;

/** A window on a made-up case, with the practice network that it plays in. Nothing is kept. */
class Practice
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Practice>> open(const Scenario &scenario,
                                                                const KnowledgeBase &knowledge,
                                                                const BounceTables &tables,
                                                                const ReportWriter &writer);

    Practice(const Practice &) = delete;
    Practice &operator=(const Practice &) = delete;
    Practice(Practice &&) = delete;
    Practice &operator=(Practice &&) = delete;
    ~Practice();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] CaseDesk &desk() { return *m_desk; }

private:
    Practice() = default;

    // Taken down from the last to the first.
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<NetworkSetup> m_network;
    std::unique_ptr<Investigation> m_investigation;
    std::unique_ptr<CaseDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

/** Lets the user choose a scenario. Nothing if there is none, or the user has thought better. */
[[nodiscard]] std::optional<Scenario> askForScenario(QWidget *parent, Language language);

} // namespace todoku
