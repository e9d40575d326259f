// SPDX-License-Identifier: MIT
#include "app/cli/session.h"

#include "core/knowledge/texts.h"
#include "core/probe/landmarks.h"
#include "resources/resources.h"

#include <QFile>
#include <QLocale>

#include <nlohmann/json.hpp>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace todoku::cli {

static Language chosenLanguage(const Invocation &invocation)
{
    const QString chosen = invocation.value(u"lang"_s);
    if (chosen == "ja"_L1)
        return Language::Japanese;
    if (chosen == "en"_L1)
        return Language::English;
    return QLocale::system().language() == QLocale::Japanese ? Language::Japanese
                                                             : Language::English;
}

Session::Session(Invocation invocation)
    : m_invocation(std::move(invocation))
    , m_language(chosenLanguage(m_invocation))
{}

bool Session::loadTables()
{
    const QString directory = knowledgeDirectory();
    const auto keep = [](auto &place) {
        return [&place](auto &&table) { place = std::forward<decltype(table)>(table); };
    };
    const auto loaded = Texts::load(directory, u"cli"_s)
                            .map([&](Texts &&texts) { m_texts = texts.takeAll(); })
                            .and_then([&] { return KnowledgeBase::load(directory); })
                            .map(keep(m_knowledge))
                            .and_then([&] { return BounceTables::load(directory); })
                            .map(keep(m_bounceTables))
                            .and_then([&] { return ReportWords::load(reportWordsDirectory()); })
                            .map(keep(m_reportWords));
    if (!loaded)
        complain(loaded.error().detail);
    return loaded.has_value();
}

std::unique_ptr<NetworkSetup> Session::openNetwork() const
{
    if (!m_invocation.has(u"network"_s)) {
        auto landmarks = loadLandmarks(knowledgeDirectory());
        if (!landmarks) {
            complain(landmarks.error().detail);
            return nullptr;
        }
        return NetworkSetup::real(*std::move(landmarks));
    }
    auto setup
        = readNetworkFile(m_invocation.value(u"network"_s)).and_then([](const NetworkFile &file) {
              return NetworkSetup::fromFile(file);
          });
    if (!setup) {
        complain(setup.error().detail);
        return nullptr;
    }
    return *std::move(setup);
}

std::optional<ProbeList> Session::openProbes() const
{
    auto probes = allProbes(knowledgeDirectory());
    if (!probes) {
        complain(probes.error().detail);
        return std::nullopt;
    }
    return *std::move(probes);
}

std::optional<Budget> Session::budget() const
{
    constexpr double defaultSeconds = 10;
    constexpr double longest = 3600;
    constexpr int stepsInAll = 6;
    double seconds = defaultSeconds;
    if (m_invocation.has(u"timeout"_s)) {
        bool isNumber = false;
        seconds = m_invocation.value(u"timeout"_s).toDouble(&isNumber);
        if (!isNumber || !(seconds > 0) || seconds > longest) {
            complain(text(u"bad_timeout"_s, {m_invocation.value(u"timeout"_s)}));
            return std::nullopt;
        }
    }
    const auto step = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::duration<double>(seconds));
    return Budget(step, Budget::Clock::now() + stepsInAll * step);
}

QString Session::text(const QString &id, const QStringList &arguments) const
{
    return in(filled(m_texts.value(id), arguments));
}

void Session::print(const QString &line) const
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
}

void Session::print(const nlohmann::json &document) const
{
    constexpr int indent = 2;
    const bool isLine = m_invocation.has(u"ndjson"_s);
    // Bytes that are no UTF-8 must not end the output half-way.
    const std::string text
        = document.dump(isLine ? -1 : indent, ' ', false, nlohmann::json::error_handler_t::replace);
    std::fputs((text + '\n').c_str(), stdout);
    if (isLine)
        std::fflush(stdout);
}

void Session::complain(const QString &line) const
{
    // It may quote file names and what foreign files hold.
    std::fputs((u"todoku-cli: "_s + forTerminal(line) + u'\n').toUtf8().constData(), stderr);
}

int Session::refuse(const QString &reason) const
{
    complain(reason);
    complain(text(u"see_help"_s));
    return usageError;
}

Result<QByteArray> readInput(const QString &path, qint64 limit)
{
    QFile file;
    const QString name = path == "-"_L1 ? u"standard input"_s : path;
    bool isOpen = false;
    if (path == "-"_L1) {
        isOpen = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(path);
        isOpen = file.open(QIODevice::ReadOnly);
    }
    if (!isOpen)
        return failure(Error::Kind::Malformed, u"%1: %2"_s.arg(name, file.errorString()));
    QByteArray bytes;
    while (bytes.size() <= limit) {
        constexpr qint64 block = 1 << 20;
        const QByteArray read = file.read(block);
        if (read.isEmpty())
            return bytes;
        bytes += read;
    }
    return failure(Error::Kind::TooLarge, u"%1: is larger than %2 bytes"_s.arg(name).arg(limit));
}

QString forTerminal(const QString &text)
{
    QString shown;
    for (const QChar c : text) {
        const bool isControl
            = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        shown += isControl && c != u'\n' && c != u'\t' ? QChar(QChar::ReplacementCharacter) : c;
    }
    return shown;
}

} // namespace todoku::cli
