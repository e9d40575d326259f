// SPDX-License-Identifier: MIT
#pragma once

#include "core/investigation/investigation.h"
#include "core/report/report.h"

namespace todoku {

/** What reports of @p investigation are written from; refers to it and to @p words. */
[[nodiscard]] ReportSource reportSource(const Investigation &investigation,
                                        const ReportWords &words,
                                        const QDateTime &now);

} // namespace todoku
