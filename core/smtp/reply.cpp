// SPDX-License-Identifier: MIT
#include "core/smtp/reply.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/** Takes one to three digits from the front of @p text (RFC 3463 section 2). */
std::optional<int> takeNumber(QByteArrayView &text)
{
    qsizetype size = 0;
    while (size < text.size() && isDigit(text[size]))
        ++size;
    if (size == 0 || size > 3)
        return std::nullopt;
    const int number = text.first(size).toByteArray().toInt();
    text = text.sliced(size);
    return number;
}

bool takeDot(QByteArrayView &text)
{
    if (!text.startsWith('.'))
        return false;
    text = text.sliced(1);
    return true;
}

/** For an error's detail: what a person can read of foreign bytes. */
QString shown(QByteArrayView line)
{
    constexpr qsizetype enough = 60;
    QString text = QString::fromLatin1(line.first(std::min(line.size(), enough)));
    for (QChar &c : text) {
        if (c < u' ' || c > u'~')
            c = u'?';
    }
    return text;
}

} // namespace

std::optional<EnhancedStatus> EnhancedStatus::leading(QByteArrayView text)
{
    if (text.isEmpty() || (text[0] != '2' && text[0] != '4' && text[0] != '5'))
        return std::nullopt;
    EnhancedStatus status{.statusClass = text[0] - '0'};
    text = text.sliced(1);
    const auto subject = takeDot(text) ? takeNumber(text) : std::nullopt;
    const auto detail = subject && takeDot(text) ? takeNumber(text) : std::nullopt;
    const bool isDelimited = text.isEmpty() || text[0] == ' ' || text[0] == '\t';
    if (!detail || !isDelimited)
        return std::nullopt;
    status.subject = *subject;
    status.detail = *detail;
    return status;
}

QString EnhancedStatus::toString() const
{
    return u"%1.%2.%3"_s.arg(statusClass).arg(subject).arg(detail);
}

QByteArray SmtpReply::toText() const
{
    QByteArray text;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool isLast = i + 1 == lines.size();
        text += QByteArray::number(code) + (isLast ? ' ' : '-') + lines.at(i);
        if (!isLast)
            text += '\n';
    }
    return text;
}

Result<bool> ReplyReader::takeLine(QByteArrayView line)
{
    // RFC 5321 section 4.2: three digits, then a hyphen, a space, or nothing.
    const bool hasCode = line.size() >= 3 && line[0] >= '2' && line[0] <= '5' && isDigit(line[1])
                         && isDigit(line[2]);
    const char mark = line.size() > 3 ? line[3] : ' ';
    const bool hasMark = mark == ' ' || mark == '-';
    if (!hasCode || !hasMark)
        return failure(Error::Kind::Malformed, u"not an SMTP reply: \"%1\""_s.arg(shown(line)));

    const int code = line.first(3).toByteArray().toInt();
    if (!m_partial.lines.isEmpty() && code != m_partial.code)
        return failure(
            Error::Kind::Malformed,
            u"an SMTP reply that begins with %1 goes on with %2"_s.arg(m_partial.code).arg(code));
    m_size += line.size();
    if (m_size > maxReply || m_partial.lines.size() >= maxLines)
        return failure(
            Error::Kind::TooLarge,
            u"an SMTP reply of over %1 lines or %2 octets"_s.arg(maxLines).arg(maxReply));

    m_partial.code = code;
    m_partial.lines.append(line.size() > 4 ? line.sliced(4).toByteArray() : QByteArray(""));
    return mark == ' ';
}

Result<std::optional<SmtpReply>> ReplyReader::take()
{
    qsizetype begin = 0;
    std::optional<SmtpReply> reply;
    while (!reply) {
        const qsizetype end = m_buffer.indexOf('\n', std::max(begin, m_scanned));
        const qsizetype lineSize = (end < 0 ? m_buffer.size() : end) - begin;
        if (lineSize > maxLine)
            return failure(Error::Kind::TooLarge,
                           u"an SMTP reply line of over %1 octets"_s.arg(maxLine));
        if (end < 0)
            break;

        QByteArrayView line = QByteArrayView(m_buffer).sliced(begin, lineSize);
        if (line.endsWith('\r'))
            line.chop(1);
        begin = end + 1;
        const auto isLast = takeLine(line);
        if (!isLast)
            return tl::unexpected(isLast.error());
        if (*isLast) {
            m_partial.status = EnhancedStatus::leading(m_partial.lines.constFirst());
            reply = std::exchange(m_partial, {});
            m_size = 0;
        }
    }
    m_buffer.remove(0, begin);
    m_scanned = reply ? 0 : m_buffer.size();
    return reply;
}

} // namespace todoku
