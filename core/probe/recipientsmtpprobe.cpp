// SPDX-License-Identifier: MIT
#include "core/probe/recipientsmtpprobe.h"

#include "core/evidence/facts.h"
#include "core/probe/addressof.h"
#include "core/probe/couldnottest.h"
#include "core/probe/landmarks.h"
#include "core/probe/rcptdialogue.h"
#include "core/probe/recipientdnsprobe.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr quint16 smtpPort = 25;
constexpr size_t maxHosts = 6;

class Visit
{
public:
    Visit(const Evidence &evidence, const Network &network, const Budget &budget)
        : m_evidence(evidence)
        , m_network(network)
        , m_budget(budget)
        , m_recipient(addressOf(evidence, facts::recipientAddress()))
    {}

    ProbeOutcome run()
    {
        if (!m_recipient)
            return std::move(m_outcome);
        m_outcome.record.target = m_recipient->domain;
        size_t tried = 0;
        for (const Observation &observation : m_evidence.of(facts::recipientMx())) {
            const auto host = MailHost::parse(observation.value);
            if (!host || tried == maxHosts)
                continue;
            ++tried;
            if (askHost(*host))
                return std::move(m_outcome);
        }
        concludeUnreached();
        return std::move(m_outcome);
    }

private:
    // Whether this host gave an answer that settles it.
    bool askHost(const MailHost &host)
    {
        const RcptDialogue dialogue
            = askRcpt(host,
                      {.reversePath = addressOf(m_evidence, facts::senderAddress()),
                       .forwardPath = *m_recipient},
                      m_network, m_budget);
        m_outcome.record.transcript.insert(m_outcome.record.transcript.end(),
                                           dialogue.transcript.begin(), dialogue.transcript.end());
        m_outcome.record.details.push_back(dialogue.detail);
        if (!dialogue.reply) {
            m_failures.push_back(dialogue.error);
            return false;
        }
        m_outcome.record.state = dialogue.detail.state;
        m_outcome.record.found = dialogue.detail.found;
        m_outcome.observations.push_back({.fact = facts::recipientSmtp(),
                                          .value = u"ok"_s,
                                          .subject = host.toString(),
                                          .excerpt = dialogue.detail.excerpt});
        if (dialogue.wasAskedForRecipient)
            m_outcome.observations.push_back({.fact = facts::recipientReply(),
                                              .value = QString::number(dialogue.reply->code),
                                              .subject = host.toString(),
                                              .excerpt = dialogue.detail.excerpt});
        return true;
    }

    [[nodiscard]] bool allFailedAs(Error::Kind kind) const
    {
        return std::ranges::all_of(m_failures, [kind](const Error &e) { return e.kind == kind; });
    }

    // Known from the check of this line, or tried now.
    [[nodiscard]] QString port25()
    {
        const auto known = m_evidence.of(facts::port25());
        if (!known.empty())
            return known.front().value;
        const auto landmarks = landmarksFor(m_network, smtpPort);
        LandmarkReach reach = tryLandmarks(landmarks, m_network, m_budget);
        const PortReach &port = reach.ports[smtpPort];
        m_outcome.record.details.insert(m_outcome.record.details.end(), port.details.begin(),
                                        port.details.end());
        return port.isOpen ? u"open"_s : port.isClosed ? u"closed"_s : QString();
    }

    void conclude(CheckState state, const QString &sentence, const QString &value)
    {
        m_outcome.record.state = state;
        m_outcome.record.found = {.id = sentence, .arguments = {}};
        if (!value.isEmpty())
            m_outcome.observations.push_back({.fact = facts::recipientSmtp(),
                                              .value = value,
                                              .subject = m_outcome.record.target,
                                              .excerpt = m_failures.front().detail});
    }

    void concludeUnreached()
    {
        if (m_failures.empty()) {
            m_outcome.record.found = {.id = u"not_run/no_mx"_s, .arguments = {}};
            return;
        }
        const bool isSilent
            = allFailedAs(Error::Kind::TimedOut) || allFailedAs(Error::Kind::Unreachable);
        if (allFailedAs(Error::Kind::Refused)) {
            conclude(CheckState::Problem, u"recipient_smtp/refused"_s, u"refused"_s);
        } else if (!isSilent) {
            m_outcome.record.state = CheckState::CouldNotTest;
            m_outcome.record.found = couldNotTest(m_failures.front());
        } else if (const QString port = port25(); port == "open"_L1) {
            conclude(CheckState::Problem, u"recipient_smtp/timeout"_s, u"timeout"_s);
        } else if (port == "closed"_L1) {
            conclude(CheckState::CouldNotTest, u"recipient_smtp/blocked25"_s, u"blocked25"_s);
        } else {
            conclude(CheckState::CouldNotTest, u"recipient_smtp/unclear"_s, {});
        }
    }

    const Evidence &m_evidence;
    const Network &m_network;
    Budget m_budget;
    std::optional<MailAddress> m_recipient;
    std::vector<Error> m_failures;
    ProbeOutcome m_outcome;
};

} // namespace

ProbeId RecipientSmtpProbe::id() const
{
    return {u"recipient_smtp"_s};
}

std::optional<Message> RecipientSmtpProbe::obstacle(const Evidence &evidence) const
{
    if (!addressOf(evidence, facts::recipientAddress()))
        return Message{.id = u"not_run/no_recipient"_s, .arguments = {}};
    if (evidence.of(facts::recipientMx()).empty())
        return Message{.id = u"not_run/no_mx"_s, .arguments = {}};
    return std::nullopt;
}

std::vector<Contact> RecipientSmtpProbe::contacts(const Evidence &evidence,
                                                  const Network &network) const
{
    const auto recipient = addressOf(evidence, facts::recipientAddress());
    if (!recipient)
        return {};
    const Message purpose{.id = u"contact/mail_host"_s, .arguments = {recipient->domain}};
    std::vector<Contact> contacts;
    for (const Observation &mx : evidence.of(facts::recipientMx()))
        contacts.push_back({.host = mx.value + u":25"_s, .purpose = purpose, .isThirdParty = true});
    if (contacts.empty()) // the names will be known when DNS has been asked
        contacts.push_back({.host = u"MX("_s + recipient->domain + u"):25"_s,
                            .purpose = purpose,
                            .isThirdParty = true});
    if (evidence.of(facts::port25()).empty())
        std::ranges::transform(landmarksFor(network, smtpPort), std::back_inserter(contacts),
                               contactFor);
    return contacts;
}

ProbeOutcome RecipientSmtpProbe::run(const Evidence &evidence,
                                     const Network &network,
                                     const Budget &budget) const
{
    return Visit(evidence, network, budget).run();
}

} // namespace todoku
