// SPDX-License-Identifier: MIT
#include "core/probe/proberunner.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

static ProbeOutcome notRun(const Probe &probe, Message reason)
{
    return {.record = {.id = probe.id(),
                       .state = CheckState::NotRun,
                       .found = std::move(reason),
                       .target = {},
                       .startedAt = {},
                       .elapsedMs = 0,
                       .observed = {},
                       .details = {},
                       .transcript = {}},
            .observations = {}};
}

ProbeRunner::ProbeRunner(ProbeList probes, Network network, QObject *parent)
    : QObject(parent)
    , m_probes(std::move(probes))
    , m_network(std::move(network))
{
    constexpr int maxConnections = 16; // the work is waiting, not computing
    m_workers.setMaxThreadCount(maxConnections);
}

ProbeRunner::~ProbeRunner()
{
    cancel();
    m_workers.waitForDone();
}

void ProbeRunner::start(Evidence evidence, const std::set<ProbeId> &agreed, const Budget &budget)
{
    Q_ASSERT(!m_isBusy);
    m_isBusy = true;
    m_stop = {};
    m_budget = budget.withStop(m_stop.get_token());
    m_evidence = std::move(evidence);
    m_agreed = agreed;
    m_started.clear();
    startApplicable();
    if (m_running == 0)
        QMetaObject::invokeMethod(this, &ProbeRunner::end, Qt::QueuedConnection);
}

void ProbeRunner::cancel()
{
    m_stop.request_stop();
}

void ProbeRunner::startApplicable()
{
    for (const auto &probe : m_probes) {
        const bool isWanted = m_agreed.contains(probe->id()) && !m_started.contains(probe->id());
        if (isWanted && !m_budget.isCancelled() && !probe->obstacle(m_evidence))
            launch(*probe);
    }
}

void ProbeRunner::launch(const Probe &probe)
{
    m_started.insert(probe.id());
    ++m_running;
    Q_EMIT probeStarted(probe.id());
    m_workers.start([this, &probe, evidence = m_evidence, budget = m_budget] {
        QElapsedTimer timer;
        timer.start();
        const QDateTime startedAt = QDateTime::currentDateTimeUtc();
        ProbeOutcome outcome = probe.run(evidence, m_network, budget);
        outcome.record.id = probe.id();
        outcome.record.startedAt = startedAt;
        outcome.record.elapsedMs = static_cast<int>(timer.elapsed());
        for (Observation &observation : outcome.observations) {
            observation.source = Source::Probe;
            observation.at = startedAt;
            if (std::ranges::find(outcome.record.observed, observation.fact)
                == outcome.record.observed.end())
                outcome.record.observed.push_back(observation.fact);
        }
        QMetaObject::invokeMethod(
            this, [this, outcome = std::move(outcome)] { onProbeDone(outcome); },
            Qt::QueuedConnection);
    });
}

void ProbeRunner::onProbeDone(const ProbeOutcome &outcome)
{
    for (const Observation &observation : outcome.observations)
        m_evidence.add(observation);
    --m_running;
    Q_EMIT probeFinished(outcome);
    startApplicable();
    if (m_running == 0)
        end();
}

void ProbeRunner::end()
{
    for (const auto &probe : m_probes) {
        if (m_started.contains(probe->id()))
            continue;
        if (!m_agreed.contains(probe->id()))
            Q_EMIT probeFinished(notRun(*probe, {.id = u"not_run/not_agreed"_s, .arguments = {}}));
        else if (m_budget.isCancelled())
            Q_EMIT probeFinished(notRun(*probe, {.id = u"not_run/cancelled"_s, .arguments = {}}));
        else
            Q_EMIT probeFinished(notRun(*probe, probe->obstacle(m_evidence).value_or(Message{})));
    }
    m_isBusy = false;
    Q_EMIT finished();
}

} // namespace todoku
