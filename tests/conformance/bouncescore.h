// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/readbounces.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace todoku::test {

/** A row of a corpus's expected.tsv, by the names of its columns. */
using ExpectedRow = std::map<QString, QString>;

[[nodiscard]] std::vector<ExpectedRow> readExpected(const QString &path);

/** Right answers of answers asked for. */
struct Rate
{
    int right = 0;
    int asked = 0;

    void count(bool isRight)
    {
        ++asked;
        right += isRight ? 1 : 0;
    }
    [[nodiscard]] double percent() const { return asked == 0 ? 100.0 : 100.0 * right / asked; }
};

/** How well one group of samples was read. */
struct BounceScore
{
    Rate decoded;
    Rate recipients;
    Rate reply;
    Rate status;
    Rate reason;
    int invented = 0; // enhanced statuses given that do not stand in the mail

    void add(const BounceScore &other);
};

/** Compares the reading of one file with its rows; @p misses gets a line a difference.
 * @p mail is what was read: a status that is nowhere in it was invented. */
[[nodiscard]] BounceScore scoreFile(const std::vector<ExpectedRow> &rows,
                                    const std::vector<Bounce> &bounces,
                                    const QByteArray &mail,
                                    QStringList &misses);

/** Whether our reason is the expected one, whose names are partly the corpus's own. */
[[nodiscard]] bool isSameReason(const QString &ours, const ExpectedRow &row);

/** One line of the table. */
[[nodiscard]] QString toLine(const QString &name, const BounceScore &score);

} // namespace todoku::test
