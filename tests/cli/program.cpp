// SPDX-License-Identifier: MIT
#include "cli/program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcessEnvironment>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

constexpr int longestRunMs = 30'000;

ProgramRun outcomeOf(QProcess &process, const QElapsedTimer &timer)
{
    ProgramRun run;
    if (!process.waitForFinished(longestRunMs)) {
        process.kill();
        process.waitForFinished();
        ADD_FAILURE() << process.arguments().join(u' ').toStdString() << " did not end";
        return run;
    }
    run.elapsedMs = timer.elapsed();
    run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace

nlohmann::json ProgramRun::json() const
{
    nlohmann::json document = nlohmann::json::parse(out.begin(), out.end(), nullptr, false);
    EXPECT_FALSE(document.is_discarded()) << out.left(500).toStdString() << err.toStdString();
    return document;
}

void startProgram(QProcess &process, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"TODOKU_KNOWLEDGE"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TODOKU_CLI), arguments);
    EXPECT_TRUE(process.waitForStarted()) << process.errorString().toStdString();
}

ProgramRun finishProgram(QProcess &process)
{
    QElapsedTimer timer;
    timer.start();
    return outcomeOf(process, timer);
}

ProgramRun runProgram(const QStringList &arguments, const QByteArray &input)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    startProgram(process, arguments);
    process.write(input);
    process.closeWriteChannel();
    return outcomeOf(process, timer);
}

} // namespace todoku::test
