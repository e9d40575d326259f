// SPDX-License-Identifier: MIT
#include "core/dsn/reasontable.h"

#include "core/dsn/tablefile.h"

#include <nlohmann/json.hpp>

#include <string>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

const QStringList &knownRoles()
{
    static const QStringList roles{u"su"_s, u"sa"_s, u"sd"_s, u"sp"_s, u"ru"_s,
                                   u"ra"_s, u"rp"_s, u"bl"_s, u"wd"_s, u"wait"_s};
    return roles;
}

Result<BounceReason> readReason(const nlohmann::json &item,
                                const QString &path,
                                const QString &place)
{
    auto id = requiredText(item, "id", path, place);
    if (!id)
        return tl::unexpected(id.error());
    BounceReason reason{.id = *id};
    const auto actors = item.find("actors");
    if (actors == item.end() || !actors->is_array())
        return tableError(path, place + u"/actors"_s, u"missing, or not an array"_s);
    for (const auto &actor : *actors) {
        const QString role
            = actor.is_string() ? QString::fromStdString(actor.get<std::string>()) : QString();
        if (!knownRoles().contains(role))
            return tableError(path, place + u"/actors"_s, u"unknown role \"%1\""_s.arg(role));
        reason.actors.append(role);
    }
    const auto hard = item.find("hard");
    if (hard == item.end() || !hard->is_boolean())
        return tableError(path, place + u"/hard"_s, u"missing, or not true or false"_s);
    reason.isHard = hard->get<bool>();
    const auto errorText = item.find("error_text");
    if (errorText == item.end() || (!errorText->is_string() && !errorText->is_null()))
        return tableError(path, place + u"/error_text"_s, u"missing, or neither text nor null"_s);
    if (errorText->is_string())
        reason.errorText = QString::fromStdString(errorText->get<std::string>());
    return reason;
}

/** Title and advice of every reason in one language. */
Result<QHash<QString, std::pair<QString, QString>>> readWords(const QString &path)
{
    const auto json = readTable(path);
    if (!json)
        return tl::unexpected(json.error());
    if (!json->is_object() || !json->contains("reasons") || !json->at("reasons").is_object())
        return tableError(path, u"/reasons"_s, u"missing, or not an object"_s);
    QHash<QString, std::pair<QString, QString>> words;
    for (const auto &[key, item] : json->at("reasons").items()) {
        const QString id = QString::fromStdString(key);
        const QString place = u"/reasons/"_s + id;
        const auto title = requiredText(item, "title", path, place);
        if (!title)
            return tl::unexpected(title.error());
        const auto advice = requiredText(item, "advice", path, place);
        if (!advice)
            return tl::unexpected(advice.error());
        words.insert(id, {*title, *advice});
    }
    return words;
}

} // namespace

Result<ReasonTable> ReasonTable::load(const QString &directory)
{
    const QString path = directory + u"/reasons.json"_s;
    const auto json = readTable(path);
    if (!json)
        return tl::unexpected(json.error());
    const QString jaPath = directory + u"/text/ja/reasons.json"_s;
    const QString enPath = directory + u"/text/en/reasons.json"_s;
    const auto ja = readWords(jaPath);
    if (!ja)
        return tl::unexpected(ja.error());
    const auto en = readWords(enPath);
    if (!en)
        return tl::unexpected(en.error());
    if (!json->is_object() || !json->contains("reasons") || !json->at("reasons").is_array())
        return tableError(path, u"/reasons"_s, u"missing, or not an array"_s);

    ReasonTable table;
    int number = 0;
    for (const auto &item : json->at("reasons")) {
        const QString place = u"/reasons/%1"_s.arg(number++);
        auto reason = readReason(item, path, place);
        if (!reason)
            return tl::unexpected(reason.error());
        if (table.m_index.contains(reason->id))
            return tableError(path, place + u"/id"_s, u"\"%1\" is there twice"_s.arg(reason->id));
        if (!ja->contains(reason->id))
            return tableError(jaPath, u"/reasons/"_s + reason->id, u"missing"_s);
        if (!en->contains(reason->id))
            return tableError(enPath, u"/reasons/"_s + reason->id, u"missing"_s);
        reason->title = {.ja = ja->value(reason->id).first, .en = en->value(reason->id).first};
        reason->advice = {.ja = ja->value(reason->id).second, .en = en->value(reason->id).second};
        table.m_index.insert(reason->id, table.m_reasons.size());
        table.m_reasons.push_back(*std::move(reason));
    }
    return table;
}

const BounceReason *ReasonTable::find(const QString &id) const
{
    const auto found = m_index.constFind(id);
    return found == m_index.constEnd() ? nullptr : &m_reasons[*found];
}

} // namespace todoku
