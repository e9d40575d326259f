// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report.h"

namespace todoku {

/** Foreign text made safe to show: no control characters, no change of direction, not endless. */
[[nodiscard]] QString legible(const QString &text);
/** The same on one line, as a label or a header field needs it. */
[[nodiscard]] QString onOneLine(const QString &text);

/** What reports and letters say, in one language. */
class Wording
{
public:
    Wording(const ReportSource &source, Language language);

    [[nodiscard]] QString text(const QString &path, const QStringList &arguments = {}) const;
    [[nodiscard]] QStringList list(const QString &path) const;
    [[nodiscard]] QString of(const LocalizedText &text) const { return text.in(m_language); }
    [[nodiscard]] QString word(const QString &id) const; // of the knowledge base
    [[nodiscard]] QString row(const QString &label, const QString &text) const;

    /** Local time with its zone, and UTC. */
    [[nodiscard]] QString time(const QDateTime &time) const;
    /** The time at which the mail was sent, as precisely as it is known; empty if it is not. */
    [[nodiscard]] QString sentAt() const;
    /** The same to the minute, without UTC. */
    [[nodiscard]] QString sentAtInBrief() const;

    [[nodiscard]] QString likelihood(double probability) const;
    [[nodiscard]] QString found(const Observation &observation) const;
    [[nodiscard]] QString probeTitle(const ProbeId &id) const;
    /** What a check found, or why it could not look. */
    [[nodiscard]] QString said(const Message &message) const;

    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] const ReportSource &source() const { return m_source; }

private:
    const ReportSource &m_source;
    Language m_language;
};

} // namespace todoku
