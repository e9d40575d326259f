// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/model.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace todoku {

/** One observation that spoke for or against a cause, and how much. */
struct Reason
{
    Observation observation;
    /** Weight of evidence in the order of the facts: prior + all weights = posterior, in dB. */
    double weightDb = 0;
    /** What would be lost without it, whatever the order; reasons are ranked by this. */
    double leaveOneOutDb = 0;
};

struct Hypothesis
{
    CauseId cause;
    double probability = 0;
    double priorDb = 0;          // log-odds before any evidence
    std::vector<Reason> reasons; // strongest first, for or against
};

/** Something that can still be found out, and what it is worth. */
struct NextStep
{
    FactId fact;
    FactKind kind = FactKind::Question;
    double informationBits = 0;
    double costSeconds = 0;
    double score = 0; // (1-u)·information / (cost + offset), bits a second
    /** The two causes, both likely, that it tells apart best. */
    std::array<CauseId, 2> tellsApart;
};

enum class StopReason {
    Confident, // one cause is likely enough
    Value,     // nothing left is worth asking
};

/** The possible causes, most likely first, and what to do to know more. A value. */
struct Diagnosis
{
    std::vector<Hypothesis> hypotheses; // every cause of the tables
    double other = 1;                   // a cause that the tables do not hold
    double twoCauses = 0;               // two at once
    double conflictBits = 0;            // above 0: the findings contradict each other
    std::optional<CauseId> urgent;      // to be shown first whatever its rank
    std::vector<NextStep> next;         // most telling for the effort first
    std::optional<StopReason> stop;
    std::vector<FactId> suspicious;  // answers worth asking again, most surprising first
    std::map<Party, double> parties; // who has to act
};

/**
 * Weighs @p evidence. Pure: the same evidence gives the same diagnosis, in whatever order it came.
 *
 * @p setAside names what the user could not tell or does not want to do; it is not proposed again,
 * and adds nothing.
 */
[[nodiscard]] Diagnosis diagnose(const Model &model,
                                 const Evidence &evidence,
                                 const std::set<FactId> &setAside = {});

} // namespace todoku
