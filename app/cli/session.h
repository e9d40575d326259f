// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/invocation.h"
#include "core/dsn/bouncetables.h"
#include "core/investigation/networksetup.h"
#include "core/knowledge/knowledgebase.h"
#include "core/report/report.h"

#include <QByteArray>
#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <memory>

namespace todoku::cli {

/** What every command works with: the tables, the words, and the two streams. */
class Session
{
public:
    explicit Session(Invocation invocation);

    /** Loads the tables. On failure says why on the error stream. */
    [[nodiscard]] bool loadTables();

    [[nodiscard]] const Invocation &invocation() const { return m_invocation; }
    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] const KnowledgeBase &knowledge() const { return m_knowledge; }
    [[nodiscard]] const BounceTables &bounceTables() const { return m_bounceTables; }
    [[nodiscard]] const ReportWords &reportWords() const { return m_reportWords; }

    /** The real network, or the one of --network; its probes. Says why if it cannot be had. */
    [[nodiscard]] std::unique_ptr<NetworkSetup> openNetwork() const;
    [[nodiscard]] std::optional<ProbeList> openProbes() const;
    /** Each step's limit is --timeout, 10 s if not given; the whole takes six times that. */
    [[nodiscard]] std::optional<Budget> budget() const;

    /** Words of the command line by their id, %1 … filled in. */
    [[nodiscard]] QString text(const QString &id, const QStringList &arguments = {}) const;
    [[nodiscard]] const QString &in(const LocalizedText &text) const { return text.in(m_language); }

    /** A line to standard output. */
    void print(const QString &line) const;
    void print(const nlohmann::json &document) const; // indented, or one line with --ndjson
    /** A line to standard error, with the program's name before it. */
    void complain(const QString &line) const;
    /** Words and arguments that make no sense: says so and where to look. */
    [[nodiscard]] int refuse(const QString &reason) const;

private:
    Invocation m_invocation;
    Language m_language;
    KnowledgeBase m_knowledge;
    BounceTables m_bounceTables;
    ReportWords m_reportWords;
    QHash<QString, LocalizedText> m_texts;
};

/** A file's bytes, or standard input's for "-". At most @p limit; the Error names the file. */
[[nodiscard]] Result<QByteArray> readInput(const QString &path, qint64 limit);

/** Control characters made visible, so that foreign text cannot steer the terminal. */
[[nodiscard]] QString forTerminal(const QString &text);

} // namespace todoku::cli
