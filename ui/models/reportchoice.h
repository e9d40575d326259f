// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/language.h"
#include "core/report/report.h"

#include <QString>

#include <functional>

namespace todoku {

class Investigation;

enum class ReportFormat { Letter, Text, Markdown, Html, Json };

struct ReportChoice
{
    ReportFormat format = ReportFormat::Letter;
    Language language = Language::Japanese;
    Redaction redaction = Redaction::Provider;
};

/** Writes the report as it would be copied or saved. */
using ReportWriter = std::function<QString(const Investigation &, const ReportChoice &)>;

} // namespace todoku
