// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/bounce.h"
#include "core/dsn/bouncetables.h"

#include <QByteArrayView>

#include <functional>
#include <vector>

namespace todoku {

/**
 * Reads a mail, an mbox, or text that a person pasted: one Bounce a mail, in order. Never fails;
 * what is no bounce comes back as NotABounce.
 */
[[nodiscard]] std::vector<Bounce> readBounces(QByteArrayView bytes, const BounceTables &tables);

/** The same, one at a time and in constant memory; stops when @p take returns false. */
void readBounces(QByteArrayView bytes,
                 const BounceTables &tables,
                 const std::function<bool(Bounce)> &take);

} // namespace todoku
