// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <nlohmann/json_fwd.hpp>

namespace todoku::test {

/** How one run of todoku-cli ended, and what it wrote. */
struct ProgramRun
{
    int status = -1; // negative: it crashed, or did not end
    QByteArray out;
    QByteArray err;
    qint64 elapsedMs = 0;

    /** Standard output as one document; the test fails if it is none. */
    [[nodiscard]] nlohmann::json json() const;
};

/** Runs todoku-cli to its end, with nothing of the caller's settings and no terminal. */
[[nodiscard]] ProgramRun runProgram(const QStringList &arguments, const QByteArray &input = {});

/** Starts it, for tests that do something to it while it runs. */
void startProgram(QProcess &process, const QStringList &arguments);
[[nodiscard]] ProgramRun finishProgram(QProcess &process);

} // namespace todoku::test
