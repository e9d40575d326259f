// SPDX-License-Identifier: MIT
#pragma once

#include "core/dsn/bounce.h"
#include "core/dsn/bouncetables.h"
#include "core/dsn/deliverystatus.h"
#include "core/dsn/notification.h"
#include "core/dsn/notificationtext.h"
#include "core/dsn/recipientline.h"

#include <QString>

#include <vector>

namespace todoku {

/** Who failed, from the best source there is: the report's fields, the header, then the words. */
class RecipientReader
{
public:
    RecipientReader(const MimePart &mail,
                    const Notification &notification,
                    const BounceTables &tables);

    [[nodiscard]] std::vector<RecipientReport> read();
    [[nodiscard]] const QString &reportingMta() const { return m_reportingMta; }

private:
    struct Draft
    {
        RecipientReport report;
        QString fieldStatus; // of the Status field
        QString words;
    };

    void readStatusReport();
    [[nodiscard]] QString addressOf(const StatusFields &fields, bool isOnlyOne) const;
    void addReported(const StatusFields &fields, const QString &address);
    void readFailedRecipientsField();
    void readWords();
    void readLastResort();
    void addDraft(const QString &address, const QString &words);
    [[nodiscard]] const TextRecipient *wordsOn(const QString &address) const;
    [[nodiscard]] bool isSender(const QString &address) const;
    void complete(Draft &draft) const;

    const MimePart &m_mail;
    const Notification &m_notification;
    const BounceTables &m_tables;
    std::vector<TextRecipient> m_textRecipients;
    std::vector<Draft> m_drafts;
    QString m_reportingMta;
};

} // namespace todoku
