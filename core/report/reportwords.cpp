// SPDX-License-Identifier: MIT
#include "core/report/reportwords.h"

#include "core/base/jsonplace.h"

#include <set>

using namespace Qt::StringLiterals;

namespace todoku {

using Flat = QHash<QString, QString>;

static void flatten(const JsonPlace &place, const QString &path, Flat &out)
{
    const auto below
        = [&](const QString &step) { return path.isEmpty() ? step : path + u'/' + step; };
    if (place.isObject()) {
        for (const auto &[key, member] : place.members())
            flatten(member, below(key), out);
    } else if (place.isArray()) {
        int number = 0;
        for (const JsonPlace &item : place.items())
            flatten(item, below(QString::number(number++)), out);
    } else {
        const QString text = place.string();
        if (text.trimmed().isEmpty())
            place.complain(u"must not be empty"_s);
        out.insert(path, text);
    }
}

static Result<Flat> readLanguage(const QString &path)
{
    const JsonPlace root = JsonPlace::readFile(path, 1024 * 1024);
    root.expectSchema(u"todoku-report-words/1"_s);
    Flat flat;
    flatten(root.at(u"words"_s), {}, flat);
    if (const auto problem = root.problem())
        return tl::unexpected(*problem);
    return flat;
}

static std::set<QChar> markers(const QString &text)
{
    std::set<QChar> found;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text.at(i) == u'%' && text.at(i + 1).isDigit())
            found.insert(text.at(i + 1));
    }
    return found;
}

static std::optional<Error> difference(const Flat &these,
                                       const Flat &others,
                                       const QString &othersFile)
{
    for (auto it = these.begin(); it != these.end(); ++it) {
        const auto other = others.find(it.key());
        const QString reason = other == others.end() ? u"is missing"_s
                               : markers(*it) != markers(*other)
                                   ? u"has other markers than the other language"_s
                                   : QString();
        if (!reason.isEmpty())
            return Error{.kind = Error::Kind::Malformed,
                         .detail = u"%1: /words/%2 %3"_s.arg(othersFile, it.key(), reason)};
    }
    return std::nullopt;
}

Result<ReportWords> ReportWords::load(const QString &directory)
{
    const QString jaFile = directory + u"/ja.json"_s;
    const QString enFile = directory + u"/en.json"_s;
    const auto ja = readLanguage(jaFile);
    if (!ja)
        return tl::unexpected(ja.error());
    const auto en = readLanguage(enFile);
    if (!en)
        return tl::unexpected(en.error());
    if (const auto problem = difference(*ja, *en, enFile))
        return tl::unexpected(*problem);
    if (const auto problem = difference(*en, *ja, jaFile))
        return tl::unexpected(*problem);

    ReportWords words;
    for (auto it = ja->begin(); it != ja->end(); ++it)
        words.m_words.insert(it.key(), {.ja = it.value(), .en = en->value(it.key())});
    return words;
}

// All markers at once, so that an argument that holds "%1" itself stays as it is.
static QString filled(const QString &text, const QStringList &arguments)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isMarker = text.at(i) == u'%' && i + 1 < text.size() && text.at(i + 1).isDigit();
        if (isMarker)
            out += arguments.value(text.at(++i).digitValue() - 1);
        else
            out += text.at(i);
    }
    return out;
}

QString ReportWords::text(const QString &path,
                          Language language,
                          const QStringList &arguments) const
{
    const auto found = m_words.constFind(path);
    if (found == m_words.constEnd()) // shows at once, in place of a hole in a sentence
        return u'\u27e8' + path + u'\u27e9';
    return filled(found->in(language), arguments);
}

QStringList ReportWords::list(const QString &path, Language language) const
{
    QStringList texts;
    for (int i = 0;; ++i) {
        const QString item = path + u'/' + QString::number(i);
        if (!m_words.contains(item))
            return texts;
        texts.append(text(item, language));
    }
}

} // namespace todoku
