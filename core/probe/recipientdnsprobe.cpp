// SPDX-License-Identifier: MIT
#include "core/probe/recipientdnsprobe.h"

#include "core/evidence/facts.h"
#include "core/probe/addressof.h"
#include "core/probe/couldnottest.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr size_t maxHosts = 10;
constexpr size_t maxAddressesAHost = 4;

QString recipientDomain(const Evidence &evidence)
{
    const auto address = addressOf(evidence, facts::recipientAddress());
    return address ? address->domain : QString();
}

class MxLookup
{
public:
    MxLookup(QString domain, const Network &network, const Budget &budget)
        : m_domain(std::move(domain))
        , m_network(network)
        , m_budget(budget)
    {
        m_outcome.record.target = m_domain;
    }

    ProbeOutcome run()
    {
        const auto answer = m_network.resolver.query(m_domain, DnsType::MX, m_budget);
        if (!answer) {
            noAnswer(answer.error());
        } else if (answer->rcode == DnsRcode::NXDomain) {
            conclude(CheckState::Problem, u"nxdomain"_s, u"recipient_dns/nxdomain"_s, {m_domain});
        } else if (answer->rcode != DnsRcode::NoError) {
            brokenAnswer(answer->rcode);
        } else {
            readMx(answer->of<MxRecord>(DnsType::MX));
        }
        return std::move(m_outcome);
    }

private:
    void conclude(CheckState state,
                  const QString &value,
                  const QString &sentence,
                  const QStringList &arguments)
    {
        m_outcome.record.state = state;
        m_outcome.record.found = {.id = sentence, .arguments = arguments};
        if (!value.isEmpty())
            m_outcome.observations.push_back({.fact = facts::recipientDns(),
                                              .value = value,
                                              .subject = m_domain,
                                              .excerpt = m_shown.join(u'\n')});
    }

    // Silence may be the domain's or this line's: the domain above it, asked the same way, tells.
    [[nodiscard]] bool isResolverWorking() const
    {
        const QString parent = m_domain.section(u'.', -1);
        return m_network.resolver.query(parent, DnsType::NS, m_budget).has_value();
    }

    void noAnswer(const Error &error)
    {
        if (error.kind == Error::Kind::TimedOut && isResolverWorking()) {
            conclude(CheckState::Problem, u"timeout"_s, u"could_not/timed_out"_s, {error.detail});
            return;
        }
        m_outcome.record.state = CheckState::CouldNotTest;
        m_outcome.record.found = couldNotTest(error);
    }

    void brokenAnswer(DnsRcode rcode)
    {
        const QString code = u"rcode %1"_s.arg(static_cast<int>(rcode));
        m_shown = {m_domain + u" MX: "_s + code};
        if (rcode == DnsRcode::ServFail && isResolverWorking()) {
            conclude(CheckState::Problem, u"timeout"_s, u"recipient_dns/servfail"_s,
                     {m_domain, code});
            return;
        }
        conclude(CheckState::CouldNotTest, {}, u"recipient_dns/servfail"_s, {m_domain, code});
    }

    void readMx(std::vector<MxRecord> records)
    {
        std::ranges::stable_sort(records, {}, &MxRecord::preference);
        if (records.size() > maxHosts)
            records.resize(maxHosts);
        for (const MxRecord &mx : records)
            m_shown.append(u"%1 MX %2 %3"_s.arg(m_domain).arg(mx.preference).arg(mx.exchange));
        if (records.size() == 1 && records.front().isNullMx()) {
            conclude(CheckState::Problem, u"no_mx"_s, u"recipient_dns/null_mx"_s, {m_domain});
            return;
        }
        if (records.empty()) {
            // RFC 5321 section 5.1: without an MX the domain itself is the mail host.
            findAddresses({{.preference = 0, .exchange = m_domain}}, true);
            return;
        }
        findAddresses(records, false);
    }

    void findAddresses(const std::vector<MxRecord> &hosts, bool isImplicit)
    {
        std::vector<DnsQuestion> questions;
        for (const MxRecord &mx : hosts) {
            questions.push_back({.name = mx.exchange, .type = DnsType::A});
            questions.push_back({.name = mx.exchange, .type = DnsType::AAAA});
        }
        const auto answers = m_network.resolver.queryAll(questions, m_budget);
        std::optional<Error> unanswered;
        QStringList names;
        for (size_t i = 0; i < hosts.size(); ++i) {
            size_t found = 0;
            for (const auto &answer : {answers[2 * i], answers[2 * i + 1]}) {
                if (answer)
                    found += keepAddresses(hosts[i], *answer, maxAddressesAHost - found);
                else
                    unanswered = answer.error();
            }
            if (found > 0)
                names.append(hosts[i].exchange);
        }
        concludeFrom(names, isImplicit, unanswered, hosts);
    }

