// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace todoku {

/**
 * A sentence for people, by the id of its words and what to fill in.
 *
 * Whoever shows it looks the words up, so that one finding can be read in either language, and a
 * report can be written in another language than the window's.
 */
struct Message
{
    QString id;
    QStringList arguments; // for %1, %2 …

    [[nodiscard]] bool isEmpty() const { return id.isEmpty(); }
    friend bool operator==(const Message &, const Message &) = default;
};

} // namespace todoku
