// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace todoku {

/**
 * A reply or a notification made ready for the pattern rows: blanks are single, mail addresses
 * read "@" (a local part like "spam-report" must not decide the reason), and the reply and status
 * codes that multiline replies repeat in every line are gone. Both forms have the same length.
 */
struct DiagnosticText
{
    QByteArray shown; // UTF-8, letters as they came
    QByteArray lower; // ASCII letters in lower case

    [[nodiscard]] static DiagnosticText of(QStringView text);
    /** For subjects, senders and other short fields: nothing is masked. */
    [[nodiscard]] static DiagnosticText verbatim(QStringView text);
};

} // namespace todoku
