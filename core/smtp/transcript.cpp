// SPDX-License-Identifier: MIT
#include "core/smtp/transcript.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace todoku {

static QLatin1StringView markOf(SmtpTranscript::Direction direction)
{
    switch (direction) {
    case SmtpTranscript::Direction::Client:
        return "C: "_L1;
    case SmtpTranscript::Direction::Server:
        return "S: "_L1;
    case SmtpTranscript::Direction::Note:
        break;
    }
    return "*: "_L1;
}

QString SmtpTranscript::toText() const
{
    QString text;
    for (const Entry &entry : entries) {
        // Replies may be UTF-8 (RFC 6531 section 3.7.4); what is not shows as U+FFFD.
        const QStringList lines = QString::fromUtf8(entry.text).split(u'\n');
        for (const QString &line : lines)
            text += markOf(entry.direction) + line + u'\n';
    }
    return text;
}

} // namespace todoku
