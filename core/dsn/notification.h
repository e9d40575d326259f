// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/patterntable.h"
#include "core/mail/message.h"

#include <QByteArray>
#include <QString>

namespace todoku {

/** The parts of a mail that came back, by what they are for. */
struct Notification
{
    QString text;           // for people, up to where the original is quoted
    QString statusReport;   // message/delivery-status, all of them joined
    QString feedbackReport; // message/feedback-report
    bool hasStatusReport = false;
    bool hasFeedbackReport = false;
    Headers original; // of the mail that was sent
    QByteArray originalHeader;
    const MimePart *enclosed = nullptr; // the message/rfc822 part's message, if there is one
};

/** Sorts the parts of @p message. The result points into it. */
[[nodiscard]] Notification readNotification(const MimePart &message, const PatternTable &patterns);

} // namespace todoku
