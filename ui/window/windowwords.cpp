// SPDX-License-Identifier: MIT
#include "ui/window/windowwords.h"

#include "core/engine/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace todoku {

QString WindowWords::say(const Message &message) const
{
    return message.isEmpty() ? QString() : of(m_knowledge->say(message));
}

QString WindowWords::word(const QString &id) const
{
    return of(m_knowledge->word(id));
}

QString WindowWords::causeTitle(const CauseId &id) const
{
    const Cause *cause = m_knowledge->cause(id);
    if (cause)
        return of(cause->title);
    return id == otherCause() ? of(m_knowledge->otherTitle) : id.value;
}

QString WindowWords::factTitle(const FactId &id) const
{
    const Fact *fact = m_knowledge->fact(id);
    return fact && !fact->title.isEmpty() ? of(fact->title) : id.value;
}

QString WindowWords::probeTitle(const ProbeId &id) const
{
    const auto words = m_knowledge->words.constFind(u"probe/"_s + id.value);
    return words != m_knowledge->words.constEnd() ? of(*words) : factTitle({id.value});
}

QString WindowWords::found(const Observation &observation) const
{
    const Fact *fact = m_knowledge->fact(observation.fact);
    if (!fact)
        return observation.fact.value + u": "_s + observation.value;
    const auto index = fact->indexOf(observation.value);
    if (index)
        return of(fact->values[*index].found);
    return of(fact->title) + u": "_s + observation.value;
}

QString WindowWords::likelihood(double probability) const
{
    return word(likelihoodWord(probability));
}

QString WindowWords::weight(double db) const
{
    return word(weightWord(db));
}

QString WindowWords::party(Party party) const
{
    return word(u"party/"_s + partyId(party));
}

QString WindowWords::hop(Hop hop) const
{
    return word(u"hop/"_s + hopId(hop));
}

QString WindowWords::state(CheckState state) const
{
    return word(u"state/"_s + checkStateId(state));
}

QString WindowWords::source(Source source) const
{
    switch (source) {
    case Source::Answer:
        return word(u"source/answer"_s);
    case Source::Message:
        return word(u"source/message"_s);
    case Source::Bounce:
        return word(u"source/bounce"_s);
    case Source::Probe:
        return word(u"source/probe"_s);
    case Source::Remedy:
        return word(u"source/remedy"_s);
    }
    return {};
}

QString WindowWords::duration(int milliseconds)
{
    constexpr int oneSecond = 1000;
    if (milliseconds < oneSecond)
        return tr("%1 ms").arg(milliseconds);
    return tr("%1 s").arg(QLocale::c().toString(milliseconds / double(oneSecond), 'f', 1));
}

QString WindowWords::effort(double seconds)
{
    constexpr int oneMinute = 60;
    if (seconds < oneMinute)
        return tr("less than a minute");
    return tr("about %1 min").arg(qRound(seconds / oneMinute));
}

} // namespace todoku
