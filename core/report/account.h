// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/wording.h"

#include <vector>

// What a letter and a report both tell of a case. Nothing is told that is not in the case: what is
// missing is left out, or said to be unknown where a reader would look for it.
namespace todoku {

/** An address without the name before it: "Taro <a@example.jp>" is a@example.jp. */
[[nodiscard]] QString bareAddress(const QString &typed);
/** The domain of a typed address; empty if there is none. */
[[nodiscard]] QString domainOf(const QString &typed);

/** When, from whom, to whom, subject, Message-ID, address, since when, and for whom. */
[[nodiscard]] std::vector<Report::Row> mailRows(const Wording &wording);
/** The words of the refusal, as they were received; nothing twice. */
[[nodiscard]] QStringList errorTexts(const ReportSource &source);
/** What was answered, as statements. */
[[nodiscard]] QStringList triedStatements(const Wording &wording);
/** Remedies that were tried, and what came of it. */
[[nodiscard]] QStringList remedyStatements(const Wording &wording);
/** A check on a line: state, target, what was found or why nothing was. */
[[nodiscard]] Report::Row checkRow(const Wording &wording, const ProbeRecord &probe);
[[nodiscard]] Report::Row checkRow(const Wording &wording, const CheckDetail &detail);

/** The likeliest cause of the tables, if it is likely enough to be named to others. */
[[nodiscard]] const Hypothesis *nameableCause(const ReportSource &source);
/** Values of a fact that was found out, joined; empty if it was not. */
[[nodiscard]] QString detailOf(const Evidence &evidence, const FactId &fact);

/** The mark of a state; it is never shown without its word. */
[[nodiscard]] QString markOf(CheckState state);

} // namespace todoku
