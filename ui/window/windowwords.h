// SPDX-License-Identifier: MIT
#pragma once

#include "core/evidence/evidence.h"
#include "core/evidence/proberecord.h"
#include "core/knowledge/knowledgebase.h"

#include <QCoreApplication>

namespace todoku {

/** The words of the tables in one language, and the window's own words for the same things. */
class WindowWords
{
    Q_DECLARE_TR_FUNCTIONS(todoku::WindowWords)

public:
    /** @p knowledge must outlive this. */
    WindowWords(const KnowledgeBase &knowledge, Language language)
        : m_knowledge(&knowledge)
        , m_language(language)
    {}

    [[nodiscard]] Language language() const { return m_language; }

    [[nodiscard]] QString of(const LocalizedText &text) const { return text.in(m_language); }
    [[nodiscard]] QString say(const Message &message) const;
    [[nodiscard]] QString word(const QString &id) const;

    [[nodiscard]] QString causeTitle(const CauseId &id) const;
    [[nodiscard]] QString factTitle(const FactId &id) const;
    [[nodiscard]] QString probeTitle(const ProbeId &id) const;
    /** "An error appeared on screen when sending": what @p observation says. */
    [[nodiscard]] QString found(const Observation &observation) const;
    [[nodiscard]] QString likelihood(double probability) const;
    [[nodiscard]] QString weight(double db) const;
    [[nodiscard]] QString party(Party party) const;
    [[nodiscard]] QString hop(Hop hop) const;

    [[nodiscard]] QString state(CheckState state) const;
    [[nodiscard]] QString source(Source source) const;
    /** "84 ms", "3.0 s". */
    [[nodiscard]] static QString duration(int milliseconds);
    /** "about 3 min" */
    [[nodiscard]] static QString effort(double seconds);

private:
    const KnowledgeBase *m_knowledge;
    Language m_language;
};

} // namespace todoku
