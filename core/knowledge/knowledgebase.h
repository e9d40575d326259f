// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/message.h"
#include "core/base/result.h"
#include "core/knowledge/cause.h"
#include "core/knowledge/fact.h"

#include <QHash>

#include <vector>

namespace todoku {

/** The numbers of the model that hold for all causes; diagnosis page, section 4. */
struct ModelSettings
{
    double gradeStepDb = 5;
    double temperature = 0.9; // tau: below 1, since symptoms of one cause are not independent
    double questionNoise = 0.10;
    double probeNoise = 0.04;
    double otherPrior = 60;
    double otherBaseShare = 0.7; // the rest of "other" is spread evenly over a fact's values

    double confidentFrom = 0.80;
    double minScore = 0.0004;        // bits a second
    double minInformation = 0.02;    // bits
    double effortOffsetSeconds = 30; // what any step costs, however quick it is
    CauseId urgentCause;
    double urgentFrom = 0.10;
};

/** @p text with its markers %1 … %9 replaced all at once by @p arguments. */
[[nodiscard]] LocalizedText filled(const LocalizedText &text, const QStringList &arguments);

/** The tables under resources/knowledge, checked against each other when they are loaded. */
class KnowledgeBase
{
public:
    /** Reads and cross-checks all tables; one Error names file, JSON path and reason. */
    [[nodiscard]] static Result<KnowledgeBase> load(const QString &directory);

    [[nodiscard]] const Fact *fact(const FactId &id) const;
    [[nodiscard]] const Cause *cause(const CauseId &id) const;
    [[nodiscard]] const Remedy *remedy(const RemedyId &id) const;
    /** The sentence behind @p message, its arguments filled in. */
    [[nodiscard]] LocalizedText say(const Message &message) const;
    /** Words by their id in words.json, such as "party/su" or "hop/pc". */
    [[nodiscard]] LocalizedText word(const QString &id) const;

    std::vector<Fact> facts;
    std::vector<Cause> causes;
    std::vector<Remedy> remedies;
    ModelSettings model;
    LocalizedText otherTitle;
    LocalizedText otherExplanation;
    LocalizedText otherSay;
    QHash<QString, LocalizedText> messages;
    QHash<QString, LocalizedText> words;
};

} // namespace todoku
