// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/bouncetables.h"
#include "core/engine/diagnose.h"
#include "core/knowledge/knowledgebase.h"
#include "core/lab/scenario.h"

#include <QStringList>

namespace todoku {

/** What came of diagnosing one scenario as its user would. */
struct LabRun
{
    QString scenario;
    std::vector<CauseId> likeliest; // the first three, best first
    bool isRight = false;           // the first is a true cause
    bool isAmongThree = false;
    std::optional<Party> party; // the one that most likely has to act
    bool isPartyRight = false;
    std::vector<FactId> asked; // in order
    std::vector<FactId> told;  // those of them that the user could answer
    double seconds = 0;
    Case subject; // as a case file would hold it
    Diagnosis diagnosis;

    [[nodiscard]] int steps() const { return static_cast<int>(asked.size()); }
};

/**
 * Starts the scenario's network, hands its documents to an Investigation, lets all probes run
 * there, and answers the questions in the order that the diagnosis proposes until it stops.
 *
 * Blocks in an event loop of its own, a minute at most. @p knowledgeDirectory is for the probes.
 */
[[nodiscard]] Result<LabRun> runScenario(const Scenario &scenario,
                                         const KnowledgeBase &knowledge,
                                         const BounceTables &tables,
                                         const QString &knowledgeDirectory);

} // namespace todoku
