// SPDX-License-Identifier: MIT
#include "ui/models/reporttext.h"

#include "core/investigation/reportsource.h"

#include <nlohmann/json.hpp>

namespace todoku {

static QString write(const ReportSource &source, const ReportChoice &choice)
{
    const auto report = [&] { return writeReport(source, choice.language, choice.redaction); };
    switch (choice.format) {
    case ReportFormat::Letter:
        return toText(writeLetter(source, choice.language, choice.redaction));
    case ReportFormat::Text:
        return toText(report());
    case ReportFormat::Markdown:
        return toMarkdown(report());
    case ReportFormat::Html:
        return toHtml(report());
    case ReportFormat::Json: {
        // What servers said need not be UTF-8; a report must not fail on it.
        constexpr int indent = 2;
        return QString::fromStdString(
            toJson(source, choice.redaction)
                .dump(indent, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    }
    return {};
}

ReportWriter makeReportWriter(const ReportWords &words)
{
    return [&words](const Investigation &investigation, const ReportChoice &choice) {
        return write(reportSource(investigation, words, QDateTime::currentDateTime()), choice);
    };
}

} // namespace todoku
