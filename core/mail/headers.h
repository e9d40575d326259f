// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace todoku {

/** One field of a header, as it came but unfolded (RFC 5322 section 2.2.3). */
struct HeaderField
{
    QByteArray name;
    QByteArray value;
    qsizetype offset = 0; // of the name in the source
};

/** The header of a message or of a part, in order. */
class Headers
{
public:
    void append(HeaderField field) { m_fields.push_back(std::move(field)); }

    /** The first field of that name, in any case; empty where there is none. */
    [[nodiscard]] QByteArray first(QByteArrayView name) const;
    /** The same with its encoded words read (RFC 2047) and its charset guessed. */
    [[nodiscard]] QString text(QByteArrayView name) const;
    [[nodiscard]] QByteArrayList all(QByteArrayView name) const;
    [[nodiscard]] bool contains(QByteArrayView name) const;
    [[nodiscard]] const std::vector<HeaderField> &fields() const { return m_fields; }

private:
    std::vector<HeaderField> m_fields;
};

/** What parseHeaders found. */
struct HeaderBlock
{
    Headers headers;
    qsizetype bodyBegin = 0;
    bool isCut = false;         // the limits were reached, or a line fitted no field
    bool hasMailFields = false; // one of From, To, Subject, Received … is there
};

/**
 * Reads the header that begins at @p begin, up to the empty line. Line ends may be LF, CRLF, or
 * CR alone. Text that begins with no header at all gives an empty one.
 */
[[nodiscard]] HeaderBlock parseHeaders(QByteArrayView source, qsizetype begin, qsizetype end);

/** How lines end in these bytes: CR, if there is no LF at all. */
[[nodiscard]] char lineEndOf(QByteArrayView bytes);

} // namespace todoku
