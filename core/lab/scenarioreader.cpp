// SPDX-License-Identifier: MIT
#include "core/lab/scenarioreader.h"

#include "core/dns/name.h"
#include "core/dns/zone.h"
#include "core/mail/address.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

LocalizedText words(const JsonPlace &place)
{
    return {.ja = place.at(u"ja"_s).string(), .en = place.at(u"en"_s).string()};
}

QString mailbox(const JsonPlace &place)
{
    if (!MailAddress::parse(place.string()))
        place.complain(u"is not a mail address"_s);
    return place.string();
}

// Lines of text, as files under version control show them best.
QByteArray lines(const JsonPlace &place, const QByteArray &lineEnd)
{
    QByteArray text;
    for (const QString &line : place.strings())
        text += line.toUtf8() + lineEnd;
    return text;
}

// "550 5.1.1 …": one line, so that a scenario cannot break the dialogue apart.
QByteArray reply(const JsonPlace &place)
{
    constexpr qsizetype maxLine = 510; // RFC 5321 section 4.5.3.1.5
    const QByteArray text = place.string().toUtf8();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool isReply = text.size() > 4 && text.size() <= maxLine && text[3] == ' '
                         && std::all_of(text.begin(), text.begin() + 3, isDigit)
                         && (text[0] == '2' || text[0] == '4' || text[0] == '5')
                         && !text.contains('\r') && !text.contains('\n');
    if (!isReply)
        place.complain(u"is not an SMTP reply of one line"_s);
    return text;
}

Document document(const JsonPlace &place)
{
    const QString kind = place.at(u"kind"_s).string();
    Document read{.kind = Document::Kind::Bounce,
                  .name = place.at(u"name"_s).string(),
                  .bytes = lines(place.at(u"lines"_s), "\r\n")};
    if (kind == "message"_L1)
        read.kind = Document::Kind::Message;
    else if (kind != "bounce"_L1)
        place.at(u"kind"_s).complain(u"must be \"bounce\" or \"message\""_s);
    return read;
}

LabZone zone(const JsonPlace &place)
{
    LabZone read{.origin = place.at(u"origin"_s).string(),
                 .records = lines(place.at(u"records"_s), "\n")};
    if (!isDomainName(read.origin) || read.origin.endsWith(u'.')) {
        place.at(u"origin"_s).complain(u"is not a domain name without a final dot"_s);
        return read;
    }
    const auto records = Zone::parse(read.toMasterFile());
    if (!records)
        place.at(u"records"_s)
            .complain(u"cannot be read (two lines come before): %1"_s.arg(records.error().detail));
    return read;
}

LabClientRule clientRule(const JsonPlace &place)
{
    LabClientRule rule{.blocklist = place.stringOr(u"blocklist"_s),
                       .reply = reply(place.at(u"reply"_s))};
    const QString stage = place.stringOr(u"stage"_s, u"recipient"_s);
    if (stage == "greeting"_L1)
        rule.stage = LabClientRule::Stage::Greeting;
    else if (stage == "mail"_L1)
        rule.stage = LabClientRule::Stage::Mail;
    else if (stage != "recipient"_L1)
        place.complain(u"has a stage that is not \"greeting\", \"mail\" or \"recipient\""_s);
    if (const auto client = place.find(u"client"_s)) {
        const auto address = parseAddress(client->string());
        if (!address)
            client->complain(u"is not an address"_s);
        rule.client = address.value_or(QHostAddress());
    }
    if (rule.blocklist.isEmpty() == rule.client.isNull())
        place.complain(u"needs either \"blocklist\" or \"client\""_s);
    if (rule.reply.startsWith('2'))
        place.at(u"reply"_s).complain(u"does not turn anyone away"_s);
    return rule;
}

