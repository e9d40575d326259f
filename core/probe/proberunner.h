// SPDX-License-Identifier: MIT
#pragma once

#include "core/probe/probe.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <set>
#include <stop_token>

namespace todoku {

using ProbeList = std::vector<std::unique_ptr<const Probe>>;

/**
 * Runs each probe once, as soon as the evidence leaves no obstacle, until none is left.
 *
 * A probe that needs another's result says so in obstacle(); there is no other wiring. A probe
 * that never got to run ends as "not run", with the reason. All signals come on the thread that
 * the runner lives in.
 */
class ProbeRunner final : public QObject
{
    Q_OBJECT

public:
    /** @p network's resolver and connector must outlive the runner. */
    ProbeRunner(ProbeList probes, Network network, QObject *parent = nullptr);
    ~ProbeRunner() override; // cancels, and waits for the workers

    [[nodiscard]] const ProbeList &probes() const { return m_probes; }
    [[nodiscard]] const Network &network() const { return m_network; }

    /** Runs those of the probes that are in @p agreed; the others end as "not run" at once. */
    void start(Evidence evidence, const std::set<ProbeId> &agreed, const Budget &budget);
    /** What has been found out stays; what runs ends within 100 ms. */
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isBusy; }

Q_SIGNALS:
    void probeStarted(const todoku::ProbeId &id);
    void probeFinished(const todoku::ProbeOutcome &outcome);
    void finished();

private:
    void startApplicable();
    void launch(const Probe &probe);
    void onProbeDone(const ProbeOutcome &outcome);
    void end();

    ProbeList m_probes;
    Network m_network;
    QThreadPool m_workers; // its own: OpenSSL frees its state when a thread ends
    std::stop_source m_stop;
    Budget m_budget{std::chrono::milliseconds::zero(), {}};
    Evidence m_evidence;
    std::set<ProbeId> m_agreed;
    std::set<ProbeId> m_started;
    int m_running = 0;
    bool m_isBusy = false;
};

} // namespace todoku
