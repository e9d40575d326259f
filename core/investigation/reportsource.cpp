// SPDX-License-Identifier: MIT
#include "core/investigation/reportsource.h"

#include <QSysInfo>

namespace todoku {

static ReportedMail mailOf(const std::vector<Reading> &readings)
{
    std::vector<Bounce> bounces;
    for (const Reading &reading : readings)
        bounces.insert(bounces.end(), reading.bounces.begin(), reading.bounces.end());
    return reportedMail(bounces);
}

ReportSource reportSource(const Investigation &investigation,
                          const ReportWords &words,
                          const QDateTime &now)
{
    return {.subject = investigation.subject(),
            .evidence = investigation.evidence(),
            .knowledge = investigation.knowledge(),
            .diagnosis = investigation.diagnosis(),
            .words = words,
            .now = now,
            .mail = mailOf(investigation.readings()),
            .hostName = QSysInfo::machineHostName()};
}

} // namespace todoku
