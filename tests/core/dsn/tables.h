// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/bouncetables.h"
#include "support/paths.h"

#include <gtest/gtest.h>

namespace todoku::test {

/** The project's own tables; an empty set, and a failure, if they cannot be loaded. */
inline const BounceTables &bounceTables()
{
    static const BounceTables tables = [] {
        auto loaded = BounceTables::load(sourcePath(QStringLiteral("resources/knowledge")));
        EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().detail.toStdString());
        return loaded ? *std::move(loaded) : BounceTables{};
    }();
    return tables;
}

} // namespace todoku::test
