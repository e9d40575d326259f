// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/reportchoice.h"

namespace todoku {

class ReportWords;

/** A writer of reports in the words of @p words, which must outlive it. */
[[nodiscard]] ReportWriter makeReportWriter(const ReportWords &words);

} // namespace todoku
