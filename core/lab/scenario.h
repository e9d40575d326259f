// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/language.h"
#include "core/base/result.h"
#include "core/evidence/case.h"
#include "core/knowledge/party.h"
#include "core/lab/labserver.h"

#include <map>
#include <set>
#include <vector>

namespace todoku {

/** A zone that the practice network's name server answers for. */
struct LabZone
{
    QString origin;
    QByteArray records; // master-file text (RFC 1035 section 5), relative to the origin

    /** With its $ORIGIN line, so that several zones can stand behind each other. */
    [[nodiscard]] QByteArray toMasterFile() const;
    friend bool operator==(const LabZone &, const LabZone &) = default;
};

/** Someone in the story. */
struct LabPerson
{
    QString address;
    LocalizedText role;

    friend bool operator==(const LabPerson &, const LabPerson &) = default;
};

/** A delivery that failed, with everything around it: what practice and tests diagnose. */
struct Scenario
{
    QString id; // the name of its file
    LocalizedText title;
    LocalizedText story;
    std::vector<LabPerson> people;

    Incident incident;
    std::vector<Document> documents; // what the user holds

    std::vector<LabZone> zones;
    std::vector<LabServer> servers;
    QHostAddress ownAddress; // the user's line, as servers see it
    QStringList reachability;
    QStringList unreachable; // subnets that swallow what is sent to them

    std::map<FactId, QString> answers; // what this user would answer; "unknown" to the rest
    std::vector<CauseId> causes;       // what is really wrong
    std::set<Party> actors;            // who can put it right
};

struct ScenarioInfo
{
    QString id;
    QString path;
    LocalizedText title;
    LocalizedText story;
};

/** Reads one scenario, schema todoku-scenario/1; the Error names file, JSON path and reason. */
[[nodiscard]] Result<Scenario> loadScenario(const QString &path);

/** The scenarios of a folder by their names; files that cannot be read are left out. */
[[nodiscard]] std::vector<ScenarioInfo> listScenarios(const QString &directory);

} // namespace todoku
