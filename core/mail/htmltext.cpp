// SPDX-License-Identifier: MIT
#include "core/mail/htmltext.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

/** What "&name;" at @p at stands for, and its length; zero length if it is no entity. */
std::pair<QString, qsizetype> entityAt(QStringView html, qsizetype at)
{
    static const std::array<std::pair<QString, QString>, 7> named{{{u"lt"_s, u"<"_s},
                                                                   {u"gt"_s, u">"_s},
                                                                   {u"amp"_s, u"&"_s},
                                                                   {u"quot"_s, u"\""_s},
                                                                   {u"apos"_s, u"'"_s},
                                                                   {u"nbsp"_s, u" "_s},
                                                                   {u"copy"_s, u"©"_s}}};
    constexpr qsizetype longest = 10;
    const QStringView ahead = html.sliced(at, std::min(longest, html.size() - at));
    const qsizetype end = ahead.indexOf(u';');
    if (end < 2)
        return {};
    const QStringView name = ahead.sliced(1, end - 1);
    if (name.startsWith(u'#')) {
        const bool isHex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
        bool isNumber = false;
        const uint code = name.sliced(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
        if (isNumber && code > 0 && code < 0x110000U)
            return {QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1), end + 1};
        return {};
    }
    const auto *const found = std::ranges::find_if(named, [name](const auto &entity) {
        return name.compare(entity.first, Qt::CaseInsensitive) == 0;
    });
    return found == named.end() ? std::pair<QString, qsizetype>{}
                                : std::pair{found->second, end + 1};
}

QStringView tagName(QStringView tag)
{
    qsizetype end = 0;
    while (end < tag.size() && (tag[end].isLetterOrNumber() || (end == 0 && tag[end] == u'/')))
        ++end;
    return tag.first(end);
}

bool is(QStringView name, QStringView wanted)
{
    return name.compare(wanted, Qt::CaseInsensitive) == 0;
}

bool breaksLine(QStringView name)
{
    static constexpr std::array<QStringView, 9> blocks{u"br",  u"p",   u"/p",  u"div", u"/div",
                                                       u"/tr", u"/li", u"/h1", u"/h2"};
    return std::ranges::any_of(blocks, [name](QStringView block) { return is(name, block); });
}

/** Where reading goes on after a script or style element. */
qsizetype afterHidden(const QString &html, qsizetype from, QStringView name)
{
    const qsizetype close = html.indexOf(u"</"_s + name.toString(), from, Qt::CaseInsensitive);
    if (close < 0)
        return html.size();
    const qsizetype end = html.indexOf(u'>', close);
    return end < 0 ? html.size() : end + 1;
}

} // namespace

QString htmlToText(const QString &html)
{
    QString text;
    text.reserve(html.size() / 2);
    for (qsizetype at = 0; at < html.size();) {
        const QChar c = html[at];
        if (c == u'&') {
            const auto [meaning, length] = entityAt(html, at);
            text += length > 0 ? meaning : QString(c);
            at += std::max<qsizetype>(length, 1);
            continue;
        }
        const bool isTag
            = c == u'<' && at + 1 < html.size()
              && (html[at + 1].isLetter() || html[at + 1] == u'/' || html[at + 1] == u'!');
        const qsizetype end = isTag ? html.indexOf(u'>', at) : -1;
        if (end < 0) {
            text += c == u'\n' ? u' ' : c;
            ++at;
            if (isTag)
                break;
            continue;
        }
        const QStringView name = tagName(QStringView(html).sliced(at + 1, end - at - 1));
        if (breaksLine(name))
            text += u'\n';
        const bool isHidden = is(name, u"script") || is(name, u"style");
        at = isHidden ? afterHidden(html, end, name) : end + 1;
    }
    return text;
}

} // namespace todoku
