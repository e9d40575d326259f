// SPDX-License-Identifier: MIT
#include "core/dsn/bouncejson.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

nlohmann::json textOrNull(const QString &text)
{
    return text.isEmpty() ? nlohmann::json() : nlohmann::json(text.toStdString());
}

nlohmann::json toJson(const LocalizedText &text)
{
    return {{"ja", text.ja.toStdString()}, {"en", text.en.toStdString()}};
}

nlohmann::json toJson(const NamedBlocklist &list)
{
    return {{"name", textOrNull(list.name)},
            {"zone", textOrNull(list.zone)},
            {"object", toWord(list.object).toStdString()},
            {"value", textOrNull(list.value)},
            {"list_state", toWord(list.state).toStdString()},
            {"resolver_fault", list.isResolverFault},
            {"excerpt", textOrNull(list.excerpt)}};
}

nlohmann::json toJson(const RecipientReport &report, const ReasonTable &reasons)
{
    nlohmann::json json{
        {"recipient", textOrNull(report.recipient)},
        {"original_recipient", textOrNull(report.originalRecipient)},
        {"reason", textOrNull(report.reason)},
        {"status", textOrNull(report.status)},
        {"reply_code", report.replyCode ? nlohmann::json(*report.replyCode) : nlohmann::json()},
        {"action", textOrNull(report.action)},
        {"command", textOrNull(report.command)},
        {"remote_mta", textOrNull(report.remoteMta)},
        {"remote_ip", textOrNull(report.remoteIp)},
        {"sending_ip", textOrNull(report.sendingIp)},
        {"diagnostic", textOrNull(report.diagnostic)},
        {"confidence", std::round(report.confidence * 100) / 100},
        {"blocklist", report.blocklist ? toJson(*report.blocklist) : nlohmann::json()},
        {"signature", textOrNull(report.signature)},
        {"excerpt", textOrNull(report.reasonExcerpt)},
        {"signature_excerpt", textOrNull(report.signatureExcerpt)},
        {"actors", nlohmann::json::array()},
        {"hard", false},
        {"title", nullptr},
        {"advice", nullptr}};
    if (const BounceReason *reason = reasons.find(report.reason)) {
        for (const QString &actor : reason->actors)
            json["actors"].push_back(actor.toStdString());
        json["hard"] = reason->isHard;
        json["title"] = toJson(reason->title);
        json["advice"] = toJson(reason->advice);
    }
    return json;
}

} // namespace

QString toWord(BounceKind kind)
{
    switch (kind) {
    case BounceKind::Bounce:
        return u"bounce"_s;
    case BounceKind::Delayed:
        return u"delayed"_s;
    case BounceKind::Delivered:
        return u"delivered"_s;
    case BounceKind::Autoreply:
        return u"autoreply"_s;
    case BounceKind::Feedback:
        return u"feedback"_s;
    case BounceKind::NotABounce:
        break;
    }
    return u"not_a_bounce"_s;
}

QString toWord(ListedObject object)
{
    switch (object) {
    case ListedObject::Ip:
        return u"ip"_s;
    case ListedObject::Domain:
        return u"domain"_s;
    case ListedObject::Helo:
        return u"helo"_s;
    case ListedObject::Url:
        return u"url"_s;
    case ListedObject::None:
        break;
    }
    return u"none"_s;
}

QString toWord(ListState state)
{
    switch (state) {
    case ListState::Alive:
        return u"alive"_s;
    case ListState::Retired:
        return u"retired"_s;
    case ListState::Unknown:
        break;
    }
    return u"unknown"_s;
}

nlohmann::json toJson(const Bounce &bounce, const QString &file, const ReasonTable &reasons)
{
    nlohmann::json recipients = nlohmann::json::array();
    for (const RecipientReport &report : bounce.recipients)
        recipients.push_back(toJson(report, reasons));
    return {{"file", textOrNull(file)},
            {"kind", toWord(bounce.kind).toStdString()},
            {"reporting_mta", textOrNull(bounce.reportingMta)},
            {"message_id", textOrNull(bounce.original.messageId)},
            {"subject", textOrNull(bounce.original.subject)},
            {"date", textOrNull(bounce.original.date)},
            {"from", textOrNull(bounce.original.from)},
            {"recipients", std::move(recipients)}};
}

} // namespace todoku
