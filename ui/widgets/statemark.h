// SPDX-License-Identifier: MIT
#pragma once

#include "core/evidence/proberecord.h"
#include "ui/window/theme.h"

#include <QRectF>

class QPainter;

namespace todoku {

/** What a state looks like: the six outcomes of a check, and the two before there is one. */
enum class Mark { Ok, Problem, Warning, Information, NotRun, CouldNotTest, Waiting, Running };

[[nodiscard]] Mark stateMark(CheckState state);
[[nodiscard]] QColor markColour(Mark mark, const Theme &theme);
[[nodiscard]] QColor markBackground(Mark mark, const Theme &theme);

/** Draws the shape alone, so that it does not hang on which letters a font has. */
void paintMark(QPainter &painter, const QRectF &box, Mark mark, const QColor &colour);

} // namespace todoku
