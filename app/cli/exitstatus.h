// SPDX-License-Identifier: MIT
#pragma once

namespace todoku::cli {

/** What the shell is told; part of the command line's contract. */
enum ExitStatus : int {
    noProblem = 0,
    problemFound = 1,
    couldNotTest = 2,
    usageError = 64,
    inputUnreadable = 65,
    internalError = 70,
    cancelled = 130,
};

} // namespace todoku::cli
