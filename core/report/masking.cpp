// SPDX-License-Identifier: MIT
#include "core/report/masking.h"

#include "core/report/account.h"

#include <array>

using namespace Qt::StringLiterals;

namespace todoku {

// In the order of Redaction.
static const std::array ids{u"none"_s, u"provider"_s, u"public"_s};

QString redactionId(Redaction redaction)
{
    return ids.at(static_cast<size_t>(redaction));
}

std::optional<Redaction> redactionFromId(const QString &id)
{
    for (size_t i = 0; i < ids.size(); ++i) {
        if (ids.at(i) == id)
            return static_cast<Redaction>(i);
    }
    return std::nullopt;
}

static QString hiddenIfAny(const QString &text)
{
    return text.isEmpty() ? text : u"***"_s;
}

// Ids are words of the tables; only one that a stranger wrote can hold an address.
static QString maskedId(Masker &masker, const QString &id)
{
    return id.contains(u'@') || id.contains(u' ') ? masker.mask(id) : id;
}

static void learnName(Masker &masker, const QString &typed)
{
    const qsizetype open = typed.indexOf(u'<');
    if (open > 0)
        masker.learnSecret(typed.left(open).remove(u'"'));
}

MaskedSource::MaskedSource(const ReportSource &source, Redaction redaction)
    : m_knowledge(source.knowledge)
    , m_case(source.subject)
    , m_evidence(source.evidence)
    , m_diagnosis(source.diagnosis)
    , m_source{.subject = m_case,
               .evidence = m_evidence,
               .knowledge = source.knowledge,
               .diagnosis = m_diagnosis,
               .words = source.words,
               .now = source.now,
               .mail = source.mail,
               .hostName = source.hostName}
{
    hideCredentials();
    if (redaction != Redaction::Public)
        return;

    Masker masker;
    masker.learnHost(source.hostName);
    masker.learnSecret(source.subject.incident.subject);
    learnName(masker, source.subject.incident.sender);
    learnName(masker, source.subject.incident.recipient);
    // First to learn all tokens, then from the originals again with all of them known.
    const Case theCase = m_case;
    for (int round = 0; round < 2; ++round) {
        m_case = theCase;
        m_diagnosis = source.diagnosis;
        m_source.mail = source.mail;
        m_observations = Observations(source.evidence.all().begin(), source.evidence.all().end());
        maskAll(masker);
    }
    m_evidence = Evidence(m_observations);
    m_source.hostName.clear();
}

// A session never keeps a password, but a case file may come from elsewhere. RFC 4954 section 4:
// after AUTH, every line of the client up to the final reply is part of the exchange.
void MaskedSource::hideCredentials()
{
    using Direction = TranscriptLine::Direction;
    for (ProbeRecord &probe : m_case.probes) {
        bool isInExchange = false;
        for (TranscriptLine &line : probe.transcript) {
            if (line.direction == Direction::Server)
                isInExchange = isInExchange && line.text.startsWith("334"_L1);
            if (line.direction != Direction::Client)
                continue;
            if (isInExchange)
                line.text = hiddenIfAny(line.text);
            if (!line.text.trimmed().startsWith("AUTH"_L1, Qt::CaseInsensitive))
                continue;
            isInExchange = true;
            const QStringList words = line.text.simplified().split(u' ');
            if (words.size() > 2)
                line.text = words.at(0) + u' ' + words.at(1) + u" ***"_s;
        }
    }
}

void MaskedSource::mask(Masker &masker, Observation &observation) const
{
    const Fact *fact = m_knowledge.fact(observation.fact);
    if (!fact || !fact->indexOf(observation.value))
        observation.value = masker.mask(observation.value);
    observation.fact.value = maskedId(masker, observation.fact.value);
    observation.subject = masker.mask(observation.subject);
    observation.excerpt = masker.mask(observation.excerpt);
}

static void maskMessage(Masker &masker, Message &message)
{
    message.id = maskedId(masker, message.id);
    for (QString &argument : message.arguments)
        argument = masker.mask(argument);
}

void MaskedSource::maskProbe(Masker &masker, ProbeRecord &probe) const
{
    probe.id.value = maskedId(masker, probe.id.value);
    maskMessage(masker, probe.found);
    probe.target = masker.mask(probe.target);
    for (CheckDetail &detail : probe.details) {
        detail.target = masker.mask(detail.target);
        maskMessage(masker, detail.found);
        detail.excerpt = masker.mask(detail.excerpt);
    }
    for (TranscriptLine &line : probe.transcript) {
        line.peer = masker.mask(line.peer);
        line.text = masker.mask(line.text);
    }
}

void MaskedSource::maskCase(Masker &masker)
{
    Incident &incident = m_case.incident;
    incident.sender = masker.mask(bareAddress(incident.sender));
    incident.recipient = masker.mask(bareAddress(incident.recipient));
    incident.subject = hiddenIfAny(incident.subject);
    incident.sentAt = masker.mask(incident.sentAt);
    incident.symptom = maskedId(masker, incident.symptom);
    for (Document &document : m_case.documents) {
        document.name = hiddenIfAny(document.name);
        document.bytes.fill('*'); // only its size is told
    }
    std::map<FactId, QString> answers;
    for (const auto &[fact, value] : m_case.answers)
        answers.insert_or_assign({maskedId(masker, fact.value)}, maskedId(masker, value));
    m_case.answers = std::move(answers);
    for (Observation &observation : m_case.observations)
        mask(masker, observation);
    for (ProbeRecord &probe : m_case.probes)
        maskProbe(masker, probe);
    for (RemedyOutcome &remedy : m_case.remedies)
        remedy.id.value = maskedId(masker, remedy.id.value);
    m_case.journal.clear();
    m_case.note.clear();
    m_case.dismissed.clear();
    m_case.unknownMembers.clear();
}

void MaskedSource::maskAll(Masker &masker)
{
    maskCase(masker);
    for (Observation &observation : m_observations)
        mask(masker, observation);
    for (Hypothesis &hypothesis : m_diagnosis.hypotheses) {
        for (Reason &reason : hypothesis.reasons)
            mask(masker, reason.observation);
    }
    ReportedMail &mail = m_source.mail;
    mail.messageId = hiddenIfAny(mail.messageId);
    for (QString &error : mail.errors)
        error = masker.mask(error);
    mail.reportingMta = masker.mask(mail.reportingMta);
    mail.remoteMta = masker.mask(mail.remoteMta);
    mail.lastAttempt = masker.mask(mail.lastAttempt);
}

} // namespace todoku
