// SPDX-License-Identifier: MIT
#include "app/gui/look.h"

#include <QApplication>
#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace todoku {

Look::Look(const Options &options)
    : m_system(QApplication::palette())
    , m_systemFont(QApplication::font())
    , m_settings(QSettings::IniFormat, QSettings::UserScope, u"todoku"_s, u"todoku"_s)
{
    const int kept = m_settings.value(u"appearance"_s, 0).toInt();
    setAppearance(options.appearance.value_or(static_cast<Appearance>(qBound(0, kept, 2))));

    Language wanted = startLanguage(options);
    if (!options.language && m_settings.contains(u"language"_s))
        wanted = m_settings.value(u"language"_s).toString() == "ja"_L1 ? Language::Japanese
                                                                       : Language::English;
    m_lacksFont = wanted == Language::Japanese
                  && QFontDatabase::families(QFontDatabase::Japanese).isEmpty();
    setLanguage(m_lacksFont ? Language::English : wanted);
}

void Look::adopt(MainWindow &window)
{
    m_windows.emplace_back(&window);
    window.setAppearance(m_appearance);
    window.setLanguageShown(m_language);
    if (m_lacksFont)
        window.say(MainWindow::tr("There is no Japanese font on this PC, so the words are "
                                  "English. Install one, such as fonts-noto-cjk."));
    QObject::connect(&window, &MainWindow::languageWanted, &window, [this](Language wanted) {
        setLanguage(wanted);
        m_settings.setValue(u"language"_s, wanted == Language::Japanese ? u"ja"_s : u"en"_s);
    });
    QObject::connect(&window, &MainWindow::appearanceWanted, &window, [this](Appearance wanted) {
        setAppearance(wanted);
        m_settings.setValue(u"appearance"_s, static_cast<int>(wanted));
    });
}

void Look::setLanguage(Language language)
{
    m_language = language;
    QApplication::setFont(fontFor(language, m_systemFont));
    m_translators.show(language);
    for (const auto &window : m_windows) {
        if (window)
            window->setLanguageShown(language);
    }
}

void Look::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    applyAppearance(appearance, m_system);
    for (const auto &window : m_windows) {
        if (window)
            window->setAppearance(appearance);
    }
}

} // namespace todoku
