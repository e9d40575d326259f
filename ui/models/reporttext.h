// SPDX-License-Identifier: MIT
#pragma once

#include "core/investigation/investigation.h"
#include "core/report/report.h"

#include <QString>

namespace todoku {

enum class ReportFormat { Letter, Text, Markdown, Html, Json };

struct ReportChoice
{
    ReportFormat format = ReportFormat::Letter;
    Language language = Language::Japanese;
    Redaction redaction = Redaction::Provider;
};

/** The report as it would be copied or saved. */
[[nodiscard]] QString reportText(const Investigation &investigation, const ReportChoice &choice);
/** "txt", "md", "html", "json". */
[[nodiscard]] QString fileSuffix(ReportFormat format);

} // namespace todoku
