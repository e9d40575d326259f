// SPDX-License-Identifier: MIT
#include "core/probe/blocklistsprobe.h"

#include "core/dnsbl/check.h"
#include "core/evidence/facts.h"
#include "core/probe/addressof.h"
#include "core/probe/recipientdnsprobe.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

struct Targets
{
    std::vector<BlocklistTarget> all;
    bool isOwnLine = false; // the address is this machine's, and mail may well leave elsewhere
};

std::optional<BlocklistTarget> sendingAddress(const Evidence &evidence)
{
    for (const Observation &seen : evidence.of(facts::sendingIp())) {
        const auto target = BlocklistTarget::parse(seen.value);
        if (target && target->kind != BlocklistTarget::Kind::Domain)
            return target;
    }
    return std::nullopt;
}

Targets targetsOf(const Evidence &evidence, const QHostAddress &ownAddress)
{
    Targets targets;
    if (const auto address = sendingAddress(evidence)) {
        targets.all.push_back(*address);
    } else if (!ownAddress.isNull()) {
        targets.all.push_back(BlocklistTarget::of(ownAddress));
        targets.isOwnLine = true;
    }
    const auto address = addressOf(evidence, facts::senderAddress());
    const auto domain = address ? BlocklistTarget::parse(aceDomain(address->domain)) : std::nullopt;
    if (domain && domain->kind == BlocklistTarget::Kind::Domain)
        targets.all.push_back(*domain);
    return targets;
}

bool takes(const Blocklist &list, const std::vector<BlocklistTarget> &targets)
{
    return std::ranges::any_of(
        targets, [&](const BlocklistTarget &target) { return list.takes.contains(target.kind); });
}

QString reasonWord(ListingResult::Reason reason)
{
    using Reason = ListingResult::Reason;
    switch (reason) {
    case Reason::None:
    case Reason::NoAnswer:
        return u"unusable/no_answer"_s;
    case Reason::Refused:
        return u"unusable/refused"_s;
    case Reason::TestPointMissing:
        return u"unusable/test_point_missing"_s;
    case Reason::ListsTheWorld:
        return u"unusable/lists_the_world"_s;
    case Reason::Rewritten:
        return u"unusable/rewritten"_s;
    case Reason::TimedOut:
        return u"unusable/timed_out"_s;
    case Reason::ServerFailed:
        return u"unusable/server_failed"_s;
    case Reason::Cancelled:
        return u"could_not/cancelled"_s;
    }
    Q_UNREACHABLE();
}

QString codesOf(const ListingResult &result)
{
    QStringList codes;
    for (const ListingResult::Code &code : result.codes)
        codes.append(code.address.toString());
    return (codes + result.texts).join(u' ');
}

// A line that an internet provider gives to homes and offices; mail from it goes by 587 or 465.
bool isPolicyOnly(const ListingResult &result)
{
    return !result.codes.empty()
           && std::ranges::all_of(result.codes, [](const ListingResult::Code &code) {
                  return code.speaks != BlocklistCode::Speaks::Against;
              });
}

class Summary
{
public:
    Summary(const Targets &targets, const std::vector<Blocklist> &lists)
        : m_targets(targets)
        , m_lists(lists)
    {}

    void add(const ListingResult &result)
    {
        CheckDetail detail{.target = result.zone + u" – "_s + result.target.toString(),
                           .state = CheckState::Ok,
                           .found = {.id = u"blocklists/not_listed"_s, .arguments = {}},
                           .excerpt = result.detail,
                           .elapsedMs = 0};
        switch (result.state) {
        case ListingResult::State::Listed:
            addListed(result, detail);
            break;
        case ListingResult::State::Noted:
            detail.state = CheckState::Information;
            detail.found = {.id = u"blocklists/noted"_s, .arguments = {codesOf(result)}};
            ++m_usable;
            break;
        case ListingResult::State::NotListed:
            ++m_usable;
            break;
        case ListingResult::State::Unusable:
            detail.state = CheckState::CouldNotTest;
            detail.found = {.id = reasonWord(result.reason), .arguments = {result.detail}};
            break;
        }
        m_outcome.record.details.push_back(detail);
    }

