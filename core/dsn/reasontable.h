// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/language.h"
#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace todoku {

/** A reason why mail came back: who can act, and what to tell them. */
struct BounceReason
{
    QString id;
    QStringList actors;  // roles of the vocabulary: su, sa, sp, ru, ra, bl …
    bool isHard = false; // sending again unchanged will not help
    QString errorText;   // value of the fact error_text; empty where it says nothing
    LocalizedText title;
    LocalizedText advice;
};

/** reasons.json with its words in both languages. */
class ReasonTable
{
public:
    /** @p directory is resources/knowledge, or ":/knowledge". */
    [[nodiscard]] static Result<ReasonTable> load(const QString &directory);

    /** Null if there is no such reason. */
    [[nodiscard]] const BounceReason *find(const QString &id) const;
    [[nodiscard]] const std::vector<BounceReason> &all() const { return m_reasons; }

private:
    std::vector<BounceReason> m_reasons;
    QHash<QString, std::size_t> m_index;
};

} // namespace todoku
