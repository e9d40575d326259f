// SPDX-License-Identifier: MIT
#include "translations/translators.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace todoku {

bool Translators::show(Language language)
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (language == Language::English)
        return true;
    const bool hasOwn = m_own.load(u":/i18n/todoku_ja.qm"_s);
    if (m_qt.load(u":/i18n/qtbase_ja.qm"_s)) // not part of every Qt
        QCoreApplication::installTranslator(&m_qt);
    return hasOwn && QCoreApplication::installTranslator(&m_own);
}

} // namespace todoku
