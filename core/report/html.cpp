// SPDX-License-Identifier: MIT
#include "core/report/account.h"

using namespace Qt::StringLiterals;

namespace todoku {

// Everything that is not written in this file passes here.
static QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\'', u"&#39;"_s);
}

static QString element(const QString &name, const QString &attributes, const QString &text)
{
    return u'<' + name + attributes + u'>' + escaped(text) + u"</"_s + name + u">\n"_s;
}

static QString style()
{
    return uR"(<style>
:root{color-scheme:light dark;--bg:#fff;--ink:#1d2430;--soft:#5b6573;--line:#d9dde3;--ok:#1b7f3b;--problem:#b3261e;--warning:#8a5a00;--information:#2457c5;--not_run:#5b6573;--could_not_test:#6b3fa0}
@media (prefers-color-scheme:dark){:root{--bg:#1b1e24;--ink:#e9edf2;--soft:#a9b2bf;--line:#3a414c;--ok:#7fd598;--problem:#ff9d94;--warning:#ffcf70;--information:#8fb4ff;--not_run:#a9b2bf;--could_not_test:#cdb0f5}}
body{margin:2em auto;max-width:60em;padding:0 1em;background:var(--bg);color:var(--ink);font:100%/1.6 sans-serif}
h1{font-size:1.5em}h2{font-size:1.15em;margin:1.8em 0 .4em;border-bottom:1px solid var(--line)}
.about,th{color:var(--soft)}table{border-collapse:collapse;width:100%}
th,td{padding:.3em .6em;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:500;width:14em}td.state{white-space:nowrap;font-weight:600;width:9em}
.ok{color:var(--ok)}.problem{color:var(--problem)}.warning{color:var(--warning)}.information{color:var(--information)}.not_run{color:var(--not_run)}.could_not_test{color:var(--could_not_test)}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border-left:3px solid var(--line);padding:.3em .8em;font:.9em/1.5 monospace}
li,p{white-space:pre-line}#urgent{border:2px solid var(--problem);padding:0 1em;margin-top:1em}
@media print{:root{color-scheme:light;--bg:#fff;--ink:#000;--soft:#444;--line:#bbb;--ok:#1b7f3b;--problem:#b3261e;--warning:#8a5a00;--information:#2457c5;--not_run:#444;--could_not_test:#6b3fa0}body{margin:0;max-width:none}h2{break-after:avoid}tr,pre{break-inside:avoid}}
</style>
)"_s;
}

static QString stateCell(const Report &report, CheckState state)
{
    const QString word = report.stateWords.value(static_cast<qsizetype>(state));
    return element(u"td"_s, u" class=\"state "_s + checkStateId(state) + u'"',
                   markOf(state) + u' ' + word);
}

static QString table(const Report &report, const std::vector<Report::Row> &rows)
{
    if (rows.empty())
        return {};
    const bool hasStates
        = std::ranges::any_of(rows, [](const auto &row) { return row.state.has_value(); });
    QString out = u"<table>\n"_s;
    for (const Report::Row &row : rows) {
        out += u"<tr>"_s + element(u"th"_s, u" scope=\"row\""_s, row.label);
        if (row.state)
            out += stateCell(report, *row.state);
        else if (hasStates)
            out += u"<td></td>"_s;
        out += element(u"td"_s, {}, row.text) + u"</tr>\n"_s;
    }
    return out + u"</table>\n"_s;
}

static QString steps(const QStringList &texts)
{
    if (texts.isEmpty())
        return {};
    QString out = u"<ol>\n"_s;
    for (const QString &text : texts)
        out += element(u"li"_s, {}, text);
    return out + u"</ol>\n"_s;
}

QString toHtml(const Report &report)
{
    const QString language = report.language == Language::Japanese ? u"ja"_s : u"en"_s;
    QString out = u"<!DOCTYPE html>\n<html lang=\""_s + language + u"\">\n<head>\n"_s;
    out += u"<meta charset=\"utf-8\">\n"_s;
    // Nothing is loaded and nothing runs, even if a browser were to find something that could.
    out += u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "style-src 'unsafe-inline'\">\n"_s;
    out += u"<meta name=\"viewport\" content=\"width=device-width\">\n"_s;
    out += element(u"title"_s, {}, report.title) + style() + u"</head>\n<body>\n"_s;
    out += element(u"h1"_s, {}, report.title);
    for (const QString &line : report.about)
        out += element(u"p"_s, u" class=\"about\""_s, line);
    for (const Report::Section &section : report.sections) {
        const bool isUrgent = section.id == "urgent"_L1;
        out += isUrgent ? u"<section id=\"urgent\" role=\"alert\">\n"_s : u"<section>\n"_s;
        out += element(u"h2"_s, {}, section.heading);
        for (const QString &paragraph : section.paragraphs)
            out += element(u"p"_s, {}, paragraph);
        out += table(report, section.rows) + steps(section.steps);
        for (const QString &excerpt : section.excerpts)
            out += element(u"pre"_s, {}, excerpt);
        out += u"</section>\n"_s;
    }
    return out + u"</body>\n</html>\n"_s;
}

} // namespace todoku
