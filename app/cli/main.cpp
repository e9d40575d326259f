// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"

#include <QCoreApplication>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace todoku::cli {

static int run(const Session &session)
{
    using Command = int (*)(const Session &);
    constexpr std::array<std::pair<QLatin1StringView, Command>, 7> commands{{
        {"bounce"_L1, runBounce},
        {"check"_L1, runCheck},
        {"diagnose"_L1, runDiagnose},
        {"investigate"_L1, runInvestigate},
        {"report"_L1, runReport},
        {"lab"_L1, runLab},
        {"knowledge"_L1, runKnowledge},
    }};
    const Invocation &invocation = session.invocation();
    if (invocation.has(u"help"_s) || invocation.has(u"h"_s)) {
        session.print(session.text(u"help"_s));
        return noProblem;
    }
    if (invocation.words.isEmpty())
        return session.refuse(session.text(u"no_command"_s));
    for (const auto &[name, command] : commands) {
        if (invocation.words.front() == name)
            return command(session);
    }
    return session.refuse(session.text(u"unknown_command"_s, {invocation.words.front()}));
}

} // namespace todoku::cli

int main(int argc, char *argv[])
{
    using namespace todoku::cli;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"todoku"_s);

    auto invocation = parseInvocation(QCoreApplication::arguments().mid(1), knownOptions());
    const bool isUnderstood = invocation.has_value();
    // Said before any table is read: it must answer even where they are broken.
    if (isUnderstood && invocation->has(u"version"_s)) {
        std::puts("todoku-cli " TODOKU_VERSION);
        return noProblem;
    }
    Session session(isUnderstood ? *std::move(invocation) : Invocation{});
    if (!session.loadTables())
        return internalError;
    if (!isUnderstood)
        return session.refuse(session.text(u"bad_option"_s, {invocation.error().detail}));
    const QString language = session.invocation().value(u"lang"_s);
    if (session.invocation().has(u"lang"_s) && language != "ja"_L1 && language != "en"_L1)
        return session.refuse(session.text(u"bad_language"_s, {language}));
    return run(session);
}
