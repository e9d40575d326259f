// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/language.h"

#include <QTranslator>

namespace todoku {

/** Gives the application the words of one language at a time, ours and Qt's. */
class Translators
{
public:
    /** Says whether all words were there; English needs none. */
    bool show(Language language);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace todoku
