// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/bouncetables.h"
#include "core/engine/diagnose.h"
#include "core/evidence/case.h"
#include "core/intake/intake.h"
#include "core/probe/proberunner.h"

#include <QObject>

namespace todoku {

/** One line of the list that the user agrees to before anything is contacted. */
struct PlannedProbe
{
    ProbeId id;
    std::vector<Contact> contacts;
    bool asksThirdParty = false;
    std::optional<Message> obstacle; // why it cannot run as things stand; may go while others run
};

/**
 * One case being worked on: what the wizard and the command line both drive.
 *
 * Every change of the case leads to a new diagnosis at once; nothing else has to be called.
 */
class Investigation final : public QObject
{
    Q_OBJECT

public:
    /** All references must outlive the investigation. */
    Investigation(const KnowledgeBase &knowledge,
                  const BounceTables &tables,
                  ProbeList probes,
                  Network network,
                  QObject *parent = nullptr);

    /** Replaces the whole case: a new one, an opened one, an undone step. */
    void setCase(const Case &theCase);
    void setIncident(const Incident &incident);

    /**
     * Takes in what the user hands over, and fills in the incident's empty fields from it.
     *
     * A mail that is no bounce is kept as a message. Something that shows neither is an Error, and
     * the case stays as it was.
     */
    [[nodiscard]] Result<> add(Document document);
    void removeDocument(size_t index);

    /** @p value is one of the fact's, or unknownAnswer(). */
    void answer(const FactId &fact, const QString &value);
    void withdraw(const FactId &fact);
    /** Takes a fact out of the evidence, whatever it came from, or puts it back. */
    void setDismissed(const FactId &fact, bool isDismissed);
    /** Notes that a remedy was tried. */
    void setRemedyOutcome(const RemedyId &remedy, bool isFixed);
    void setNote(const QString &note);

    /** What the probes would contact, as things stand. Contacts nothing. */
    [[nodiscard]] std::vector<PlannedProbe> plan() const;
    void startProbes(const std::set<ProbeId> &agreed, const Budget &budget);
    void cancelProbes();
    [[nodiscard]] bool isProbing() const;
    [[nodiscard]] const std::set<ProbeId> &runningProbes() const { return m_running; }

    [[nodiscard]] const KnowledgeBase &knowledge() const { return m_model.knowledge(); }
    [[nodiscard]] const BounceTables &bounceTables() const { return m_tables; }
    [[nodiscard]] const Case &subject() const { return m_case; }
    [[nodiscard]] const Evidence &evidence() const { return m_evidence; }
    [[nodiscard]] const Diagnosis &diagnosis() const { return m_diagnosis; }
    /** What was read from each of the case's documents. */
    [[nodiscard]] const std::vector<Reading> &readings() const { return m_readings; }
    /** Facts or values in the case that the tables do not know; they are kept and not weighed. */
    [[nodiscard]] const QStringList &notUnderstood() const { return m_notUnderstood; }

Q_SIGNALS:
    /** The case, the evidence or the diagnosis is another one now. */
    void changed();
    void probeStarted(const todoku::ProbeId &id);
    void probeFinished(const todoku::ProbeId &id);
    void probesFinished();

private:
    void onProbeFinished(const ProbeOutcome &outcome);
    void keepRecord(const ProbeOutcome &outcome);
    void fillIn(const Incident &read);
    [[nodiscard]] Evidence gather() const;
    void noteNotUnderstood();
    void weigh();

    const BounceTables &m_tables;
    Model m_model;
    ProbeRunner m_runner;
    Case m_case;
    std::vector<Reading> m_readings; // beside m_case.documents
    Evidence m_evidence;
    Diagnosis m_diagnosis;
    QStringList m_notUnderstood;
    std::set<ProbeId> m_running;
};

} // namespace todoku
