// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"
#include "core/base/language.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace todoku {

/** How a fact comes to be known. */
enum class FactKind {
    Question, // a person answers
    Probe,    // a live check, or something handed in, shows it
    Detail,   // data for probes and reports: free text, never weighed
};

/** How two causes that hold at once show in one fact (used for pairs of causes). */
enum class Combination {
    Mask,    // only the cause that the mail meets first is seen
    Barrier, // delivered only if both let it through
    Maximum, // the larger of the two effects, in the order of the values
    Product, // both leave their mark
};

/** What has to be known already for a question to make sense. */
struct Condition
{
    FactId fact;
    QStringList unlike; // the question is dropped when the fact has one of these values
};

/** One possible outcome, with the words that people read. */
struct FactValue
{
    QString id;
    double base = 0;     // how often it is seen when nothing is known; the values sum to 1
    LocalizedText label; // on the answer's button
    LocalizedText means; // what this outcome makes likelier
    LocalizedText found; // as a statement in the list of what is known
};

/** Something that can be found out, and that causes have grades for. */
struct Fact
{
    FactId id;
    FactKind kind = FactKind::Question;
    double costSeconds = 0;        // what finding it out costs the user
    double unknownProbability = 0; // chance that the user cannot tell
    Combination combination = Combination::Product;
    bool needsConsent = false; // asks someone else's server
    QString group;             // facts of one group share their weight
    std::vector<Condition> conditions;
    QStringList prefer; // with several observations, the first of these that was seen stands
    std::vector<FactValue> values;

    LocalizedText title;
    LocalizedText question;
    LocalizedText how;
    LocalizedText why;

    [[nodiscard]] std::optional<size_t> indexOf(const QString &value) const;
};

} // namespace todoku
