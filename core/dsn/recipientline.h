// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace todoku {

/** A mail address in running text, and where it stands (with its angle brackets, if it has them). */
struct FoundAddress
{
    QString address;
    qsizetype begin = 0;
    qsizetype end = 0;
};

/** The next address at or after @p from. */
[[nodiscard]] std::optional<FoundAddress> findAddress(QStringView text, qsizetype from = 0);

/** All addresses of a text, in order, each once (compared without case). */
[[nodiscard]] QStringList findAddresses(QStringView text);

/** A line of a notification that is about one recipient: it begins with the address. */
struct RecipientLine
{
    QString address;
    QString original; // "(expanded from <…>)"
    QString rest;     // what the line goes on to say
};

/**
 * Reads "<a@b.example>: host … said", "a@b.example", "* <a@b.example>", "554 <a@b.example>... User
 * unknown" and the like; nothing for prose that merely holds an address.
 */
[[nodiscard]] std::optional<RecipientLine> readRecipientLine(QStringView line);

} // namespace todoku
