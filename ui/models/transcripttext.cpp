// SPDX-License-Identifier: MIT
#include "ui/models/transcripttext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace todoku {

static QString sideOf(TranscriptLine::Direction direction)
{
    switch (direction) {
    case TranscriptLine::Direction::Client:
        return u"C: "_s;
    case TranscriptLine::Direction::Server:
        return u"S: "_s;
    case TranscriptLine::Direction::Tls:
        return u"TLS "_s;
    case TranscriptLine::Direction::Note:
        return u"--- "_s;
    }
    return {};
}

QString detailsOf(const ProbeRecord &record, const WindowWords &wording)
{
    QStringList lines{wording.probeTitle(record.id) + u' ' + record.target,
                      wording.state(record.state) + u": "_s + wording.say(record.found)};
    if (record.startedAt.isValid())
        lines.append(record.startedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" – "_s
                     + WindowWords::duration(record.elapsedMs));
    if (!record.details.empty())
        lines.append(QString());
    for (const CheckDetail &detail : record.details) {
        lines.append(u"%1 [%2] %3"_s.arg(detail.target, wording.state(detail.state),
                                         wording.say(detail.found)));
        if (!detail.excerpt.isEmpty())
            lines.append(u"    "_s + detail.excerpt);
    }
    QString peer;
    for (const TranscriptLine &line : record.transcript) {
        if (line.peer != peer) {
            peer = line.peer;
            lines << QString() << peer;
        }
        lines.append(u"%1 %2%3"_s.arg(QString::number(line.atMs).rightJustified(6),
                                      sideOf(line.direction), line.text));
    }
    return lines.join(u'\n');
}

} // namespace todoku
