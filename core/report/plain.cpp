// SPDX-License-Identifier: MIT
#include "core/report/account.h"

using namespace Qt::StringLiterals;

namespace todoku {

static QString stateText(const Report &report, const Report::Row &row)
{
    if (!row.state)
        return {};
    return markOf(*row.state) + u' ' + report.stateWords.value(static_cast<qsizetype>(*row.state));
}

static QString rowText(const Report &report, const Report::Row &row)
{
    QStringList parts{stateText(report, row), row.text};
    parts.removeAll(QString());
    return parts.join(u" – "_s);
}

QString toText(const Report &report)
{
    QString out = report.title + u'\n' + report.about.join(u'\n') + u'\n';
    for (const Report::Section &section : report.sections) {
        out += u"\n== "_s + section.heading + u" ==\n"_s;
        for (const QString &paragraph : section.paragraphs)
            out += paragraph + u'\n';
        for (const Report::Row &row : section.rows)
            out += u"- "_s + row.label + u": "_s + rowText(report, row) + u'\n';
        qsizetype number = 0;
        for (const QString &step : section.steps)
            out += QString::number(++number) + u". "_s + QString(step).replace(u'\n', u"\n   "_s)
                   + u'\n';
        for (const QString &excerpt : section.excerpts)
            out += u"> "_s + QString(excerpt).replace(u'\n', u"\n> "_s) + u'\n';
    }
    return out;
}

// CommonMark 0.31 section 2.4: a backslash takes the meaning from ASCII punctuation.
static QString escaped(const QString &text)
{
    static const QString special = u"\\`*_{}[]()<>#+-.!|~&$"_s;
    QString out;
    for (const QChar c : text) {
        if (special.contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

// A fence longer than any run of backticks within (section 4.5).
static QString fenced(const QString &text)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    return fence + u"text\n"_s + text + u'\n' + fence + u'\n';
}

QString toMarkdown(const Report &report)
{
    QString out = u"# "_s + escaped(report.title) + u"\n\n"_s;
    for (const QString &line : report.about)
        out += escaped(line) + u"  \n"_s;
    for (const Report::Section &section : report.sections) {
        out += u"\n## "_s + escaped(section.heading) + u"\n\n"_s;
        for (const QString &paragraph : section.paragraphs)
            out += u"- "_s + escaped(paragraph).replace(u'\n', u"\n  "_s) + u'\n';
        for (const Report::Row &row : section.rows)
            out += u"- **"_s + escaped(row.label) + u"**: "_s + escaped(rowText(report, row))
                   + u'\n';
        qsizetype number = 0;
        if (!section.steps.isEmpty())
            out += u'\n';
        for (const QString &step : section.steps)
            out += QString::number(++number) + u". "_s + escaped(step).replace(u'\n', u"  \n   "_s)
                   + u'\n';
        for (const QString &excerpt : section.excerpts)
            out += u'\n' + fenced(excerpt);
    }
    return out;
}

// A spreadsheet takes a cell that begins like this for a formula and runs it.
static QString cell(const QString &text)
{
    const bool isFormula = !text.isEmpty() && u"=+-@\t\r"_s.contains(text.at(0));
    return u'"' + (isFormula ? u"'"_s : u""_s) + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

static QString csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &text : cells)
        quoted.append(cell(text));
    return quoted.join(u',') + u"\r\n"_s; // RFC 4180 section 2
}

QString toCsv(const Report &report)
{
    QString out(QChar::ByteOrderMark);
    out += csvLine({u"section"_s, u"label"_s, u"state"_s, u"text"_s});
    out += csvLine({report.title, {}, {}, report.about.join(u' ')});
    for (const Report::Section &section : report.sections) {
        for (const QString &paragraph : section.paragraphs)
            out += csvLine({section.heading, {}, {}, paragraph});
        for (const Report::Row &row : section.rows)
            out += csvLine({section.heading, row.label, stateText(report, row), row.text});
        for (const QString &step : section.steps)
            out += csvLine({section.heading, {}, {}, step});
        for (const QString &excerpt : section.excerpts)
            out += csvLine({section.heading, {}, {}, excerpt});
    }
    return out;
}

} // namespace todoku
