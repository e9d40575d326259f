// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/language.h"

#include <QColor>
#include <QFont>
#include <QPalette>

namespace todoku {

/** The colours of the window. Which set holds follows from the palette, so nothing else is kept. */
struct Theme
{
    QColor background, card, ink, soft, line;
    QColor accent, accentBackground, onAccent;
    QColor good, goodBackground;
    QColor bad, badBackground;
    QColor warning, warningBackground;
    QColor neutral;                  // not run, not yet
    QColor unsure, unsureBackground; // could not be tested
};

enum class Appearance { Auto, Light, Dark };

[[nodiscard]] const Theme &lightTheme();
[[nodiscard]] const Theme &darkTheme();

/** The set that goes with @p palette: dark if its windows are. */
[[nodiscard]] const Theme &themeOf(const QPalette &palette);
[[nodiscard]] QPalette paletteOf(const Theme &theme);

/** Gives the application the palette of @p appearance; Auto follows @p system. */
void applyAppearance(Appearance appearance, const QPalette &system);

/**
 * @p system, led by a font that draws @p language well. Letters taken one by one from whatever font
 * has them would come in other widths, or in the shapes of another language.
 */
[[nodiscard]] QFont fontFor(Language language, const QFont &system);

/** The application's font, @p factor times as large. */
[[nodiscard]] QFont scaledFont(qreal factor, bool isBold = false);
/** For what servers said, at the size of the application's font. */
[[nodiscard]] QFont verbatimFont(qreal factor = 1.0);

/** A length of @p ems times the size of the application's font: sizes follow the font. */
[[nodiscard]] int em(qreal ems);

} // namespace todoku
