// SPDX-License-Identifier: MIT
#include "app/gui/options.h"

#include <QCommandLineParser>
#include <QLocale>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace todoku {

static constexpr int usageError = 64; // EX_USAGE of sysexits

[[noreturn]] static void refuse(const QString &reason)
{
    std::fputs(("todoku: "_L1 + reason + u'\n').toUtf8().constData(), stderr);
    std::exit(usageError); // NOLINT(concurrency-mt-unsafe): nothing else runs yet
}

static std::optional<Language> languageFrom(const QString &word)
{
    if (word == "ja"_L1)
        return Language::Japanese;
    if (word == "en"_L1)
        return Language::English;
    return std::nullopt;
}

static std::optional<Appearance> appearanceFrom(const QString &word)
{
    if (word == "auto"_L1)
        return Appearance::Auto;
    if (word == "light"_L1)
        return Appearance::Light;
    if (word == "dark"_L1)
        return Appearance::Dark;
    return std::nullopt;
}

Options readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Finds out why a mail did not arrive, who can fix it, and what to do now."_s);
    const QCommandLineOption lang(u"lang"_s, u"Language of the window."_s, u"ja|en"_s);
    const QCommandLineOption theme(u"theme"_s, u"Colours."_s, u"auto|light|dark"_s);
    const QCommandLineOption network(u"network"_s,
                                     u"Where the live checks lead (a network file)."_s, u"file"_s);
    QCommandLineOption firstPaint(u"exit-after-first-paint"_s);
    firstPaint.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({lang, theme, network, firstPaint});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"file"_s, u"An error mail or a saved case."_s, u"[file]"_s);
    if (!parser.parse(arguments))
        refuse(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();

    Options options;
    const QString environment = qEnvironmentVariable("TODOKU_LANG");
    options.language = languageFrom(parser.isSet(lang) ? parser.value(lang) : environment);
    if (parser.isSet(lang) && !options.language)
        refuse(u"--lang takes ja or en"_s);
    options.appearance = appearanceFrom(parser.value(theme));
    if (parser.isSet(theme) && !options.appearance)
        refuse(u"--theme takes auto, light or dark"_s);
    options.network = parser.value(network);
    options.exitsAfterFirstPaint = parser.isSet(firstPaint);
    options.file = parser.positionalArguments().value(0);
    return options;
}

Language startLanguage(const Options &options)
{
    if (options.language)
        return *options.language;
    return QLocale::system().language() == QLocale::Japanese ? Language::Japanese
                                                             : Language::English;
}

} // namespace todoku
