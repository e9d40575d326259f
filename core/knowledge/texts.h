// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/language.h"
#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <set>
#include <vector>

namespace todoku {

/**
 * The words for people under text/ja and text/en: what an id reads as in both languages.
 *
 * A text that one language has and the other has not is a problem, and so is one that nobody
 * asked for: both show up before a user can meet them.
 */
class Texts
{
public:
    /** Reads text/{ja,en}/@p table.json, whose top member has the table's name. */
    [[nodiscard]] static Result<Texts> load(const QString &directory, const QString &table);

    /** The text at @p path, such as "recipient_mailbox_full/title". */
    [[nodiscard]] LocalizedText take(const QString &path);
    /** The texts of an array at @p path. */
    [[nodiscard]] std::vector<LocalizedText> takeList(const QString &path);
    /** All that are left, with their paths. */
    [[nodiscard]] QHash<QString, LocalizedText> takeAll();

    /** What was asked for and missing, or there and never asked for. */
    [[nodiscard]] std::optional<Error> problem() const;

private:
    QString m_table;
    QHash<QString, LocalizedText> m_texts;
    std::set<QString> m_unused;
    QString m_firstMissing;
};

} // namespace todoku
