// SPDX-License-Identifier: MIT
#include "core/knowledge/texts.h"

#include "core/base/jsonplace.h"

using namespace Qt::StringLiterals;

namespace todoku {

using Flat = QHash<QString, QString>;

static void flatten(const JsonPlace &place, const QString &path, Flat &out)
{
    if (place.isObject()) {
        for (const auto &[key, member] : place.members())
            flatten(member, path.isEmpty() ? key : path + u'/' + key, out);
    } else if (place.isArray()) {
        int number = 0;
        for (const JsonPlace &item : place.items())
            flatten(item, path + u'/' + QString::number(number++), out);
    } else {
        const QString text = place.string();
        if (text.trimmed().isEmpty())
            place.complain(u"must not be empty"_s);
        out.insert(path, text);
    }
}

static Result<Flat> readLanguage(const QString &directory,
                                 const QString &language,
                                 const QString &table)
{
    const JsonPlace root
        = JsonPlace::readFile(directory + u"/text/"_s + language + u'/' + table + u".json"_s);
    Flat flat;
    flatten(root.at(table), {}, flat);
    if (const auto problem = root.problem())
        return tl::unexpected(*problem);
    return flat;
}

Result<Texts> Texts::load(const QString &directory, const QString &table)
{
    const auto ja = readLanguage(directory, u"ja"_s, table);
    if (!ja)
        return tl::unexpected(ja.error());
    const auto en = readLanguage(directory, u"en"_s, table);
    if (!en)
        return tl::unexpected(en.error());

    Texts texts;
    texts.m_table = table;
    for (auto it = ja->begin(); it != ja->end(); ++it) {
        if (!en->contains(it.key()))
            return failure(Error::Kind::Malformed,
                           u"text/en/%1.json: /%1/%2 is missing"_s.arg(table, it.key()));
        texts.m_texts.insert(it.key(), {.ja = it.value(), .en = en->value(it.key())});
        texts.m_unused.insert(it.key());
    }
    for (auto it = en->begin(); it != en->end(); ++it) {
        if (!ja->contains(it.key()))
            return failure(Error::Kind::Malformed,
                           u"text/ja/%1.json: /%1/%2 is missing"_s.arg(table, it.key()));
    }
    return texts;
}

LocalizedText Texts::take(const QString &path)
{
    const auto found = m_texts.constFind(path);
    if (found == m_texts.constEnd()) {
        if (m_firstMissing.isEmpty())
            m_firstMissing = path;
        return {};
    }
    m_unused.erase(path);
    return *found;
}

std::vector<LocalizedText> Texts::takeList(const QString &path)
{
    std::vector<LocalizedText> list{take(path + u"/0"_s)};
    while (m_texts.contains(path + u'/' + QString::number(list.size())))
        list.push_back(take(path + u'/' + QString::number(list.size())));
    return list;
}

QHash<QString, LocalizedText> Texts::takeAll()
{
    m_unused.clear();
    return m_texts;
}

std::optional<Error> Texts::problem() const
{
    const auto say = [&](const QString &path, const QString &reason) {
        return Error{.kind = Error::Kind::Malformed,
                     .detail = u"text/*/%1.json: /%1/%2 %3"_s.arg(m_table, path, reason)};
    };
    if (!m_firstMissing.isEmpty())
        return say(m_firstMissing, u"is missing"_s);
    if (!m_unused.empty())
        return say(*m_unused.begin(), u"belongs to nothing in the tables"_s);
    return std::nullopt;
}

} // namespace todoku
