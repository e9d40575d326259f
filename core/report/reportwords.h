// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/language.h"
#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace todoku {

/** The words of reports and letters, under resources/report; both languages hold the same ones. */
class ReportWords
{
public:
    /** Reads ja.json and en.json in @p directory; one Error names file, JSON path and reason. */
    [[nodiscard]] static Result<ReportWords> load(const QString &directory);

    /** The words at @p path, such as "letter/sp/opening", with %1, %2 … filled in. */
    [[nodiscard]] QString text(const QString &path,
                               Language language,
                               const QStringList &arguments = {}) const;
    /** The array of words at @p path. */
    [[nodiscard]] QStringList list(const QString &path, Language language) const;

private:
    QHash<QString, LocalizedText> m_words;
};

} // namespace todoku
