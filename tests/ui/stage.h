// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/bouncetables.h"
#include "core/investigation/investigation.h"
#include "core/investigation/networksetup.h"
#include "core/lab/lab.h"
#include "translations/translators.h"
#include "ui/window/mainwindow.h"

#include <memory>

namespace todoku::test {

/** Tables and words, loaded once a program. */
[[nodiscard]] const KnowledgeBase &knowledge();
[[nodiscard]] const BounceTables &bounceTables();

/** A check that has its outcome ready. */
class ReadyProbe final : public Probe
{
public:
    explicit ReadyProbe(ProbeOutcome outcome)
        : m_outcome(std::move(outcome))
    {}

    [[nodiscard]] ProbeId id() const override { return m_outcome.record.id; }
    [[nodiscard]] std::optional<Message> obstacle(const Evidence &) const override { return {}; }
    [[nodiscard]] std::vector<Contact> contacts(const Evidence &, const Network &) const override;
    [[nodiscard]] ProbeOutcome run(const Evidence &,
                                   const Network &,
                                   const Budget &) const override;

private:
    ProbeOutcome m_outcome;
};

/** A check that goes on until it is called off. */
class EndlessProbe final : public Probe
{
public:
    [[nodiscard]] ProbeId id() const override { return {QStringLiteral("blocklists")}; }
    [[nodiscard]] std::optional<Message> obstacle(const Evidence &) const override { return {}; }
    [[nodiscard]] std::vector<Contact> contacts(const Evidence &, const Network &) const override
    {
        return {};
    }
    [[nodiscard]] ProbeOutcome run(const Evidence &,
                                   const Network &,
                                   const Budget &) const override;
};

/** One of each of the six states. */
[[nodiscard]] ProbeList sixProbes();

/** A bounce from a mail host that names a blocklist. */
[[nodiscard]] QByteArray blocklistBounce();

/** The whole wizard with checks that touch no network. */
class Stage
{
public:
    explicit Stage(ProbeList probes = sixProbes());
    /** With the real checks, in the practice network of @p scenario. */
    explicit Stage(const Scenario &scenario);

    void show(Language language, Appearance appearance = Appearance::Light);
    /** Waits until the checks are through. */
    [[nodiscard]] bool finishProbes();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] CaseDesk &desk() { return *m_desk; }
    [[nodiscard]] Investigation &investigation() { return *m_investigation; }

private:
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<NetworkSetup> m_network;
    std::unique_ptr<Resolver> m_resolver;
    std::unique_ptr<Connector> m_connector;
    std::unique_ptr<Investigation> m_investigation;
    std::unique_ptr<CaseDesk> m_desk;
    Translators m_translators;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace todoku::test
