// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/session.h"
#include "core/investigation/investigation.h"

#include <set>

namespace todoku::cli {

/** Prints what the probes in @p wanted would contact; contacts nothing. */
void printPlan(const Session &session,
               const Investigation &investigation,
               const std::set<ProbeId> &wanted);

/**
 * Which of @p wanted may run: those that ask third parties only with --yes, or after a yes on the
 * terminal.
 */
[[nodiscard]] std::set<ProbeId> agreed(const Session &session,
                                       const Investigation &investigation,
                                       const std::set<ProbeId> &wanted);

/** Runs the probes to their end; Ctrl+C calls them off. False if it did. */
[[nodiscard]] bool runProbes(Investigation &investigation,
                             const std::set<ProbeId> &probes,
                             const Budget &budget);

/** Comes back when the user presses Ctrl+C, or the process is asked to end. */
void waitForInterrupt();

/** One record as a line, its details beneath; with --verbose the conversation too. */
void printRecord(const Session &session, const ProbeRecord &record);

/** The exit status that the records add up to. */
[[nodiscard]] int statusOf(const std::vector<ProbeRecord> &records);

/** Whether a person sits at both ends. */
[[nodiscard]] bool isInteractive();

} // namespace todoku::cli