    ProbeOutcome finish(const QString &target)
    {
        m_outcome.record.target = target;
        if (!m_worst && m_usable == 0) {
            m_outcome.record.state = CheckState::CouldNotTest;
            m_outcome.record.found = {.id = u"blocklists/none_usable"_s, .arguments = {}};
            return std::move(m_outcome);
        }
        if (m_worst) {
            m_outcome.record.state = m_worst->state;
            m_outcome.record.found = m_worst->found;
        } else {
            m_outcome.record.state = CheckState::Ok;
            m_outcome.record.found
                = {.id = u"blocklists/clean"_s, .arguments = {QString::number(m_usable)}};
        }
        // "Clean" says something only of an address that mail really leaves by.
        if (m_observations.empty() && !m_targets.isOwnLine && !m_worst)
            m_observations.push_back(
                {.fact = facts::blocklists(), .value = u"clean"_s, .subject = target});
        m_outcome.observations = std::move(m_observations);
        return std::move(m_outcome);
    }

private:
    struct Finding
    {
        CheckState state = CheckState::Problem;
        Message found;
    };

    [[nodiscard]] QString nameOf(const QString &zone) const
    {
        const auto found = std::ranges::find(m_lists, zone, &Blocklist::zone);
        return found == m_lists.end() ? zone : found->name;
    }

    void addListed(const ListingResult &result, CheckDetail &detail)
    {
        ++m_usable;
        const bool isDomain = result.target.kind == BlocklistTarget::Kind::Domain;
        const QStringList arguments{result.target.toString(), nameOf(result.zone)};
        if (m_targets.isOwnLine && isPolicyOnly(result)) {
            detail.state = CheckState::Information;
            detail.found = {.id = u"blocklists/policy_listed"_s, .arguments = arguments};
            if (!m_worst)
                m_worst = Finding{.state = CheckState::Information, .found = detail.found};
            return;
        }
        detail.state = CheckState::Problem;
        detail.found = {.id = u"blocklists/listed"_s, .arguments = {codesOf(result)}};
        if (!m_worst || m_worst->state != CheckState::Problem)
            m_worst = Finding{.state = CheckState::Problem,
                              .found = {.id = isDomain ? u"blocklists/domain_listed"_s
                                                       : u"blocklists/ip_listed"_s,
                                        .arguments = arguments}};
        m_observations.push_back({.fact = facts::blocklists(),
                                  .value = isDomain ? u"domain_listed"_s : u"ip_listed"_s,
                                  .subject = result.target.toString(),
                                  .excerpt = result.zone + u": "_s + codesOf(result)});
    }

    const Targets &m_targets;
    const std::vector<Blocklist> &m_lists;
    int m_usable = 0;
    std::optional<Finding> m_worst;
    Observations m_observations;
    ProbeOutcome m_outcome;
};

QString joined(const std::vector<BlocklistTarget> &targets)
{
    QStringList texts;
    for (const BlocklistTarget &target : targets)
        texts.append(target.toString());
    return texts.join(u", "_s);
}

} // namespace

BlocklistsProbe::BlocklistsProbe(std::vector<Blocklist> lists)
    : m_lists(std::move(lists))
{
    std::erase_if(m_lists, [](const Blocklist &list) { return !list.isEnabled; });
}

ProbeId BlocklistsProbe::id() const
{
    return {u"blocklists"_s};
}

std::optional<Message> BlocklistsProbe::obstacle(const Evidence &evidence) const
{
    if (targetsOf(evidence, {}).all.empty())
        return Message{.id = u"not_run/no_sending_ip"_s, .arguments = {}};
    return std::nullopt;
}

std::vector<Contact> BlocklistsProbe::contacts(const Evidence &evidence,
                                               const Network &network) const
{
    const Targets targets = targetsOf(evidence, network.ownAddress);
    std::vector<Contact> contacts;
    for (const Blocklist &list : m_lists) {
        if (takes(list, targets.all))
            contacts.push_back(
                {.host = list.zone,
                 .purpose = {.id = u"contact/blocklist"_s, .arguments = {joined(targets.all)}},
                 .isThirdParty = true});
    }
    return contacts;
}

ProbeOutcome BlocklistsProbe::run(const Evidence &evidence,
                                  const Network &network,
                                  const Budget &budget) const
{
    const Targets targets = targetsOf(evidence, network.ownAddress);
    Summary summary(targets, m_lists);
    for (const ListingResult &result :
         checkBlocklists(m_lists, targets.all, network.resolver, budget))
        summary.add(result);
    return summary.finish(joined(targets.all));
}

} // namespace todoku
