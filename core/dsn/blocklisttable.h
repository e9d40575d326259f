// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/dsn/bounce.h"

#include <QHash>
#include <QString>

namespace todoku {

/** A blocklist as replies name it. */
struct ReplyList
{
    QString id;
    QString name;
    QString zone;
    ListedObject object = ListedObject::Ip; // what it usually lists
    ListState state = ListState::Unknown;
};

/** The lists of reply_lists.json, by id; rows of the fact bounce.blocklist refer to them. */
class BlocklistTable
{
public:
    [[nodiscard]] static Result<BlocklistTable> load(const QString &path);

    /** Null if there is no such list. */
    [[nodiscard]] const ReplyList *find(const QString &id) const;
    /** By its DNS zone, in any case; null if it is unknown. */
    [[nodiscard]] const ReplyList *findZone(const QString &zone) const;

private:
    QHash<QString, ReplyList> m_lists;
    QHash<QString, QString> m_zones;
};

[[nodiscard]] std::optional<ListedObject> parseListedObject(const QString &word);
[[nodiscard]] std::optional<ListState> parseListState(const QString &word);

} // namespace todoku
