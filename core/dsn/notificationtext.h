// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/patterntable.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace todoku {

/** A recipient as the words for people tell of it. */
struct TextRecipient
{
    QString address;
    QString original; // "expanded from"
    QString words;    // the lines that are about it
};

/** The recipients of a notification, by the lines that begin with their addresses. */
[[nodiscard]] std::vector<TextRecipient> readTextRecipients(const QString &text);

/** Addresses that stand behind words such as "unable to deliver message to". */
[[nodiscard]] QStringList readNamedRecipients(const QString &text, const PatternTable &patterns);

} // namespace todoku
