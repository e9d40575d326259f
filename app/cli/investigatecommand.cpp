// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "app/cli/probing.h"
#include "app/cli/verdict.h"
#include "core/evidence/casefile.h"
#include "core/mail/address.h"

#include <QTextStream>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace todoku::cli {

namespace {

constexpr qint64 maxDocument = 256LL * 1024 * 1024;

class InvestigateCommand
{
public:
    InvestigateCommand(const Session &session, Investigation &investigation)
        : m_session(session)
        , m_invocation(session.invocation())
        , m_investigation(investigation)
    {}

    int run()
    {
        if (const int status = takeIncident(); status != noProblem)
            return status;
        if (const int status = takeDocuments(); status != noProblem)
            return status;
        if (const int status = takeAnswers(); status != noProblem)
            return status;
        const int probing = probe();
        if (probing != noProblem && probing != cancelled)
            return probing;
        if (probing == noProblem && isInteractive() && !m_invocation.has(u"json"_s))
            askQuestions();
        show();
        if (const int status = writeFiles(); status != noProblem)
            return status;
        return probing == cancelled ? static_cast<int>(cancelled)
                                    : statusOf(m_investigation.diagnosis());
    }

private:
    int takeIncident()
    {
        Incident incident;
        incident.sender = m_invocation.value(u"from"_s);
        incident.recipient = m_invocation.value(u"to"_s);
        for (const QString &address : {incident.sender, incident.recipient}) {
            if (!address.isEmpty() && !MailAddress::parse(address))
                return m_session.refuse(m_session.text(u"bad_address"_s, {address}));
        }
        m_investigation.setIncident(incident);
        return noProblem;
    }

    int takeDocuments()
    {
        for (const auto &[option, kind] : {std::pair{u"bounce"_s, Document::Kind::Bounce},
                                           std::pair{u"message"_s, Document::Kind::Message}}) {
            for (const QString &path : m_invocation.values(option)) {
                auto bytes = readInput(path, maxDocument);
                const auto added
                    = bytes ? m_investigation.add(
                                  {.kind = kind, .name = path, .bytes = *std::move(bytes)})
                            : Result<>(tl::unexpected(bytes.error()));
                if (!added) {
                    m_session.complain(added.error().detail);
                    return inputUnreadable;
                }
            }
        }
        return noProblem;
    }

    int takeAnswers()
    {
        for (const QString &answer : m_invocation.values(u"answer"_s)) {
            const FactId id{answer.section(u'=', 0, 0)};
            const QString value = answer.section(u'=', 1);
            const Fact *fact = m_session.knowledge().fact(id);
            if (!fact || (value != unknownAnswer() && !fact->indexOf(value)))
                return m_session.refuse(m_session.text(u"bad_answer"_s, {answer}));
            m_investigation.answer(id, value);
        }
        return noProblem;
    }

    [[nodiscard]] bool wantsProbes() const
    {
        return m_invocation.has(u"check"_s) || m_invocation.has(u"yes"_s)
               || m_invocation.has(u"network"_s) || isInteractive();
    }

    int probe()
    {
        std::set<ProbeId> all;
        for (const PlannedProbe &planned : m_investigation.plan())
            all.insert(planned.id);
        if (m_invocation.has(u"list"_s)) {
            printPlan(m_session, m_investigation, all);
            return noProblem;
        }
        const auto budget = m_session.budget();
        if (!budget)
            return usageError;
        if (!wantsProbes())
            return noProblem;
        const bool isFinished
            = runProbes(m_investigation, agreed(m_session, m_investigation, all), *budget);
        return isFinished ? noProblem : cancelled;
    }

    // The next question that a person can answer, while the diagnosis wants one.
    [[nodiscard]] const Fact *nextQuestion() const
    {
        const Diagnosis &diagnosis = m_investigation.diagnosis();
        if (diagnosis.stop)
            return nullptr;
        const auto found = std::ranges::find(diagnosis.next, FactKind::Question, &NextStep::kind);
        return found == diagnosis.next.end() ? nullptr : m_session.knowledge().fact(found->fact);
    }

    void askQuestions()
    {
        QTextStream input(stdin);
        while (const Fact *fact = nextQuestion()) {
            m_session.print(QString());
            m_session.print(m_session.in(fact->question));
            m_session.print(u"  "_s + m_session.in(fact->how));
            for (size_t i = 0; i < fact->values.size(); ++i)
                m_session.print(u"  %1  %2"_s.arg(i + 1).arg(m_session.in(fact->values[i].label)));
            m_session.print(m_session.text(u"dont_know_or_stop"_s));
            const QString typed = input.readLine().trimmed();
            if (typed == "q"_L1 || input.atEnd())
                return;
            const size_t number = typed.toUInt();
            const bool isChoice = number >= 1 && number <= fact->values.size();
            m_investigation.answer(fact->id,
                                   isChoice ? fact->values[number - 1].id : unknownAnswer());
        }
    }

    void show() const
    {
        if (m_invocation.has(u"json"_s) || m_invocation.has(u"ndjson"_s)) {
            m_session.print(diagnosisJson(m_session.knowledge(), m_investigation.diagnosis()));
            return;
        }
        for (const ProbeRecord &record : m_investigation.subject().probes)
            printRecord(m_session, record);
        printDiagnosis(m_session, m_investigation.diagnosis());
    }

    [[nodiscard]] int writeFiles() const
    {
        for (const QString &path : m_invocation.values(u"save"_s)) {
            const auto saved = saveCase(m_investigation.subject(), path);
            if (!saved) {
                m_session.complain(saved.error().detail);
                return internalError;
            }
        }
        for (const QString &path : m_invocation.values(u"report"_s)) {
            const QString format
                = m_invocation.has(u"format"_s) ? m_invocation.value(u"format"_s) : formatOf(path);
            const int status = writeReportFile(m_session, m_investigation, format, path);
            if (status != noProblem)
                return status;
        }
        return noProblem;
    }

    const Session &m_session;
    const Invocation &m_invocation;
    Investigation &m_investigation;
};

} // namespace

int runInvestigate(const Session &session)
{
    if (session.invocation().words.size() != 1)
        return session.refuse(session.text(u"usage_investigate"_s));
    const auto network = session.openNetwork();
    auto probes = session.openProbes();
    if (!network || !probes)
        return inputUnreadable;
    Investigation investigation(session.knowledge(), session.bounceTables(), *std::move(probes),
                                network->network());
    return InvestigateCommand(session, investigation).run();
}

} // namespace todoku::cli
