// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"
#include "core/base/language.h"
#include "core/knowledge/hop.h"
#include "core/knowledge/party.h"

#include <QHash>
#include <QUrl>

#include <vector>

namespace todoku {

/** How much each value of a fact speaks for a cause, in steps of 5 dB; 0 for a value not listed. */
struct Grades
{
    FactId fact;
    QHash<QString, int> byValue;
};

struct Cause
{
    CauseId id;
    double prior = 0; // relative to the other causes and to "other"
    QString group;
    int stage = 0; // place on the way at which it stops the mail; the smaller is met first
    Hop hop = Hop::Pc;
    std::vector<Party> actors;  // who can put it right
    std::vector<Party> helpers; // who else may have to do something
    std::vector<Grades> grades;
    std::vector<RemedyId> remedies; // in the order in which to try them

    LocalizedText title;
    LocalizedText explanation;
    LocalizedText say; // the sentence to tell the one who acts

    [[nodiscard]] const Grades *gradesOf(const FactId &fact) const;
};

/** What one party can do about a cause, in steps that can be followed in order. */
struct Remedy
{
    RemedyId id;
    Party party = Party::Sender;
    double costSeconds = 0;
    double success = 0; // chance that it helps when the cause is the right one
    QUrl link;

    LocalizedText title;
    std::vector<LocalizedText> steps;
};

/** The residual hypothesis: a cause that the tables do not hold. */
[[nodiscard]] inline CauseId otherCause()
{
    return {QStringLiteral("other")};
}

} // namespace todoku
