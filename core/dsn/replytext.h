// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace todoku {

/** Three digits of a failing or positive SMTP reply: 2xx, 4xx or 5xx (RFC 5321 section 4.2.1). */
[[nodiscard]] bool isReplyCode(QStringView word);

/** Class, subject and detail with class 2, 4 or 5 (RFC 3463 section 2). */
[[nodiscard]] bool isEnhancedStatus(QStringView word);

/** The codes that stand in a server's words. */
struct ReplyCodes
{
    std::optional<int> reply;
    QString status;
    bool isStatusOfReply = false; // it stands right behind the reply code
};

/**
 * Reads the codes of the first failing reply in @p text. A number counts as a reply code only
 * where a reply can begin: at the start, or after what introduces one ("said:", "<<<", a quote).
 * A status x.4.7 only says that time ran out (RFC 3463 section 3.5), so that a later reply with
 * another status, which says why, is taken instead.
 */
[[nodiscard]] ReplyCodes readReplyCodes(QStringView text);

/** The SMTP command that a text says was answered: EHLO, MAIL, RCPT, DATA …; empty if none. */
[[nodiscard]] QString readCommand(QStringView text);

/** The host that answered or was called, with its address ("host mx.example[192.0.2.1] said"). */
struct NamedHost
{
    QString name;
    QString ip;
};
[[nodiscard]] NamedHost readRemoteHost(QStringView text);

/** IP addresses in the text, in order, each once. */
[[nodiscard]] QStringList readIpAddresses(QStringView text);

} // namespace todoku
