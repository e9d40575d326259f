// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <vector>

namespace todoku {

/** Whether the bytes are an mbox: they begin with a "From " line (RFC 4155). */
[[nodiscard]] bool isMbox(QByteArrayView bytes);

/**
 * The messages of an mbox, each with its "From " line; other bytes come back whole, as one.
 * Only a "From " line after an empty line, and with a date's digits in it, begins a message, for
 * not every mailer quotes such lines in bodies.
 */
[[nodiscard]] std::vector<QByteArrayView> splitMbox(QByteArrayView bytes);

} // namespace todoku
