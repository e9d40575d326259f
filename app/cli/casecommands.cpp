// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "app/cli/verdict.h"
#include "core/evidence/casefile.h"

#include <nlohmann/json.hpp>

#include <utility>

using namespace Qt::StringLiterals;

namespace todoku::cli {

namespace {

constexpr qint64 maxCase = 64LL * 1024 * 1024;

Result<Case> caseAt(const QString &path)
{
    return readInput(path, maxCase).and_then([&](const QByteArray &bytes) {
        return readCase(bytes, path);
    });
}

// A case that is only weighed and written up needs no way out: whoever asked would be refused.
class NoNetwork final : public Resolver, public Connector
{
public:
    std::vector<Result<DnsAnswer>> queryAll(std::span<const DnsQuestion> questions,
                                            const Budget &) override
    {
        return {questions.size(), failure(Error::Kind::NotPermitted)};
    }

    Result<std::unique_ptr<Connection>> open(const QHostAddress &, quint16, const Budget &) override
    {
        return failure(Error::Kind::NotPermitted);
    }
};

// Opens the case and hands it on; the status says why where it cannot be read.
template<typename Use>
int withCase(const Session &session, const QString &path, Use use)
{
    const auto theCase = caseAt(path);
    if (!theCase) {
        session.complain(theCase.error().detail);
        return inputUnreadable;
    }
    NoNetwork nowhere;
    Investigation investigation(
        session.knowledge(), session.bounceTables(), {},
        {.resolver = nowhere, .connector = nowhere, .landmarks = {}, .ownAddress = {}});
    investigation.setCase(*theCase);
    for (const QString &name : investigation.notUnderstood())
        session.complain(session.text(u"not_understood"_s, {path, name}));
    return use(std::as_const(investigation));
}

} // namespace

int runDiagnose(const Session &session)
{
    const QStringList words = session.invocation().words;
    if (words.size() != 2)
        return session.refuse(session.text(u"usage_diagnose"_s));
    return withCase(session, words.at(1), [&](const Investigation &investigation) {
        const Diagnosis &diagnosis = investigation.diagnosis();
        if (session.invocation().has(u"json"_s) || session.invocation().has(u"ndjson"_s))
            session.print(diagnosisJson(session.knowledge(), diagnosis));
        else
            printDiagnosis(session, diagnosis);
        return statusOf(diagnosis);
    });
}

int runReport(const Session &session)
{
    const Invocation &invocation = session.invocation();
    if (invocation.words.size() != 2)
        return session.refuse(session.text(u"usage_report"_s));
    return withCase(session, invocation.words.at(1), [&](const Investigation &investigation) {
        const QString path = invocation.value(u"o"_s);
        const QString format
            = invocation.has(u"format"_s) ? invocation.value(u"format"_s) : formatOf(path);
        return writeReportFile(session, investigation, format, path);
    });
}

} // namespace todoku::cli
