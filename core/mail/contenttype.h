// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

namespace todoku {

/** A Content-Type or Content-Disposition value with its parameters (RFC 2045, RFC 2231). */
struct ContentType
{
    QByteArray value;                       // "text/plain", in lower case
    QHash<QByteArray, QByteArray> raw;      // by lower-case name: bytes, unquoted, joined
    QHash<QByteArray, QByteArray> charsets; // of the parameters that named one (RFC 2231)

    [[nodiscard]] QByteArray parameter(const QByteArray &name) const { return raw.value(name); }
    /** Decoded for people: RFC 2231, or the encoded words that mailers put there against it. */
    [[nodiscard]] QString text(const QByteArray &name) const;
    [[nodiscard]] bool is(QByteArrayView type) const { return value == type; }
    [[nodiscard]] bool isMultipart() const { return value.startsWith("multipart/"); }
    [[nodiscard]] bool isText() const { return value.startsWith("text/"); }
};

[[nodiscard]] ContentType parseContentType(QByteArrayView field);

} // namespace todoku
