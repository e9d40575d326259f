// SPDX-License-Identifier: MIT
#include "core/dsn/bounce.h"
#include "core/report/report.h"

namespace todoku {

static void fill(QString &field, const QString &text)
{
    if (field.isEmpty())
        field = text;
}

ReportedMail reportedMail(std::span<const Bounce> bounces)
{
    ReportedMail mail;
    for (const Bounce &bounce : bounces) {
        if (bounce.kind != BounceKind::Bounce && bounce.kind != BounceKind::Delayed)
            continue; // says nothing of a mail that did not arrive
        fill(mail.messageId, bounce.original.messageId);
        fill(mail.reportingMta, bounce.reportingMta);
        for (const RecipientReport &recipient : bounce.recipients) {
            fill(mail.remoteMta, recipient.remoteMta);
            if (!recipient.diagnostic.isEmpty() && !mail.errors.contains(recipient.diagnostic))
                mail.errors.append(recipient.diagnostic);
        }
    }
    return mail;
}

} // namespace todoku