    size_t keepAddresses(const MxRecord &mx, const DnsAnswer &answer, size_t most)
    {
        constexpr int preferenceDigits = 5; // so that the order of the text is the order of trying
        size_t kept = 0;
        for (const DnsType type : {DnsType::A, DnsType::AAAA}) {
            for (const QHostAddress &address : answer.of<QHostAddress>(type)) {
                if (kept == most)
                    return kept;
                const MailHost host{.name = mx.exchange, .address = address};
                m_outcome.observations.push_back(
                    {.fact = facts::recipientMx(),
                     .value = host.toString(),
                     .subject = u"%1"_s.arg(mx.preference, preferenceDigits, 10, QChar(u'0'))});
                m_shown.append(mx.exchange + u" → "_s + address.toString());
                ++kept;
            }
        }
        return kept;
    }

    void concludeFrom(const QStringList &names,
                      bool isImplicit,
                      const std::optional<Error> &unanswered,
                      const std::vector<MxRecord> &hosts)
    {
        for (const QString &line : m_shown)
            m_outcome.record.transcript.push_back({.atMs = 0,
                                                   .direction = TranscriptLine::Direction::Note,
                                                   .peer = {},
                                                   .text = line});
        if (!names.isEmpty()) {
            conclude(CheckState::Ok, u"ok"_s,
                     isImplicit ? u"recipient_dns/ok_implicit"_s : u"recipient_dns/ok"_s,
                     {names.join(u", "_s)});
        } else if (unanswered) {
            m_outcome.record.state = CheckState::CouldNotTest;
            m_outcome.record.found = couldNotTest(*unanswered);
        } else if (isImplicit) {
            conclude(CheckState::Problem, u"no_mx"_s, u"recipient_dns/no_mx"_s, {m_domain});
        } else {
            conclude(CheckState::Problem, u"no_mx"_s, u"recipient_dns/dead_mx"_s,
                     {hosts.front().exchange});
        }
    }

    QString m_domain;
    const Network &m_network;
    Budget m_budget;
    ProbeOutcome m_outcome;
    QStringList m_shown;
};

} // namespace

QString MailHost::toString() const
{
    return u"%1[%2]"_s.arg(name, address.toString());
}

std::optional<MailHost> MailHost::parse(const QString &text)
{
    const qsizetype open = text.indexOf(u'[');
    if (open < 0 || !text.endsWith(u']'))
        return std::nullopt;
    const QHostAddress address(text.mid(open + 1).chopped(1));
    if (address.isNull())
        return std::nullopt;
    return MailHost{.name = text.left(open), .address = address};
}

QString aceDomain(const QString &domain)
{
    return QString::fromLatin1(QUrl::toAce(domain)).toLower();
}

ProbeId RecipientDnsProbe::id() const
{
    return {u"recipient_dns"_s};
}

std::optional<Message> RecipientDnsProbe::obstacle(const Evidence &evidence) const
{
    if (recipientDomain(evidence).isEmpty())
        return Message{.id = u"not_run/no_recipient"_s, .arguments = {}};
    return std::nullopt;
}

std::vector<Contact> RecipientDnsProbe::contacts(const Evidence &evidence, const Network &) const
{
    const QString domain = recipientDomain(evidence);
    if (domain.isEmpty())
        return {};
    return {{.host = u"DNS"_s,
             .purpose = {.id = u"contact/dns_mx"_s, .arguments = {domain}},
             .isThirdParty = false}};
}

ProbeOutcome RecipientDnsProbe::run(const Evidence &evidence,
                                    const Network &network,
                                    const Budget &budget) const
{
    const QString typed = recipientDomain(evidence);
    const QString domain = aceDomain(typed);
    if (domain.isEmpty()) {
        ProbeOutcome outcome;
        outcome.record.state = CheckState::Problem;
        outcome.record.target = typed;
        outcome.record.found = {.id = u"recipient_dns/not_a_name"_s, .arguments = {typed}};
        return outcome;
    }
    return MxLookup(domain, network, budget).run();
}

} // namespace todoku
