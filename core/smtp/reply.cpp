// SPDX-License-Identifier: MIT
#include "core/smtp/reply.h"

#include <QRegularExpression>

namespace todoku {

static std::optional<EnhancedStatus> leadingStatus(const QByteArray &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^([245])\.(\d{1,3})\.(\d{1,3})(?=\s|$))"));
    const auto match = pattern.match(QString::fromLatin1(text));
    if (!match.hasMatch())
        return std::nullopt;
    return EnhancedStatus{.statusClass = match.captured(1).toInt(),
                          .subject = match.captured(2).toInt(),
                          .detail = match.captured(3).toInt()};
}

std::optional<SmtpReply> takeReply(QByteArray &buffer)
{
    SmtpReply reply;
    qsizetype begin = 0;
    while (true) {
        const qsizetype end = buffer.indexOf('\n', begin);
        if (end < 0)
            return std::nullopt;

        QByteArray line = buffer.mid(begin, end - begin);
        if (line.endsWith('\r'))
            line.chop(1);
        begin = end + 1;

        reply.code = line.left(3).toInt();
        reply.lines.append(line.mid(4));
        const bool isLast = line.size() < 4 || line.at(3) != '-';
        if (isLast)
            break;
    }
    buffer.remove(0, begin);
    reply.status = leadingStatus(reply.lines.constFirst());
    return reply;
}

} // namespace todoku
