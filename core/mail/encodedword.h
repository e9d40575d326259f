// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace todoku {

/**
 * The text of an unstructured header field with its encoded words read (RFC 2047).
 *
 * Neighbouring words of one charset are joined as bytes first, since many mailers cut a
 * character, or an ISO-2022-JP shift, in the middle.
 */
[[nodiscard]] QString decodeHeaderText(QByteArrayView value);

} // namespace todoku
