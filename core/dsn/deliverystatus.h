// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <vector>

namespace todoku {

/** The fields of one recipient in a delivery status report (RFC 3464 section 2.3). */
struct StatusFields
{
    QString finalRecipient;
    QString originalRecipient;
    QString actualRecipient; // X-Actual-Recipient of sendmail
    QString action;
    QString status;
    QString remoteMta;
    QString diagnostic; // without its type
};

/** A delivery status report: message/delivery-status, or the same fields in running text. */
struct DeliveryStatus
{
    QString reportingMta;
    QString originalEnvelopeId;
    std::vector<StatusFields> recipients;
};

/** Reads a report's fields. Tolerates missing empty lines and fields in any order. */
[[nodiscard]] DeliveryStatus readDeliveryStatus(const QString &text);

/** Whether running text holds such fields ("Final-Recipient:" at the start of a line). */
[[nodiscard]] bool holdsDeliveryStatus(const QString &text);

/** What RFC 5965 section 3 reports hold that matters here. */
struct FeedbackReport
{
    QString type;
    QStringList recipients; // Original-Rcpt-To, Removal-Recipient
    QString sourceIp;
    QString reportedDomain;
};

[[nodiscard]] FeedbackReport readFeedbackReport(const QString &text);

} // namespace todoku
