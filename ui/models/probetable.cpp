// SPDX-License-Identifier: MIT
#include "ui/models/probetable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

ProbeTable::ProbeTable(Investigation &investigation, const WindowWords &wording, QObject *parent)
    : QAbstractTableModel(parent)
    , m_investigation(investigation)
    , m_wording(wording)
{}

void ProbeTable::refresh()
{
    std::vector<Row> rows;
    for (PlannedProbe &plan : m_investigation.plan())
        rows.push_back({.plan = std::move(plan)});
    for (Row &row : rows) {
        for (const ProbeRecord &record : m_investigation.subject().probes) {
            if (record.id == row.plan.id)
                row.record = record;
        }
        row.mark = markOf(row);
    }
    const bool isSameShape = std::ranges::equal(
        rows, m_rows, [](const Row &a, const Row &b) { return a.plan.id == b.plan.id; });
    if (!isSameShape)
        beginResetModel();
    m_rows = std::move(rows);
    if (!isSameShape)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
}

Mark ProbeTable::markOf(const Row &row) const
{
    if (m_investigation.runningProbes().contains(row.plan.id))
        return Mark::Running;
    return row.record ? stateMark(row.record->state) : Mark::Waiting;
}

std::set<ProbeId> ProbeTable::agreed() const
{
    std::set<ProbeId> found;
    for (const Row &row : m_rows) {
        if (!m_declined.contains(row.plan.id))
            found.insert(row.plan.id);
    }
    return found;
}

int ProbeTable::finishedCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [](const Row &row) {
        return row.mark != Mark::Waiting && row.mark != Mark::Running;
    }));
}

const ProbeRecord *ProbeTable::record(int row) const
{
    const bool isThere = row >= 0 && row < rowCount();
    if (!isThere || !m_rows[static_cast<size_t>(row)].record)
        return nullptr;
    return &*m_rows[static_cast<size_t>(row)].record;
}

int ProbeTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProbeTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QString ProbeTable::stateText(const Row &row) const
{
    if (row.mark == Mark::Running)
        return m_wording.word(u"state/running"_s);
    return row.record ? m_wording.state(row.record->state) : m_wording.word(u"state/waiting"_s);
}

// Before anything has run, "was not checked" would be wrong: some of it waits for other checks.
QString ProbeTable::waitText(const Message &obstacle) const
{
    if (obstacle.id == "not_run/no_mx"_L1)
        return tr("Waits for what DNS says");
    if (obstacle.id == "not_run/no_recipient"_L1)
        return tr("Needs the recipient’s address: put in the error mail, or type it in at “What "
                  "is known”");
    if (obstacle.id == "not_run/no_sending_ip"_L1)
        return tr("Needs your own mail address, or an error mail with the sending server’s "
                  "address");
    return m_wording.say(obstacle);
}

static QString hostsOf(const std::vector<Contact> &contacts, bool isThirdParty)
{
    QStringList hosts;
    for (const Contact &contact : contacts) {
        if (contact.isThirdParty == isThirdParty)
            hosts.append(contact.host);
    }
    hosts.removeDuplicates();
    constexpr QChar wordJoiner(0x2060); // keeps a port on the line of its host
    return hosts.join(u", "_s).replace(u':', u":"_s + wordJoiner);
}

QString ProbeTable::planText(const PlannedProbe &plan) const
{
    QStringList lines{m_wording.word(u"probe_purpose/"_s + plan.id.value)};
    if (plan.obstacle)
        lines.append(waitText(*plan.obstacle));
    if (const QString own = hostsOf(plan.contacts, false); !own.isEmpty())
        lines.append(tr("Contacts: %1").arg(own));
    if (const QString others = hostsOf(plan.contacts, true); !others.isEmpty())
        lines.append(tr("Contacts someone else’s servers: %1").arg(others));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ProbeTable::planText(int row) const
{
    const bool isThere = row >= 0 && row < rowCount();
    if (!isThere)
        return {};
    const PlannedProbe &planned = plan(row);
    QStringList lines{m_wording.word(u"probe_purpose/"_s + planned.id.value)};
    if (planned.obstacle)
        lines.append(waitText(*planned.obstacle));
    for (const Contact &contact : planned.contacts) {
        const QString host
            = contact.isThirdParty ? tr("%1 (someone else’s)").arg(contact.host) : contact.host;
        const QString purpose = m_wording.say(contact.purpose);
        lines.append(u"→ "_s + (purpose.isEmpty() ? host : host + u" – "_s + purpose));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ProbeTable::foundText(const Row &row) const
{
    if (row.mark == Mark::Running)
        return row.plan.contacts.empty() ? QString() : row.plan.contacts.front().host;
    return row.record ? m_wording.say(row.record->found) : planText(row.plan);
}

QString ProbeTable::titleText(const Row &row) const
{
    const QString title = m_wording.probeTitle(row.plan.id);
    const bool hasTarget = row.record && !row.record->target.isEmpty();
    return hasTarget ? title + u'\n' + row.record->target : title;
}

QString ProbeTable::timeText(const Row &row)
{
    const bool hasRun = row.record && row.record->startedAt.isValid();
    return hasRun ? WindowWords::duration(row.record->elapsedMs) : QString();
}

QString ProbeTable::text(const Row &row, int column) const
{
    switch (column) {
    case StateColumn:
        return stateText(row);
    case WhatColumn:
        return titleText(row);
    case FoundColumn:
        return m_isNarrow ? titleText(row) + u'\n' + foundText(row) : foundText(row);
    case TimeColumn:
        return timeText(row);
    default:
        return {};
    }
}

void ProbeTable::setNarrow(bool isNarrow)
{
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
}

QVariant ProbeTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == TimeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                            : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::CheckStateRole:
        if (index.column() != StateColumn)
            return {};
        return m_declined.contains(row.plan.id) ? Qt::Unchecked : Qt::Checked;
    case Qt::ToolTipRole:
        return planText(index.row());
    case markRole:
        return static_cast<int>(row.mark);
    default:
        return {};
    }
}

QVariant ProbeTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == TimeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                     : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("Result");
    case WhatColumn:
        return tr("What is checked");
    case FoundColumn:
        return finishedCount() == 0 ? tr("What would be contacted") : tr("What was found");
    case TimeColumn:
        return tr("Time");
    default:
        return {};
    }
}

Qt::ItemFlags ProbeTable::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == StateColumn && !m_investigation.isProbing())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool ProbeTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != StateColumn)
        return false;
    const ProbeId id = probe(index.row());
    if (value.toInt() == Qt::Checked)
        m_declined.erase(id);
    else
        m_declined.insert(id);
    Q_EMIT dataChanged(index, index);
    Q_EMIT agreedChanged();
    return true;
}

} // namespace todoku
