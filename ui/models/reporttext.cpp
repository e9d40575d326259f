// SPDX-License-Identifier: MIT
#include "ui/models/reporttext.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku {

QString reportText(const Investigation &investigation, const ReportChoice &choice)
{
    const ReportSource source{.subject = investigation.subject(),
                              .evidence = investigation.evidence(),
                              .knowledge = investigation.knowledge(),
                              .diagnosis = investigation.diagnosis(),
                              .now = QDateTime::currentDateTimeUtc()};
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
        const auto json = toJson(source, choice.redaction);
        return QString::fromStdString(
            json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    }
    return {};
}

QString fileSuffix(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Letter:
    case ReportFormat::Text:
        return u"txt"_s;
    case ReportFormat::Markdown:
        return u"md"_s;
    case ReportFormat::Html:
        return u"html"_s;
    case ReportFormat::Json:
        return u"json"_s;
    }
    return {};
}

} // namespace todoku
