// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>

namespace todoku {

inline constexpr qsizetype maxLabelOctets = 63; // RFC 1035 section 2.3.4
inline constexpr qsizetype maxNameOctets = 255;

/**
 * A domain name in wire form, uncompressed, from its presentation form; lower case.
 *
 * Takes the escapes of RFC 1035 section 5.1, and U-labels, which become A-labels.
 */
[[nodiscard]] Result<QByteArray> nameToWire(const QString &name);

/** One label as text: "." and "\" and octets outside of printable ASCII are escaped. */
[[nodiscard]] QString labelToText(QByteArrayView label);

/** The name that PTR records of @p address stand at, in in-addr.arpa or ip6.arpa. */
[[nodiscard]] QString reverseName(const QHostAddress &address);

/** The octets or nibbles of @p address in reverse, joined by dots: what goes before a zone. */
[[nodiscard]] QString reversedLabels(const QHostAddress &address);

/** Whether @p text is a name that can be asked for: its wire form exists. */
[[nodiscard]] bool isDomainName(const QString &text);

} // namespace todoku
