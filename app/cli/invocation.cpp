// SPDX-License-Identifier: MIT
#include "app/cli/invocation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku::cli {

QStringList Invocation::values(const QString &option) const
{
    QStringList found = options.values(option); // the last one given comes first
    std::ranges::reverse(found);
    return found;
}

Result<Invocation> parseInvocation(const QStringList &arguments, const OptionNames &names)
{
    Invocation invocation;
    bool isAfterDashes = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (isAfterDashes || argument == "-"_L1 || !argument.startsWith(u'-')) {
            invocation.words.append(argument);
            continue;
        }
        if (argument == "--"_L1) {
            isAfterDashes = true;
            continue;
        }
        const QString name = argument.section(u'=', 0, 0).mid(argument.startsWith("--"_L1) ? 2 : 1);
        const bool hasValue = argument.contains(u'=');
        if (names.flags.contains(name) && !hasValue) {
            invocation.options.insert(name, {});
        } else if (names.withValue.contains(name) && hasValue) {
            invocation.options.insert(name, argument.section(u'=', 1));
        } else if (names.withValue.contains(name) && i + 1 < arguments.size()) {
            invocation.options.insert(name, arguments.at(++i));
        } else {
            return failure(Error::Kind::Malformed, argument);
        }
    }
    return invocation;
}

const OptionNames &knownOptions()
{
    static const OptionNames names{
        .flags = {u"json"_s, u"ndjson"_s, u"list"_s, u"yes"_s, u"verbose"_s, u"version"_s,
                  u"help"_s, u"h"_s, u"check"_s, u"all"_s},
        .withValue
        = {u"lang"_s, u"network"_s, u"timeout"_s, u"from"_s, u"to"_s, u"bounce"_s, u"message"_s,
           u"answer"_s, u"save"_s, u"report"_s, u"format"_s, u"redact"_s, u"o"_s},
    };
    return names;
}

} // namespace todoku::cli
