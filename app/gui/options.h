// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/language.h"
#include "ui/window/theme.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace todoku {

/** What the wizard was started with. */
struct Options
{
    std::optional<Language> language;
    std::optional<Appearance> appearance;
    QString network;                   // a network file, for practice and tests
    QString file;                      // an error mail or a case
    bool exitsAfterFirstPaint = false; // for the benchmark of starting
};

/** Reads @p arguments; what makes no sense ends the program with a message and status 64. */
[[nodiscard]] Options readOptions(const QStringList &arguments);

/** The language asked for; or that of the desktop: Japanese where it is Japanese. */
[[nodiscard]] Language startLanguage(const Options &options);

} // namespace todoku
