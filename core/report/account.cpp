// SPDX-License-Identifier: MIT
#include "core/report/account.h"

#include "core/evidence/facts.h"
#include "core/mail/address.h"

using namespace Qt::StringLiterals;

namespace todoku {

QString bareAddress(const QString &typed)
{
    const QString line = onOneLine(typed);
    const qsizetype open = line.lastIndexOf(u'<');
    const qsizetype close = line.indexOf(u'>', open + 1);
    return open >= 0 && close > open + 1 ? line.mid(open + 1, close - open - 1) : line;
}

QString domainOf(const QString &typed)
{
    const auto address = MailAddress::parse(bareAddress(typed));
    return address ? address->domain : QString();
}

QString detailOf(const Evidence &evidence, const FactId &fact)
{
    QStringList values;
    for (const Observation &observation : evidence.of(fact)) {
        const QString value = onOneLine(observation.value);
        if (!value.isEmpty() && !values.contains(value))
            values.append(value);
    }
    return values.join(u", "_s);
}

static QString foundOf(const Wording &wording, const FactId &fact)
{
    const auto observations = wording.source().evidence.of(fact);
    return observations.empty() ? QString() : wording.found(observations.front());
}

std::vector<Report::Row> mailRows(const Wording &wording)
{
    const ReportSource &source = wording.source();
    const Incident &incident = source.subject.incident;
    std::vector<Report::Row> rows;
    const auto add = [&](const QString &field, const QString &text, bool isExpected = false) {
        if (!text.isEmpty() || isExpected)
            rows.push_back({.label = wording.text(u"field/"_s + field),
                            .text = text.isEmpty() ? wording.text(u"unknown"_s) : text});
    };
    add(u"sent_at"_s, wording.sentAt(), true);
    add(u"sender"_s, bareAddress(incident.sender), true);
    add(u"recipient"_s, bareAddress(incident.recipient), true);
    add(u"subject"_s, onOneLine(incident.subject));
    add(u"message_id"_s, onOneLine(source.mail.messageId));
    add(u"sending_ip"_s, detailOf(source.evidence, facts::sendingIp()));
    add(u"reporting_mta"_s, onOneLine(source.mail.reportingMta));
    add(u"remote_mta"_s, onOneLine(source.mail.remoteMta));
    add(u"last_attempt"_s, onOneLine(source.mail.lastAttempt));
    add(u"onset"_s, foundOf(wording, facts::onset()), true);
    add(u"affected"_s, foundOf(wording, facts::affectedRecipients()), true);
    return rows;
}

QStringList errorTexts(const ReportSource &source)
{
    QStringList texts;
    const auto add = [&](const QString &verbatim) {
        const QString text = legible(verbatim);
        if (!text.isEmpty() && !texts.contains(text))
            texts.append(text);
    };
    for (const QString &error : source.mail.errors)
        add(error);
    if (!texts.isEmpty())
        return texts;
    for (const Observation &observation : source.evidence.of(facts::errorText()))
        add(observation.excerpt);
    return texts;
}

QStringList triedStatements(const Wording &wording)
{
    QStringList statements;
    for (const Fact &fact : wording.source().knowledge.facts) {
        if (fact.id == facts::onset() || fact.id == facts::affectedRecipients())
            continue; // stand with the mail
        for (const Observation &observation : wording.source().evidence.of(fact.id)) {
            if (observation.source != Source::Answer)
                continue;
            const QString found = wording.found(observation);
            if (!found.isEmpty() && !statements.contains(found))
                statements.append(found);
        }
    }
    return statements;
}

QStringList remedyStatements(const Wording &wording)
{
    QStringList statements;
    for (const RemedyOutcome &tried : wording.source().subject.remedies) {
        const Remedy *remedy = wording.source().knowledge.remedy(tried.id);
        const QString title = remedy ? wording.of(remedy->title) : onOneLine(tried.id.value);
        statements.append(wording.text(
            tried.isFixed ? u"letter/remedy_fixed"_s : u"letter/remedy_failed"_s, {title}));
    }
    return statements;
}

static QString joined(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + u" – "_s + b;
}

Report::Row checkRow(const Wording &wording, const ProbeRecord &probe)
{
    return {.label = wording.probeTitle(probe.id),
            .text = joined(onOneLine(probe.target), wording.said(probe.found)),
            .state = probe.state};
}

Report::Row checkRow(const Wording &wording, const CheckDetail &detail)
{
    const QString text = joined(wording.said(detail.found), onOneLine(detail.excerpt));
    return {.label = onOneLine(detail.target), .text = text, .state = detail.state};
}

const Hypothesis *nameableCause(const ReportSource &source)
{
    constexpr double possible = 0.20; // "possible", in words.h
    const auto &hypotheses = source.diagnosis.hypotheses;
    if (hypotheses.empty() || hypotheses.front().probability < possible
        || hypotheses.front().probability < source.diagnosis.other)
        return nullptr;
    return source.knowledge.cause(hypotheses.front().cause) ? &hypotheses.front() : nullptr;
}

QString markOf(CheckState state)
{
    switch (state) {
    case CheckState::Ok:
        return u"✓"_s;
    case CheckState::Problem:
        return u"✕"_s;
    case CheckState::Warning:
        return u"!"_s;
    case CheckState::Information:
        return u"i"_s;
    case CheckState::NotRun:
        return u"–"_s;
    case CheckState::CouldNotTest:
        return u"?"_s;
    }
    Q_UNREACHABLE();
}

} // namespace todoku
