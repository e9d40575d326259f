// SPDX-License-Identifier: MIT
#include "core/evidence/casefile.h"
#include "core/report/account.h"
#include "core/report/masking.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku {

using Json = nlohmann::json;

static std::string utf8(const QString &text)
{
    return text.toUtf8().toStdString();
}

// Members have the names and forms of the case file; so its writer writes them. What the mail
// itself holds stays out, as its size is all that a report tells of it.
static Json caseJson(Case theCase, const Evidence &evidence)
{
    for (Document &document : theCase.documents)
        document.bytes.clear();
    theCase.unknownMembers.clear();
    theCase.observations.assign(evidence.all().begin(), evidence.all().end());
    const QByteArray bytes = writeCase(theCase);
    return Json::parse(bytes.begin(), bytes.end(), nullptr, false);
}

static Json documentsJson(const Case &theCase, const Json &written)
{
    Json documents = Json::array();
    for (size_t i = 0; i < theCase.documents.size(); ++i)
        documents.push_back({{"kind", written.at(i).at("kind")},
                             {"name", written.at(i).at("name")},
                             {"bytes", theCase.documents.at(i).bytes.size()}});
    return documents;
}

static Json mailJson(const ReportSource &source)
{
    Json errors = Json::array();
    for (const QString &text : errorTexts(source))
        errors.push_back(utf8(text));
    const auto orNull
        = [](const QString &text) { return text.isEmpty() ? Json() : Json(utf8(text)); };
    return {{"message_id", orNull(source.mail.messageId)},
            {"errors", std::move(errors)},
            {"reporting_mta", orNull(source.mail.reportingMta)},
            {"remote_mta", orNull(source.mail.remoteMta)},
            {"last_attempt", orNull(source.mail.lastAttempt)}};
}

Json toJson(const ReportSource &source, Redaction redaction)
{
    const MaskedSource masked(source, redaction);
    const ReportSource &shown = masked.source();
    const Json written = caseJson(shown.subject, shown.evidence);

    Json report = diagnosisJson(shown.knowledge, shown.diagnosis);
    report["format"] = "todoku-report";
    report["version"] = 1;
    report["redaction"] = utf8(redactionId(redaction));
    report["created_at"] = utf8(shown.now.toUTC().toString(Qt::ISODate));
    report["incident"] = written.at("incident");
    report["mail"] = mailJson(shown);
    report["documents"] = documentsJson(shown.subject, written.at("documents"));
    report["answers"] = written.at("answers");
    report["evidence"] = written.at("observations");
    report["probes"] = written.at("probes");
    report["tried"] = written.at("remedies");
    report["note"] = written.at("note");
    return report;
}

} // namespace todoku
