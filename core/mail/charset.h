// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace todoku {

/**
 * Text from bytes, by evidence. The declared charset is a hint only: mail that says ISO-2022-JP
 * and is EUC-JP or UTF-8 is everyday in bounces. Never fails; what fits nothing is read as
 * windows-1252.
 */
[[nodiscard]] QString decodeText(QByteArrayView bytes, QByteArrayView declaredCharset = {});

} // namespace todoku
