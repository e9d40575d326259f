// SPDX-License-Identifier: MIT
#include "core/smtp/extensions.h"

namespace todoku {

SmtpExtensions SmtpExtensions::fromEhlo(const SmtpReply &reply)
{
    static constexpr QByteArrayView oldAuth = "AUTH=";
    SmtpExtensions extensions;
    if (reply.lines.isEmpty())
        return extensions;
    extensions.greetedAs = reply.lines.constFirst();
    for (const QByteArray &line : reply.lines.sliced(1)) {
        QByteArrayList words = line.simplified().split(' ');
        QByteArray keyword = words.takeFirst().toUpper();
        // Servers for old clients say "AUTH=LOGIN PLAIN" too, from a draft before RFC 2554.
        if (keyword.startsWith(oldAuth)) {
            words.prepend(keyword.mid(oldAuth.size()));
            keyword = "AUTH";
        }
        if (!keyword.isEmpty())
            extensions.keywords[keyword] += words;
    }
    return extensions;
}

std::optional<qint64> SmtpExtensions::maxSize() const
{
    const QByteArrayList parameters = keywords.value("SIZE");
    bool isNumber = false;
    const qint64 size = parameters.isEmpty() ? 0 : parameters.constFirst().toLongLong(&isNumber);
    if (!isNumber || size <= 0)
        return std::nullopt;
    return size;
}

QByteArrayList SmtpExtensions::authMechanisms() const
{
    QByteArrayList mechanisms;
    for (const QByteArray &word : keywords.value("AUTH")) {
        if (const QByteArray mechanism = word.toUpper(); !mechanisms.contains(mechanism))
            mechanisms.append(mechanism);
    }
    return mechanisms;
}

} // namespace todoku
