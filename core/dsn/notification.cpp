// SPDX-License-Identifier: MIT
#include "core/dsn/notification.h"

#include "core/mail/htmltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr qsizetype longestPart = 300'000;
constexpr qsizetype longestText = 600'000;
constexpr qsizetype longestHeader = 200'000;

class PartSorter
{
public:
    PartSorter(Notification &notification, const PatternTable &patterns)
        : m_notification(notification)
        , m_patterns(patterns)
    {}

    void sort(const MimePart &message)
    {
        visit(message);
        if (m_notification.text.trimmed().isEmpty() && !m_html.isEmpty())
            m_notification.text = htmlToText(m_html);
        if (m_notification.text.contains(u"\n> "_s))
            unquote();
        cutQuotedOriginal();
    }

private:
    void visit(const MimePart &part)
    {
        const ContentType &type = part.type;
        if (type.isMultipart() && !part.children.empty()) {
            for (const MimePart &child : part.children)
                visit(child);
        } else if (type.value.endsWith("delivery-status")) {
            m_notification.hasStatusReport = true;
            append(m_notification.statusReport, part.text(longestPart));
        } else if (type.is("message/feedback-report")) {
            m_notification.hasFeedbackReport = true;
            append(m_notification.feedbackReport, part.text(longestPart));
        } else if (!part.children.empty()) {
            takeEnclosed(part.children.front());
        } else if (type.value.endsWith("rfc822-headers") || type.is("message/global-headers")) {
            takeOriginal(part.decodedBody(longestHeader));
        } else if (type.is("text/html")) {
            append(m_html, part.text(longestPart));
        } else if (type.isText() || type.isMultipart()) {
            // Text after the enclosed message is the message's own or a footer.
            if (m_notification.originalHeader.isEmpty() || m_notification.text.isEmpty())
                append(m_notification.text, part.text(longestPart));
        }
    }

    static void append(QString &to, const QString &text)
    {
        if (to.size() >= longestText)
            return;
        if (!to.isEmpty())
            to += u"\n\n"_s;
        to += text;
    }

    void takeEnclosed(const MimePart &message)
    {
        if (m_notification.enclosed != nullptr)
            return;
        m_notification.enclosed = &message;
        if (m_notification.originalHeader.isEmpty()) {
            m_notification.original = message.headers;
            m_notification.originalHeader
                = message.bytes()
                      .first(std::min(longestHeader, message.bodyBegin - message.begin))
                      .toByteArray();
        }
    }

    void takeOriginal(const QByteArray &bytes)
    {
        if (!m_notification.originalHeader.isEmpty())
            return;
        qsizetype begin = 0;
        while (begin < bytes.size() && (bytes[begin] == '\n' || bytes[begin] == '\r'))
            ++begin;
        HeaderBlock block = parseHeaders(bytes, begin, bytes.size());
        if (!block.hasMailFields)
            return;
        m_notification.original = std::move(block.headers);
        m_notification.originalHeader = bytes.mid(begin, block.bodyBegin - begin);
    }

    /** A bounce forwarded as quoted text: most lines begin with ">". */
    void unquote()
    {
        QStringList lines = m_notification.text.split(u'\n');
        const auto isQuoted = [](const QString &line) {
            return line == u">"_s || line.startsWith(u"> "_s) || line.startsWith(u">>>> "_s);
        };
        const auto quoted = std::ranges::count_if(lines, isQuoted);
        if (quoted * 2 < lines.size())
            return;
        for (QString &line : lines) {
            if (isQuoted(line))
                line = line.startsWith(u">>"_s) || line.size() < 2 ? line.mid(1) : line.mid(2);
        }
        m_notification.text = lines.join(u'\n');
    }

    void cutQuotedOriginal()
    {
        constexpr qsizetype longestMarker = 120;
        const QStringView text = m_notification.text;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype stop = text.indexOf(u'\n', at);
            const qsizetype end = stop < 0 ? text.size() : stop;
            const QStringView line = text.sliced(at, end - at).trimmed();
            if (line.size() > 4 && line.size() < longestMarker && isMarker(line)) {
                takeOriginal(text.sliced(std::min(end + 1, text.size())).toString().toUtf8());
                m_notification.text.truncate(at);
                return;
            }
            at = end + 1;
        }
    }

    bool isMarker(QStringView line) const
    {
        const DiagnosticText marker = DiagnosticText::verbatim(line);
        return m_patterns.best(patternfact::originalFollows, {.text = &marker}).has_value();
    }

    Notification &m_notification;
    const PatternTable &m_patterns;
    QString m_html;
};

} // namespace

Notification readNotification(const MimePart &message, const PatternTable &patterns)
{
    Notification notification;
    PartSorter(notification, patterns).sort(message);
    return notification;
}

} // namespace todoku
