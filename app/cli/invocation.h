// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/exitstatus.h"
#include "core/base/language.h"
#include "core/base/result.h"

#include <QMultiMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <set>

namespace todoku::cli {

/** What was typed, taken apart: the command's words, and its options by name. */
struct Invocation
{
    QStringList words;                   // the command first
    QMultiMap<QString, QString> options; // name without dashes → value, empty for a flag

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    [[nodiscard]] QString value(const QString &option) const { return options.value(option); }
    /** In the order in which they were given. */
    [[nodiscard]] QStringList values(const QString &option) const;
};

/** Which options a command takes: their names, and whether a value follows. */
struct OptionNames
{
    std::set<QString> flags;
    std::set<QString> withValue;
};

/**
 * Takes @p arguments apart (without the program's name). "--name value", "--name=value", "-h" and
 * "-o FILE" are options; "--" ends them; "-" alone is a word. An unknown option is Malformed.
 */
[[nodiscard]] Result<Invocation> parseInvocation(const QStringList &arguments,
                                                 const OptionNames &names);

/** All options of all commands. */
[[nodiscard]] const OptionNames &knownOptions();

} // namespace todoku::cli
