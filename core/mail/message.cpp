// SPDX-License-Identifier: MIT
#include "core/mail/message.h"

#include "core/mail/charset.h"
#include "core/mail/transferencoding.h"

#include <algorithm>

namespace todoku {

namespace {

constexpr int deepest = 16;
constexpr int mostParts = 2'000;

bool isEncoded(const MimePart &part)
{
    const QByteArray encoding = part.headers.first("Content-Transfer-Encoding").toLower();
    return encoding.startsWith("base64") || encoding.startsWith("quoted-printable");
}

bool holdsMessage(const ContentType &type)
{
    return type.is("message/rfc822") || type.is("message/global");
}

/** A boundary line (RFC 2046 section 5.1.1): its start, where the next line begins, and if it closes. */
struct BoundaryLine
{
    qsizetype begin = -1;
    qsizetype next = 0;
    bool isClosing = false;
};

class BoundaryFinder
{
public:
    BoundaryFinder(QByteArrayView source, qsizetype end, const QByteArray &boundary)
        : m_source(source.first(end))
        , m_marker("--" + boundary)
        , m_lineEnd(lineEndOf(source))
    {}

    [[nodiscard]] BoundaryLine find(qsizetype from) const
    {
        for (qsizetype at = m_source.indexOf(m_marker, from); at >= 0;
             at = m_source.indexOf(m_marker, at + 1)) {
            if (at != 0 && m_source[at - 1] != m_lineEnd && m_source[at - 1] != '\r')
                continue;
            qsizetype stop = m_source.indexOf(m_lineEnd, at);
            const qsizetype next = stop < 0 ? m_source.size() : stop + 1;
            stop = stop < 0 ? m_source.size() : stop;
            const qsizetype tailBegin = at + m_marker.size();
            const QByteArray tail
                = m_source.sliced(tailBegin, stop - tailBegin).toByteArray().trimmed();
            if (tail.isEmpty() || tail == "--")
                return {.begin = at, .next = next, .isClosing = tail == "--"};
        }
        return {};
    }

    /** Without the line end before a boundary, which belongs to it. */
    [[nodiscard]] qsizetype endBefore(qsizetype at, qsizetype begin) const
    {
        if (at > begin && m_source[at - 1] == m_lineEnd)
            --at;
        if (at > begin && m_lineEnd == '\n' && m_source[at - 1] == '\r')
            --at;
        return at;
    }

private:
    QByteArrayView m_source;
    QByteArray m_marker;
    char m_lineEnd;
};

class MessageReader
{
public:
    explicit MessageReader(std::vector<Defect> &defects)
        : m_defects(defects)
    {}

    MimePart readMessage(const QByteArray &source, qsizetype begin, qsizetype end, int depth)
    {
        MimePart part = readHeader(source, begin, end);
        readBody(part, depth);
        return part;
    }

private:
    MimePart readHeader(const QByteArray &source, qsizetype begin, qsizetype end)
    {
        HeaderBlock block = parseHeaders(source, begin, end);
        if (block.isCut)
            note(Defect::Kind::HeaderCut, begin);
        MimePart part{.headers = std::move(block.headers),
                      .source = source,
                      .begin = begin,
                      .bodyBegin = block.bodyBegin,
                      .end = end};
        part.type = parseContentType(part.headers.first("Content-Type"));
        if (part.type.value.isEmpty())
            part.type.value = "text/plain"; // RFC 2045 section 5.2
        ++m_parts;
        return part;
    }

    void readBody(MimePart &part, int depth)
    {
        if (!part.type.isMultipart() && !holdsMessage(part.type))
            return;
        if (depth >= deepest) {
            note(Defect::Kind::TooDeep, part.begin);
            return;
        }
        if (part.type.isMultipart()) {
            readParts(part, depth);
            return;
        }
        const QByteArray source = isEncoded(part) ? part.decodedBody() : part.source;
        const bool isSame = source.constData() == part.source.constData();
        part.children.push_back(readMessage(source, isSame ? part.bodyBegin : 0,
                                            isSame ? part.end : source.size(), depth + 1));
    }

    void readParts(MimePart &part, int depth)
    {
        const QByteArray boundary = part.type.parameter("boundary").trimmed();
        if (boundary.isEmpty() || boundary.size() > 500) {
            note(Defect::Kind::MissingBoundary, part.begin);
            return;
        }
        const BoundaryFinder finder(part.source, part.end, boundary);
        BoundaryLine line = finder.find(part.bodyBegin);
        if (line.begin < 0)
            note(Defect::Kind::MissingBoundary, part.bodyBegin);
        while (line.begin >= 0 && !line.isClosing) {
            if (m_parts >= mostParts) {
                note(Defect::Kind::TooManyParts, line.begin);
                return;
            }
            const qsizetype begin = line.next;
            line = finder.find(begin);
            if (line.begin < 0)
                note(Defect::Kind::UnterminatedPart, begin);
            const qsizetype end = line.begin < 0 ? part.end : finder.endBefore(line.begin, begin);
            MimePart child = readHeader(part.source, begin, std::max(begin, end));
            readBody(child, depth + 1);
            part.children.push_back(std::move(child));
        }
    }

    void note(Defect::Kind kind, qsizetype offset)
    {
        constexpr std::size_t mostDefects = 100;
        if (m_defects.size() < mostDefects)
            m_defects.push_back({.kind = kind, .offset = offset});
    }

    std::vector<Defect> &m_defects;
    int m_parts = 0;
};

/** A byte order mark of UTF-16 before the first header: whole mails are saved that way. */
QByteArray asBytesOfMail(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return decodeText(bytes).toUtf8();
    return bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes;
}

} // namespace

QByteArray MimePart::decodedBody(qsizetype limit) const
{
    const QByteArrayView raw = rawBody();
    return decodeTransfer(raw.first(std::min(limit, raw.size())),
                          headers.first("Content-Transfer-Encoding"));
}

QString MimePart::text(qsizetype limit) const
{
    QString decoded = decodeText(decodedBody(limit), type.parameter("charset"));
    if (decoded.contains(u'\r'))
        decoded.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n")).replace(u'\r', u'\n');
    return decoded;
}

QString MimePart::filename() const
{
    const ContentType disposition = parseContentType(headers.first("Content-Disposition"));
    const QString name = disposition.text("filename");
    return name.isEmpty() ? type.text("name") : name;
}

ParsedMessage parseMessage(const QByteArray &bytes)
{
    ParsedMessage message;
    const QByteArray source = asBytesOfMail(bytes);
    if (!parseHeaders(source, 0, std::min<qsizetype>(source.size(), 200'000)).hasMailFields) {
        message.defects.push_back({.kind = Defect::Kind::NoHeader});
        message.root = MimePart{.source = source, .end = source.size()};
        message.root.type.value = "text/plain";
        return message;
    }
    message.root = MessageReader(message.defects).readMessage(source, 0, source.size(), 0);
    return message;
}

} // namespace todoku
