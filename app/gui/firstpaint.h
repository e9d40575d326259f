// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace todoku {

/**
 * Ends the program as soon as @p window has been painted for the first time, after a line on
 * standard output that says so: how the benchmark of starting knows.
 */
void exitAfterFirstPaint(QWidget &window);

} // namespace todoku
