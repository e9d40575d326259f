// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace todoku {

/** The languages that all words for people exist in. */
enum class Language { Japanese, English };

/** Words for people, in both languages; they always land together. */
struct LocalizedText
{
    QString ja;
    QString en;

    [[nodiscard]] const QString &in(Language language) const
    {
        return language == Language::Japanese ? ja : en;
    }
    [[nodiscard]] bool isEmpty() const { return ja.isEmpty() && en.isEmpty(); }
    friend bool operator==(const LocalizedText &, const LocalizedText &) = default;
};

} // namespace todoku
