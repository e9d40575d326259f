// SPDX-License-Identifier: MIT
#include "core/dsn/blocklisttable.h"

#include "core/dsn/tablefile.h"

#include <nlohmann/json.hpp>

#include <tuple>

using namespace Qt::StringLiterals;

namespace todoku {

std::optional<ListedObject> parseListedObject(const QString &word)
{
    static const QHash<QString, ListedObject> words{{u"none"_s, ListedObject::None},
                                                    {u"ip"_s, ListedObject::Ip},
                                                    {u"domain"_s, ListedObject::Domain},
                                                    {u"helo"_s, ListedObject::Helo},
                                                    {u"url"_s, ListedObject::Url}};
    const auto found = words.constFind(word);
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<ListState> parseListState(const QString &word)
{
    static const QHash<QString, ListState> words{{u"alive"_s, ListState::Alive},
                                                 {u"retired"_s, ListState::Retired},
                                                 {u"unknown"_s, ListState::Unknown}};
    const auto found = words.constFind(word);
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

Result<BlocklistTable> BlocklistTable::load(const QString &path)
{
    const auto json = readTable(path);
    if (!json)
        return tl::unexpected(json.error());
    if (!json->is_object() || !json->contains("lists") || !json->at("lists").is_array())
        return tableError(path, u"/lists"_s, u"missing, or not an array"_s);
    BlocklistTable table;
    int number = 0;
    for (const auto &item : json->at("lists")) {
        const QString place = u"/lists/%1"_s.arg(number++);
        ReplyList list;
        QString object;
        QString state;
        for (const auto &[member, target, isRequired] :
             {std::tuple{"id", &list.id, true}, std::tuple{"name", &list.name, true},
              std::tuple{"zone", &list.zone, false}, std::tuple{"object", &object, true},
              std::tuple{"state", &state, true}}) {
            auto text = isRequired ? requiredText(item, member, path, place)
                                   : optionalText(item, member, path, place);
            if (!text)
                return tl::unexpected(text.error());
            *target = *text;
        }
        const auto parsedObject = parseListedObject(object);
        const auto parsedState = parseListState(state);
        if (!parsedObject)
            return tableError(path, place + u"/object"_s, u"unknown value \"%1\""_s.arg(object));
        if (!parsedState)
            return tableError(path, place + u"/state"_s, u"unknown value \"%1\""_s.arg(state));
        list.object = *parsedObject;
        list.state = *parsedState;
        if (table.m_lists.contains(list.id))
            return tableError(path, place + u"/id"_s, u"\"%1\" is there twice"_s.arg(list.id));
        if (!list.zone.isEmpty())
            table.m_zones.insert(list.zone.toLower(), list.id);
        table.m_lists.insert(list.id, list);
    }
    return table;
}

const ReplyList *BlocklistTable::find(const QString &id) const
{
    const auto found = m_lists.constFind(id);
    return found == m_lists.constEnd() ? nullptr : &*found;
}

const ReplyList *BlocklistTable::findZone(const QString &zone) const
{
    return find(m_zones.value(zone.toLower()));
}

} // namespace todoku
