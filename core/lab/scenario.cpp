// SPDX-License-Identifier: MIT
#include "core/lab/scenario.h"

#include "core/lab/scenarioreader.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace todoku {

QByteArray LabZone::toMasterFile() const
{
    return "$ORIGIN " + origin.toLatin1() + ".\n$TTL 300\n" + records + '\n';
}

Result<Scenario> loadScenario(const QString &path)
{
    constexpr qint64 maxSize = 1024LL * 1024;
    const JsonPlace root = JsonPlace::readFile(path, maxSize);
    Scenario scenario = readScenario(root);
    if (const auto problem = root.problem())
        return tl::unexpected(*problem);
    scenario.id = QFileInfo(path).completeBaseName();
    return scenario;
}

std::vector<ScenarioInfo> listScenarios(const QString &directory)
{
    std::vector<ScenarioInfo> found;
    const QDir folder(directory);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString path = folder.filePath(name);
        auto scenario = loadScenario(path);
        if (scenario)
            found.push_back({.id = scenario->id,
                             .path = path,
                             .title = std::move(scenario->title),
                             .story = std::move(scenario->story)});
    }
    return found;
}

} // namespace todoku
