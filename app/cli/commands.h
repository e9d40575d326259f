// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/session.h"

namespace todoku::cli {

// One function a command, one file each; the result is the exit status.

[[nodiscard]] int runBounce(const Session &session);
[[nodiscard]] int runCheck(const Session &session);
[[nodiscard]] int runDiagnose(const Session &session);
[[nodiscard]] int runInvestigate(const Session &session);
[[nodiscard]] int runReport(const Session &session);
[[nodiscard]] int runLab(const Session &session);
[[nodiscard]] int runKnowledge(const Session &session);

} // namespace todoku::cli
