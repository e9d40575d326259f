// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/bounce.h"
#include "core/dsn/bouncetables.h"

#include <QString>

namespace todoku {

/** The words to judge by: those about the recipient, and the whole notification behind them. */
struct ReplyWords
{
    QString own;
    QString context;
};

/**
 * Fills in reason, signature, blocklist and sending address. The report's codes and hosts must
 * be there already. All by the tables; what they do not know stays "unknown".
 */
void classify(RecipientReport &report, const ReplyWords &words, const BounceTables &tables);

} // namespace todoku