LabServer server(const JsonPlace &place)
{
    const auto at = Endpoint::parse(place.at(u"at"_s).string());
    if (!at)
        place.at(u"at"_s).complain(u"is not \"address:port\""_s);
    LabServer read{.name = place.at(u"name"_s).string(), .seenAt = at.value_or(Endpoint())};
    if (!isDomainName(read.name))
        place.at(u"name"_s).complain(u"is not a domain name"_s);
    read.isMailHost = !place.booleanOr(u"silent"_s, false);
    if (!read.isMailHost)
        return read;
    for (const QString &line : place.stringsOr(u"extensions"_s))
        read.extensions.append(line.simplified().toLatin1());
    read.otherRecipients = reply(place.at(u"others"_s));
    if (const auto rules = place.find(u"turns_away"_s)) {
        for (const JsonPlace &rule : rules->items())
            read.clients.push_back(clientRule(rule));
    }
    if (const auto rules = place.find(u"recipients"_s)) {
        for (const auto &[address, rule] : rules->members())
            read.recipients.push_back({.address = address, .reply = reply(rule)});
    }
    return read;
}

void readStory(const JsonPlace &root, Scenario &scenario)
{
    scenario.title = words(root.at(u"title"_s));
    scenario.story = words(root.at(u"story"_s));
    for (const JsonPlace &person : root.at(u"people"_s).items())
        scenario.people.push_back(
            {.address = mailbox(person.at(u"address"_s)), .role = words(person.at(u"role"_s))});
    const JsonPlace incident = root.at(u"incident"_s);
    scenario.incident = {.sender = mailbox(incident.at(u"sender"_s)),
                         .recipient = mailbox(incident.at(u"recipient"_s)),
                         .sentAt = incident.stringOr(u"sent_at"_s),
                         .subject = incident.stringOr(u"subject"_s),
                         .symptom = incident.stringOr(u"symptom"_s)};
    if (const auto documents = root.find(u"documents"_s)) {
        for (const JsonPlace &place : documents->items())
            scenario.documents.push_back(document(place));
    }
}

void readNetwork(const JsonPlace &root, Scenario &scenario)
{
    constexpr size_t maxServers = 64;
    for (const JsonPlace &place : root.at(u"zones"_s).items())
        scenario.zones.push_back(zone(place));
    const auto servers = root.at(u"servers"_s).items();
    if (servers.size() > maxServers)
        root.at(u"servers"_s).complain(u"has more than %1 servers"_s.arg(maxServers));
    for (size_t i = 0; i < std::min(servers.size(), maxServers); ++i)
        scenario.servers.push_back(server(servers[i]));
    const JsonPlace own = root.at(u"own_address"_s);
    const auto address = parseAddress(own.string());
    if (!address)
        own.complain(u"is not an address"_s);
    scenario.ownAddress = address.value_or(QHostAddress());
    scenario.reachability = root.stringsOr(u"reachability"_s);
    scenario.unreachable = root.stringsOr(u"unreachable"_s);
    for (const QString &subnet : scenario.unreachable) {
        if (QHostAddress::parseSubnet(subnet).second < 0)
            root.at(u"unreachable"_s).complain(u"holds \"%1\", which is no subnet"_s.arg(subnet));
    }
}

void readTruth(const JsonPlace &root, Scenario &scenario)
{
    for (const auto &[fact, value] : root.at(u"answers"_s).members())
        scenario.answers[{fact}] = value.string();
    for (const QString &cause : root.at(u"causes"_s).strings())
        scenario.causes.push_back({cause});
    if (scenario.causes.empty())
        root.at(u"causes"_s).complain(u"names no cause"_s);
    const JsonPlace actors = root.at(u"actors"_s);
    for (const QString &id : actors.strings()) {
        if (const auto party = partyFromId(id))
            scenario.actors.insert(*party);
        else
            actors.complain(u"holds \"%1\", which is no party"_s.arg(id));
    }
}

} // namespace

Scenario readScenario(const JsonPlace &root)
{
    Scenario scenario;
    root.expectSchema(u"todoku-scenario/1"_s);
    readStory(root, scenario);
    readNetwork(root, scenario);
    readTruth(root, scenario);
    return scenario;
}

} // namespace todoku
