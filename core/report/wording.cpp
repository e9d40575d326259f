// SPDX-License-Identifier: MIT
#include "core/report/wording.h"

#include "core/engine/words.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace todoku {

constexpr qsizetype longest = 8'000;

static bool isDirectionMark(QChar c)
{
    const ushort u = c.unicode();
    return (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e
           || u == 0x200f;
}

QString legible(const QString &text)
{
    QString out;
    out.reserve(std::min(text.size(), longest));
    for (const QChar c : text) {
        if (out.size() >= longest)
            return out + u" […]"_s;
        const bool isShown = c == u'\n' || c == u'\t'
                             || (c.category() != QChar::Other_Control && !isDirectionMark(c));
        if (isShown)
            out += c;
    }
    return out.trimmed();
}

QString onOneLine(const QString &text)
{
    return legible(text).simplified();
}

Wording::Wording(const ReportSource &source, Language language)
    : m_source(source)
    , m_language(language)
{}

QString Wording::text(const QString &path, const QStringList &arguments) const
{
    return m_source.words.text(path, m_language, arguments);
}

QStringList Wording::list(const QString &path) const
{
    return m_source.words.list(path, m_language);
}

QString Wording::word(const QString &id) const
{
    return of(m_source.knowledge.word(id));
}

QString Wording::row(const QString &label, const QString &text) const
{
    return this->text(u"row"_s, {label, text});
}

static QString zoneOf(const QDateTime &time)
{
    const QString name = time.timeZoneAbbreviation();
    const bool isNumber = name.startsWith(u'+') || name.startsWith(u'-');
    return isNumber ? u"UTC"_s + name : name;
}

// Formats with an own pattern come out with digits 0-9 whatever the user's locale is.
static QString localTime(const QDateTime &time, const QDateTime &now, const QString &pattern)
{
    const QDateTime local = time.toTimeZone(now.timeZone());
    return local.toString(pattern) + u' ' + zoneOf(local);
}

QString Wording::time(const QDateTime &time) const
{
    const QString pattern = u"yyyy-MM-dd HH:mm:ss"_s;
    const QString local = localTime(time, m_source.now, pattern);
    const QString utc = time.toUTC().toString(pattern) + u" UTC"_s;
    return local == utc ? utc : text(u"time"_s, {local, utc});
}

// Without an offset a time could be any of 26 hours: it stays as it was typed.
static QDateTime exactTime(const QString &sentAt)
{
    const QDateTime time = QDateTime::fromString(sentAt.trimmed(), Qt::ISODate);
    return time.timeSpec() == Qt::LocalTime ? QDateTime() : time;
}

QString Wording::sentAt() const
{
    const QString typed = onOneLine(m_source.subject.incident.sentAt);
    if (typed.isEmpty())
        return {};
    const QDateTime exact = exactTime(typed);
    return exact.isValid() ? time(exact) : text(u"no_zone"_s, {typed});
}

QString Wording::sentAtInBrief() const
{
    const QString typed = onOneLine(m_source.subject.incident.sentAt);
    const QDateTime exact = exactTime(typed);
    if (exact.isValid())
        return localTime(exact, m_source.now, u"yyyy-MM-dd HH:mm"_s);
    return typed.isEmpty() ? text(u"unknown"_s) : typed;
}

QString Wording::likelihood(double probability) const
{
    return text(u"percent"_s,
                {word(likelihoodWord(probability)), QString::number(shownPercent(probability))});
}

QString Wording::found(const Observation &observation) const
{
    const Fact *fact = m_source.knowledge.fact(observation.fact);
    const auto index = fact ? fact->indexOf(observation.value) : std::nullopt;
    if (index)
        return of(fact->values.at(*index).found);
    const QString title = fact ? of(fact->title) : onOneLine(observation.fact.value);
    return row(title, onOneLine(observation.value));
}

QString Wording::probeTitle(const ProbeId &id) const
{
    const QString title = word(u"probe/"_s + id.value);
    if (!title.isEmpty())
        return title;
    const Fact *fact = m_source.knowledge.fact({id.value});
    return fact ? of(fact->title) : onOneLine(id.value);
}

QString Wording::said(const Message &message) const
{
    if (message.isEmpty())
        return {};
    const QString sentence = onOneLine(of(m_source.knowledge.say(message)));
    if (!sentence.isEmpty())
        return sentence;
    return onOneLine((QStringList{message.id} + message.arguments).join(u' '));
}

} // namespace todoku
