// SPDX-License-Identifier: MIT
#include "core/investigation/investigation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

Investigation::Investigation(const KnowledgeBase &knowledge,
                             const BounceTables &tables,
                             ProbeList probes,
                             Network network,
                             QObject *parent)
    : QObject(parent)
    , m_tables(tables)
    , m_model(knowledge)
    , m_runner(std::move(probes), std::move(network))
{
    connect(&m_runner, &ProbeRunner::probeStarted, this, [this](const ProbeId &id) {
        m_running.insert(id);
        Q_EMIT probeStarted(id);
    });
    connect(&m_runner, &ProbeRunner::probeFinished, this, &Investigation::onProbeFinished);
    connect(&m_runner, &ProbeRunner::finished, this, &Investigation::probesFinished);
    weigh();
}

void Investigation::setCase(const Case &theCase)
{
    m_case = theCase;
    m_readings.clear();
    for (const Document &document : m_case.documents)
        m_readings.push_back(readDocument(document, m_tables));
    weigh();
}

void Investigation::setIncident(const Incident &incident)
{
    if (incident == m_case.incident)
        return;
    m_case.incident = incident;
    weigh();
}

Result<> Investigation::add(Document document)
{
    Reading reading = readDocument(document, m_tables);
    if (reading.kind == Document::Kind::Text)
        return failure(Error::Kind::Malformed,
                       u"%1: neither an error mail nor a mail with a header"_s.arg(document.name));
    document.kind = reading.kind;
    fillIn(reading.incident);
    m_case.documents.push_back(std::move(document));
    m_readings.push_back(std::move(reading));
    weigh();
    return {};
}

void Investigation::removeDocument(size_t index)
{
    if (index >= m_case.documents.size())
        return;
    m_case.documents.erase(m_case.documents.begin() + static_cast<std::ptrdiff_t>(index));
    m_readings.erase(m_readings.begin() + static_cast<std::ptrdiff_t>(index));
    weigh();
}

void Investigation::fillIn(const Incident &read)
{
    const auto fill = [](QString &field, const QString &text) {
        if (field.isEmpty())
            field = text;
    };
    fill(m_case.incident.sender, read.sender);
    fill(m_case.incident.recipient, read.recipient);
    fill(m_case.incident.sentAt, read.sentAt);
    fill(m_case.incident.subject, read.subject);
}

void Investigation::answer(const FactId &fact, const QString &value)
{
    m_case.answers[fact] = value;
    weigh();
}

void Investigation::withdraw(const FactId &fact)
{
    if (m_case.answers.erase(fact) > 0)
        weigh();
}

void Investigation::setDismissed(const FactId &fact, bool isDismissed)
{
    if (isDismissed)
        m_case.dismissed.insert(fact);
    else
        m_case.dismissed.erase(fact);
    weigh();
}

void Investigation::setRemedyOutcome(const RemedyId &remedy, bool isFixed)
{
    std::erase_if(m_case.remedies, [&](const RemedyOutcome &o) { return o.id == remedy; });
    m_case.remedies.push_back({.id = remedy, .isFixed = isFixed});
    weigh();
}

void Investigation::setNote(const QString &note)
{
    m_case.note = note;
    Q_EMIT changed();
}

std::vector<PlannedProbe> Investigation::plan() const
{
    std::vector<PlannedProbe> planned;
    for (const auto &probe : m_runner.probes()) {
        PlannedProbe entry{.id = probe->id(),
                           .contacts = probe->contacts(m_evidence, m_runner.network()),
                           .asksThirdParty = false,
                           .obstacle = probe->obstacle(m_evidence)};
        entry.asksThirdParty = std::ranges::any_of(entry.contacts, &Contact::isThirdParty);
        planned.push_back(std::move(entry));
    }
    return planned;
}

void Investigation::startProbes(const std::set<ProbeId> &agreed, const Budget &budget)
{
    if (isProbing())
        return;
    m_running.clear();
    m_runner.start(m_evidence, agreed, budget);
}

void Investigation::cancelProbes()
{
    m_runner.cancel();
}

bool Investigation::isProbing() const
{
    return m_runner.isRunning();
}

void Investigation::onProbeFinished(const ProbeOutcome &outcome)
{
    m_running.erase(outcome.record.id);
    keepRecord(outcome);
    weigh();
    Q_EMIT probeFinished(outcome.record.id);
}

// Whether a record only says that nothing was done this time: what was seen before still stands.
static bool leavesTheOld(const ProbeRecord &record)
{
    return record.found.id == "not_run/not_agreed"_L1 || record.found.id == "not_run/cancelled"_L1;
}

void Investigation::keepRecord(const ProbeOutcome &outcome)
{
    const auto old = std::ranges::find(m_case.probes, outcome.record.id, &ProbeRecord::id);
    if (old == m_case.probes.end()) {
        m_case.probes.push_back(outcome.record);
    } else if (leavesTheOld(outcome.record)) {
        return;
    } else {
        std::erase_if(m_case.observations, [&](const Observation &observation) {
            return observation.source == Source::Probe
                   && std::ranges::find(old->observed, observation.fact) != old->observed.end();
        });
        *old = outcome.record;
    }
    m_case.observations.insert(m_case.observations.end(), outcome.observations.begin(),
                               outcome.observations.end());
}

Evidence Investigation::gather() const
{
    Evidence evidence;
    const auto add = [&](const Observation &observation) {
        if (!m_case.dismissed.contains(observation.fact))
            evidence.add(observation);
    };
    std::ranges::for_each(observe(m_case.incident), add);
    for (const Reading &reading : m_readings)
        std::ranges::for_each(reading.observations, add);
    std::ranges::for_each(m_case.observations, add);
    for (const auto &[fact, value] : m_case.answers) {
        if (value != unknownAnswer())
            add({.fact = fact, .value = value});
    }
    return evidence;
}

void Investigation::noteNotUnderstood()
{
    m_notUnderstood.clear();
    for (const Observation &observation : m_evidence.all()) {
        const Fact *fact = knowledge().fact(observation.fact);
        const bool isKnown
            = fact && (fact->kind == FactKind::Detail || fact->indexOf(observation.value));
        if (!isKnown)
            m_notUnderstood.append(observation.fact.value + u'=' + observation.value);
    }
}

void Investigation::weigh()
{
    m_evidence = gather();
    noteNotUnderstood();
    std::set<FactId> setAside = m_case.dismissed;
    for (const auto &[fact, value] : m_case.answers) {
        if (value == unknownAnswer())
            setAside.insert(fact);
    }
    m_diagnosis = diagnose(m_model, m_evidence, setAside);
    Q_EMIT changed();
}

} // namespace todoku
