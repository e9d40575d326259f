// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/blocklisttable.h"
#include "core/dsn/patterntable.h"
#include "core/dsn/reasontable.h"

namespace todoku {

/** What the bounce reader knows, loaded once and shared; nothing in it changes. */
struct BounceTables
{
    ReasonTable reasons;
    PatternTable patterns;
    BlocklistTable blocklists;

    /** Loads and cross-checks; one Error with file and JSON path. ":/knowledge", or a folder. */
    [[nodiscard]] static Result<BounceTables> load(const QString &directory);
};

} // namespace todoku
