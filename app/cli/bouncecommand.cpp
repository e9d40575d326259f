// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "core/dsn/bouncejson.h"
#include "core/dsn/readbounces.h"

#include <QDir>
#include <QFileInfo>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::cli {

namespace {

constexpr qint64 maxInput = 256LL * 1024 * 1024;

// A Maildir's mails, or the path itself.
QStringList filesAt(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    for (const QString &folder : {u"/new"_s, u"/cur"_s, QString()}) {
        const QDir directory(path + folder);
        if (!directory.exists())
            continue;
        for (const QString &name : directory.entryList(QDir::Files, QDir::Name))
            files.append(directory.filePath(name));
    }
    return files;
}

class BounceCommand
{
public:
    explicit BounceCommand(const Session &session)
        : m_session(session)
    {}

    int run()
    {
        QStringList paths = m_session.invocation().words.mid(1);
        if (paths.isEmpty())
            paths = {u"-"_s};
        for (const QString &path : paths) {
            const QStringList files = filesAt(path);
            if (files.isEmpty())
                fail(path + u": "_s + m_session.text(u"no_mail_inside"_s));
            for (const QString &file : files)
                readFile(file);
        }
        if (m_session.invocation().has(u"json"_s))
            m_session.print(m_array);
        if (m_isUnreadable)
            return inputUnreadable;
        return m_hasProblem ? problemFound : noProblem;
    }

private:
    void fail(const QString &reason)
    {
        m_session.complain(reason);
        m_isUnreadable = true;
    }

    void readFile(const QString &file)
    {
        const auto bytes = readInput(file, maxInput);
        if (!bytes) {
            fail(bytes.error().detail);
            return;
        }
        if (bytes->trimmed().isEmpty()) {
            fail(file + u": "_s + m_session.text(u"empty_input"_s));
            return;
        }
        readBounces(*bytes, m_session.bounceTables(), [&](const Bounce &bounce) {
            take(bounce, file);
            return true;
        });
    }

    void take(const Bounce &bounce, const QString &file)
    {
        m_hasProblem = m_hasProblem || bounce.kind == BounceKind::Bounce
                       || bounce.kind == BounceKind::Delayed;
        const ReasonTable &reasons = m_session.bounceTables().reasons;
        if (m_session.invocation().has(u"json"_s))
            m_array.push_back(toJson(bounce, file, reasons));
        else if (m_session.invocation().has(u"ndjson"_s))
            m_session.print(toJson(bounce, file, reasons));
        else
            show(bounce, file);
    }

    void show(const Bounce &bounce, const QString &file) const
    {
        m_session.print(forTerminal(file) + u": "_s
                        + m_session.text(u"kind/"_s + toWord(bounce.kind)));
        row(u"original_subject"_s, bounce.original.subject);
        row(u"message_id"_s, bounce.original.messageId);
        row(u"reporting_mta"_s, bounce.reportingMta);
        for (const RecipientReport &report : bounce.recipients)
            show(report);
        m_session.print(QString());
    }

    void show(const RecipientReport &report) const
    {
        m_session.print(QString());
        const BounceReason *reason = m_session.bounceTables().reasons.find(report.reason);
        row(u"recipient"_s, report.recipient);
        row(u"original_recipient"_s, report.originalRecipient);
        if (reason)
            row(u"what_happened"_s, m_session.in(reason->title));
        if (reason && !reason->actors.isEmpty())
            row(u"who"_s, actors(*reason));
        if (reason)
            row(u"what_to_do"_s, m_session.in(reason->advice));
        row(u"reply_code"_s, report.replyCode ? QString::number(*report.replyCode) : QString());
        row(u"status"_s, report.status);
        row(u"remote_mta"_s, report.remoteMta);
        if (report.blocklist)
            row(u"blocklist"_s, describe(*report.blocklist));
        row(u"diagnostic"_s, report.diagnostic);
    }

    [[nodiscard]] QString actors(const BounceReason &reason) const
    {
        QStringList names;
        for (const QString &actor : reason.actors)
            names.append(m_session.in(m_session.knowledge().word(u"party/"_s + actor)));
        return names.join(u" / "_s);
    }

    [[nodiscard]] QString describe(const NamedBlocklist &list) const
    {
        const QString name
            = list.value.isEmpty() ? list.name : list.name + u" ("_s + list.value + u')';
        if (list.isResolverFault)
            return m_session.text(u"resolver_fault"_s, {name});
        return list.state == ListState::Retired ? m_session.text(u"retired_list"_s, {name}) : name;
    }

    void row(const QString &label, const QString &value) const
    {
        if (!value.isEmpty())
            m_session.print(u"  "_s + m_session.text(u"label/"_s + label) + u": "_s
                            + forTerminal(value));
    }

    const Session &m_session;
    nlohmann::json m_array = nlohmann::json::array();
    bool m_isUnreadable = false;
    bool m_hasProblem = false;
};

} // namespace

int runBounce(const Session &session)
{
    return BounceCommand(session).run();
}

} // namespace todoku::cli
