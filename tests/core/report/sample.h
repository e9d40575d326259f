// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report.h"

namespace todoku::test {

/** Tables of a handful of rows with words in both languages, enough to write a report. */
[[nodiscard]] KnowledgeBase smallKnowledge();

/** The words as they are shipped. */
[[nodiscard]] ReportWords shippedWords();

/** A case of tests/data/report with all that a report is written from, in Japanese time. */
class Sample
{
public:
    explicit Sample(const QString &name);

    [[nodiscard]] ReportSource source() const;

    Case subject;
    Evidence evidence;
    KnowledgeBase knowledge = smallKnowledge();
    Diagnosis diagnosis;
    ReportWords words = shippedWords();
    ReportedMail mail;
    QString hostName;
};

} // namespace todoku::test
