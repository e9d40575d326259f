// SPDX-License-Identifier: MIT
#include "app/cli/probing.h"

#include "core/report/account.h"

#include <QEventLoop>
#include <QFile>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace todoku::cli {

namespace {

// A signal handler may touch nothing but this.
std::atomic<bool> wasInterrupted{false};

extern "C" void noteInterrupt(int)
{
    wasInterrupted = true;
}

QString speaker(TranscriptLine::Direction direction)
{
    switch (direction) {
    case TranscriptLine::Direction::Client:
        return u"C: "_s;
    case TranscriptLine::Direction::Server:
        return u"S: "_s;
    case TranscriptLine::Direction::Tls:
    case TranscriptLine::Direction::Note:
        return u"*: "_s;
    }
    Q_UNREACHABLE();
}

QString stateWord(const Session &session, CheckState state)
{
    return session.in(session.knowledge().word(u"state/"_s + checkStateId(state)));
}

} // namespace

bool isInteractive()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdin)) != 0 && _isatty(_fileno(stdout)) != 0;
#else
    return isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
#endif
}

void printPlan(const Session &session,
               const Investigation &investigation,
               const std::set<ProbeId> &wanted)
{
    for (const PlannedProbe &planned : investigation.plan()) {
        if (!wanted.contains(planned.id))
            continue;
        session.print(session.in(session.knowledge().word(u"probe/"_s + planned.id.value))
                      + (planned.asksThirdParty ? session.text(u"third_party"_s) : QString()));
        for (const Contact &contact : planned.contacts)
            session.print(u"  "_s + forTerminal(contact.host) + u"  "_s
                          + forTerminal(session.in(session.knowledge().say(contact.purpose))));
        if (planned.obstacle)
            session.print(u"  – "_s + session.in(session.knowledge().say(*planned.obstacle)));
    }
}

std::set<ProbeId> agreed(const Session &session,
                         const Investigation &investigation,
                         const std::set<ProbeId> &wanted)
{
    bool isAgreed = session.invocation().has(u"yes"_s);
    if (!isAgreed && isInteractive()) {
        printPlan(session, investigation, wanted);
        std::fputs(session.text(u"agree"_s).toUtf8().constData(), stdout);
        std::fflush(stdout);
        const QString answer = QTextStream(stdin).readLine().trimmed().toLower();
        isAgreed = answer == "y"_L1 || answer == "yes"_L1 || answer == u"はい"_s;
    }
    std::set<ProbeId> probes;
    for (const PlannedProbe &planned : investigation.plan()) {
        if (wanted.contains(planned.id) && (isAgreed || !planned.asksThirdParty))
            probes.insert(planned.id);
    }
    return probes;
}

bool runProbes(Investigation &investigation, const std::set<ProbeId> &probes, const Budget &budget)
{
    wasInterrupted = false;
    const auto previous = std::signal(SIGINT, noteInterrupt);
    QEventLoop loop;
    QObject::connect(&investigation, &Investigation::probesFinished, &loop, &QEventLoop::quit);
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &investigation, [&] {
        if (wasInterrupted)
            investigation.cancelProbes();
    });
    watch.start(50ms);
    investigation.startProbes(probes, budget);
    loop.exec();
    std::signal(SIGINT, previous);
    return !wasInterrupted;
}

void waitForInterrupt()
{
    wasInterrupted = false;
    std::signal(SIGINT, noteInterrupt);
    std::signal(SIGTERM, noteInterrupt);
    QEventLoop loop;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
        if (wasInterrupted)
            loop.quit();
    });
    watch.start(50ms);
    loop.exec();
}

void printRecord(const Session &session, const ProbeRecord &record)
{
    const auto sentence = [&](const Message &message) {
        return forTerminal(session.in(session.knowledge().say(message))).replace(u'\n', u' ');
    };
    session.print(
        u"%1 %2  %3  %4"_s.arg(markOf(record.state), stateWord(session, record.state),
                               session.in(session.knowledge().word(u"probe/"_s + record.id.value)),
                               sentence(record.found)));
    for (const CheckDetail &detail : record.details)
        session.print(
            u"    %1 %2  %3  (%4 ms)"_s
                .arg(markOf(detail.state), forTerminal(detail.target), sentence(detail.found))
                .arg(detail.elapsedMs));
    if (!session.invocation().has(u"verbose"_s))
        return;
    for (const TranscriptLine &line : record.transcript) {
        for (const QString &part : line.text.split(u'\n'))
            session.print(u"    %1 ms  %2%3"_s.arg(line.atMs).arg(speaker(line.direction),
                                                                  forTerminal(part)));
    }
}

int statusOf(const std::vector<ProbeRecord> &records)
{
    const auto has = [&](CheckState state) {
        return std::ranges::any_of(records, [&](const ProbeRecord &r) { return r.state == state; });
    };
    if (has(CheckState::Problem) || has(CheckState::Warning))
        return problemFound;
    return has(CheckState::CouldNotTest) || has(CheckState::NotRun) ? couldNotTest : noProblem;
}

} // namespace todoku::cli
