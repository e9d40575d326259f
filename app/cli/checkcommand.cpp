// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "app/cli/probing.h"
#include "core/base/endpoint.h"
#include "core/evidence/casefile.h"
#include "core/evidence/facts.h"
#include "core/mail/address.h"
#include "core/report/report.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::cli {

namespace {

// What a check is about, as a case, and which probes belong to it.
struct Task
{
    Case subject;
    std::set<ProbeId> probes;
};

std::optional<Task> recipientTask(const Session &session, const QString &recipient)
{
    if (!MailAddress::parse(recipient))
        return std::nullopt;
    Task task;
    task.subject.incident.recipient = recipient;
    task.subject.incident.sender = session.invocation().value(u"from"_s);
    task.probes = {{u"recipient_dns"_s}, {u"recipient_smtp"_s}};
    return task;
}

std::optional<Task> blocklistsTask(const QString &target)
{
    Task task;
    task.probes = {{u"blocklists"_s}};
    if (const auto address = parseAddress(target)) {
        task.subject.observations.push_back(
            {.fact = facts::sendingIp(), .value = address->toString()});
        return task;
    }
    if (target.isEmpty() || target.contains(u'@'))
        return std::nullopt;
    task.subject.incident.sender = u"postmaster@"_s + target;
    return task;
}

std::optional<Task> taskOf(const Session &session)
{
    const QStringList words = session.invocation().words;
    const QString what = words.value(1);
    if (what == "network"_L1 && words.size() == 2)
        return Task{.subject = {}, .probes = {{u"local_network"_s}}};
    if (what == "recipient"_L1 && words.size() == 3)
        return recipientTask(session, words.at(2));
    if (what == "blocklists"_L1 && words.size() == 3)
        return blocklistsTask(words.at(2));
    return std::nullopt;
}

nlohmann::json asJson(const Session &session, const Case &subject)
{
    // The case file's own form of a probe; what it says of the rest of the case is left out.
    nlohmann::json probes = nlohmann::json::parse(writeCase(subject).toStdString()).at("probes");
    for (nlohmann::json &probe : probes) {
        const auto record = std::ranges::find_if(subject.probes, [&](const ProbeRecord &r) {
            return r.id.value.toStdString() == probe.at("id").get<std::string>();
        });
        const LocalizedText found = session.knowledge().say(record->found);
        probe["text"] = {{"ja", found.ja.toStdString()}, {"en", found.en.toStdString()}};
    }
    return probes;
}

} // namespace

int runCheck(const Session &session)
{
    const QString what = session.invocation().words.value(1);
    static const std::set<QString> later{u"domain"_s, u"submission"_s, u"ip"_s,
                                         u"spf"_s,    u"dkim"_s,       u"dmarc"_s};
    if (later.contains(what))
        return session.refuse(session.text(u"check_not_there"_s, {what}));
    const auto task = taskOf(session);
    if (!task)
        return session.refuse(session.text(u"usage_check"_s));
    const auto network = session.openNetwork();
    auto probes = session.openProbes();
    const auto budget = session.budget();
    if (!budget)
        return usageError;
    if (!network || !probes)
        return inputUnreadable;

    Investigation investigation(session.knowledge(), session.bounceTables(), *std::move(probes),
                                network->network());
    investigation.setCase(task->subject);
    if (session.invocation().has(u"list"_s)) {
        printPlan(session, investigation, task->probes);
        return noProblem;
    }
    std::set<ProbeId> mayRun = agreed(session, investigation, task->probes);
    const bool isFinished = runProbes(investigation, mayRun, *budget);
    Case result = investigation.subject();
    std::erase_if(result.probes,
                  [&](const ProbeRecord &r) { return !task->probes.contains(r.id); });
    if (session.invocation().has(u"json"_s) || session.invocation().has(u"ndjson"_s)) {
        session.print(asJson(session, result));
    } else {
        for (const ProbeRecord &record : result.probes)
            printRecord(session, record);
    }
    return isFinished ? statusOf(result.probes) : cancelled;
}

} // namespace todoku::cli
