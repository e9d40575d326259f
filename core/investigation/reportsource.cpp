// SPDX-License-Identifier: MIT
#include "core/investigation/reportsource.h"

#include <QSysInfo>

namespace todoku {

static void fill(QString &field, const QString &text)
{
    if (field.isEmpty())
        field = text;
}

static ReportedMail reportedMail(const std::vector<Reading> &readings)
{
    ReportedMail mail;
    for (const Reading &reading : readings) {
        for (const Bounce &bounce : reading.bounces) {
            fill(mail.messageId, bounce.original.messageId);
            fill(mail.reportingMta, bounce.reportingMta);
            for (const RecipientReport &report : bounce.recipients) {
                fill(mail.remoteMta, report.remoteMta);
                if (!report.diagnostic.isEmpty())
                    mail.errors.append(report.diagnostic);
            }
        }
    }
    mail.errors.removeDuplicates();
    return mail;
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
            .mail = reportedMail(investigation.readings()),
            .hostName = QSysInfo::machineHostName()};
}

} // namespace todoku
