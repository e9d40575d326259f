// SPDX-License-Identifier: MIT
#include "core/dsn/tablefile.h"

#include <QFile>

#include <nlohmann/json.hpp>

#include <string>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr qint64 largestTable = 16'000'000;

QString memberPlace(const QString &place, const char *member)
{
    return place + u'/' + QString::fromLatin1(member);
}

} // namespace

tl::unexpected<Error> tableError(const QString &path, const QString &place, const QString &what)
{
    return failure(Error::Kind::Malformed,
                   u"%1: %2: %3"_s.arg(path, place.isEmpty() ? u"/"_s : place, what));
}

Result<nlohmann::json> readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tableError(path, {}, u"cannot be read: %1"_s.arg(file.errorString()));
    if (file.size() > largestTable)
        return failure(Error::Kind::TooLarge, u"%1: over %2 bytes"_s.arg(path).arg(largestTable));
    const QByteArray bytes = file.readAll();
    auto json = nlohmann::json::parse(bytes.cbegin(), bytes.cend(), nullptr, false);
    if (json.is_discarded())
        return tableError(path, {}, u"not JSON"_s);
    return json;
}

Result<QString> requiredText(const nlohmann::json &object,
                             const char *member,
                             const QString &path,
                             const QString &place)
{
    auto text = optionalText(object, member, path, place);
    if (text && text->isEmpty())
        return tableError(path, memberPlace(place, member), u"missing or empty"_s);
    return text;
}

Result<QString> optionalText(const nlohmann::json &object,
                             const char *member,
                             const QString &path,
                             const QString &place)
{
    if (!object.is_object())
        return tableError(path, place, u"not an object"_s);
    const auto found = object.find(member);
    if (found == object.end())
        return QString();
    if (!found->is_string())
        return tableError(path, memberPlace(place, member), u"not a text"_s);
    return QString::fromStdString(found->get<std::string>());
}

} // namespace todoku
