// SPDX-License-Identifier: MIT
#pragma once

#include "core/mail/contenttype.h"
#include "core/mail/headers.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace todoku {

/** What is wrong with a message. It is evidence, so reading goes on. */
struct Defect
{
    enum class Kind {
        NoHeader,         // text only, as pasted
        HeaderCut,        // a line in the header is no field, or there are too many
        MissingBoundary,  // a multipart that names no boundary, or one that never comes
        UnterminatedPart, // the closing boundary is not there
        TooDeep,          // parts within parts beyond the limit; the rest is one leaf
        TooManyParts,
    };
    Kind kind = Kind::NoHeader;
    qsizetype offset = 0;

    friend bool operator==(const Defect &, const Defect &) = default;
};

/**
 * A part of a message, or the whole. Offsets are into @ref source, which for a part inside an
 * encoded message/rfc822 is that message's decoded bytes and for all others the bytes given.
 */
struct MimePart
{
    Headers headers;
    ContentType type;
    QByteArray source;
    qsizetype begin = 0;
    qsizetype bodyBegin = 0;
    qsizetype end = 0;
    std::vector<MimePart> children; // parts of a multipart; the one message in a message/rfc822

    [[nodiscard]] QByteArrayView bytes() const
    {
        return QByteArrayView(source).sliced(begin, end - begin);
    }
    [[nodiscard]] QByteArrayView rawBody() const
    {
        return QByteArrayView(source).sliced(bodyBegin, end - bodyBegin);
    }
    /** With the transfer encoding taken off; reads no more than @p limit bytes of the raw body. */
    [[nodiscard]] QByteArray decodedBody(qsizetype limit = defaultLimit) const;
    /** The same as text, lines ended by LF. */
    [[nodiscard]] QString text(qsizetype limit = defaultLimit) const;
    /** From Content-Disposition or Content-Type; empty where none is given. */
    [[nodiscard]] QString filename() const;

    static constexpr qsizetype defaultLimit = 100'000'000;
};

struct ParsedMessage
{
    MimePart root;
    std::vector<Defect> defects;
};

/** Reads whatever it is given; never fails. Bytes without a mail header become one text part. */
[[nodiscard]] ParsedMessage parseMessage(const QByteArray &bytes);

} // namespace todoku
