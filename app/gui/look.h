// SPDX-License-Identifier: MIT
#pragma once

#include "app/gui/options.h"
#include "translations/translators.h"
#include "ui/window/mainwindow.h"

#include <QPointer>
#include <QSettings>

#include <vector>

namespace todoku {

/**
 * Language and colours of all windows: from the command line, else as they were last, else as the
 * desktop has them.
 */
class Look
{
public:
    explicit Look(const Options &options);

    /** Gives @p window the look, and lets its menu change it. */
    void adopt(MainWindow &window);
    [[nodiscard]] Language language() const { return m_language; }

private:
    void setLanguage(Language language);
    void setAppearance(Appearance appearance);

    QPalette m_system;
    QFont m_systemFont;
    Translators m_translators;
    QSettings m_settings;
    Language m_language = Language::English;
    Appearance m_appearance = Appearance::Auto;
    bool m_lacksFont = false;
    std::vector<QPointer<MainWindow>> m_windows;
};

} // namespace todoku
