// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/masker.h"
#include "core/report/report.h"

namespace todoku {

/**
 * A source with everything taken out that the preset takes out, before a word is written: so no
 * writer can forget it. The words of the program itself are never touched.
 */
class MaskedSource
{
public:
    MaskedSource(const ReportSource &source, Redaction redaction);

    [[nodiscard]] const ReportSource &source() const { return m_source; }

private:
    void hideCredentials();
    void maskAll(Masker &masker);
    void maskCase(Masker &masker);
    void maskProbe(Masker &masker, ProbeRecord &probe) const;
    void mask(Masker &masker, Observation &observation) const;

    const KnowledgeBase &m_knowledge;
    Case m_case;
    Observations m_observations;
    Evidence m_evidence;
    Diagnosis m_diagnosis;
    ReportSource m_source;
};

} // namespace todoku
