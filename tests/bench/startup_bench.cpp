// SPDX-License-Identifier: MIT
// From starting a program to its first painted window, and how much memory it took until then:
// todoku beside a bare window, in turns, so that both see the same machine.
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <spawn.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Start
{
    double paintedMs = 0;
    double peakMb = 0;
};

struct Program
{
    const char *name;
    std::vector<std::string> command;
    std::vector<Start> starts;
};

// Comes back at the first octet of standard output, or at its end.
bool waitForOutput(int descriptor)
{
    char octet = 0;
    return read(descriptor, &octet, 1) == 1;
}

std::optional<Start> startOnce(const Program &program)
{
    std::array<int, 2> out{};
    if (pipe(out.data()) != 0)
        return std::nullopt;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, out[0]);
    posix_spawn_file_actions_addclose(&actions, out[1]);
    // Qt says there that the offscreen platform lacks this and that.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<char *> arguments;
    arguments.reserve(program.command.size() + 1);
    for (const std::string &word : program.command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);

    pid_t child = 0;
    const auto begin = Clock::now();
    const int failed
        = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    close(out[1]);
    const bool isPainted = failed == 0 && waitForOutput(out[0]);
    const std::chrono::duration<double, std::milli> took = Clock::now() - begin;
    close(out[0]);
    posix_spawn_file_actions_destroy(&actions);

    int status = 0;
    rusage usage{};
    if (failed != 0 || wait4(child, &status, 0, &usage) != child || status != 0 || !isPainted)
        return std::nullopt;
    constexpr double kilobytesAMegabyte = 1024;
    return Start{.paintedMs = took.count(),
                 .peakMb = static_cast<double>(usage.ru_maxrss) / kilobytesAMegabyte};
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    const size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::vector<double> column(const std::vector<Start> &starts, double Start::*member)
{
    std::vector<double> values;
    values.reserve(starts.size());
    for (const Start &start : starts)
        values.push_back(start.*member);
    return values;
}

void printRow(const Program &program)
{
    const std::vector<double> painted = column(program.starts, &Start::paintedMs);
    std::printf("%-10s %14.1f %10.1f %10.1f %14.1f\n", program.name, median(painted),
                *std::ranges::min_element(painted), *std::ranges::max_element(painted),
                median(column(program.starts, &Start::peakMb)));
}

} // namespace

int main(int argc, char *argv[])
{
    constexpr int enough = 9;
    const int pairs = std::max(enough, argc > 1 ? std::atoi(argv[1]) : 15);
    setenv("QT_QPA_PLATFORM", "offscreen", 1); // NOLINT(concurrency-mt-unsafe): one thread only
    std::array<Program, 2> programs{{
        {.name = "todoku", .command = {TODOKU_PROGRAM, "--exit-after-first-paint"}, .starts = {}},
        {.name = "bare", .command = {TODOKU_BAREAPP}, .starts = {}},
    }};
    for (int i = -1; i < pairs; ++i) { // the first pair warms the file cache and is not counted
        for (Program &program : programs) {
            const auto start = startOnce(program);
            if (!start) {
                std::fprintf(stderr, "%s did not paint a window\n",
                             program.command.front().c_str());
                return EXIT_FAILURE;
            }
            if (i >= 0)
                program.starts.push_back(*start);
        }
    }
    std::printf("%d pairs    first paint ms        min        max    peak RSS MB\n", pairs);
    for (const Program &program : programs)
        printRow(program);
    std::vector<double> differences;
    for (int i = 0; i < pairs; ++i) {
        const auto at = static_cast<size_t>(i);
        differences.push_back(programs[0].starts[at].paintedMs - programs[1].starts[at].paintedMs);
    }
    std::printf("%-10s %14.1f\n", "difference", median(differences));
    return EXIT_SUCCESS;
}
