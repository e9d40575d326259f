// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace todoku {

/** RFC 2045 section 6.7; a "=" that begins no escape is kept, since it is somebody's text. */
[[nodiscard]] QByteArray decodeQuotedPrintable(QByteArrayView bytes);

/** RFC 2045 section 6.8; other characters are skipped, and padding in the middle ends a group. */
[[nodiscard]] QByteArray decodeBase64(QByteArrayView bytes);

/** By the value of a Content-Transfer-Encoding field; unknown values change nothing. */
[[nodiscard]] QByteArray decodeTransfer(QByteArrayView bytes, QByteArrayView encoding);

} // namespace todoku
