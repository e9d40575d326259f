// SPDX-License-Identifier: MIT
#include "ui/models/probetable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

static constexpr size_t shownContacts = 3;

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

QString ProbeTable::planText(const PlannedProbe &plan, size_t contactLimit) const
{
    QStringList lines{m_wording.word(u"probe_purpose/"_s + plan.id.value)};
    if (plan.obstacle)
        lines.append(m_wording.say(*plan.obstacle));
    if (plan.asksThirdParty)
        lines.append(tr("Asks someone else's server:"));
    for (size_t i = 0; i < qMin(contactLimit, plan.contacts.size()); ++i) {
        const QString purpose = m_wording.say(plan.contacts[i].purpose);
        const QString &host = plan.contacts[i].host;
        lines.append(u"→ "_s + (purpose.isEmpty() ? host : host + u" – "_s + purpose));
    }
    if (plan.contacts.size() > contactLimit)
        lines.append(tr("→ and %1 more; choose the row to see them")
                         .arg(plan.contacts.size() - contactLimit));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ProbeTable::planText(int row) const
{
    const bool isThere = row >= 0 && row < rowCount();
    return isThere ? planText(plan(row), plan(row).contacts.size()) : QString();
}

QString ProbeTable::foundText(const Row &row) const
{
    if (row.mark == Mark::Running)
        return row.plan.contacts.empty() ? QString() : row.plan.contacts.front().host;
    return row.record ? m_wording.say(row.record->found) : planText(row.plan, shownContacts);
}

QString ProbeTable::text(const Row &row, int column) const
{
    switch (column) {
    case StateColumn:
        return stateText(row);
    case WhatColumn: {
        const QString title = m_wording.probeTitle(row.plan.id);
        const bool hasTarget = row.record && !row.record->target.isEmpty();
        return hasTarget ? title + u'\n' + row.record->target : title;
    }
    case FoundColumn:
        return foundText(row);
    case TimeColumn: {
        const bool hasRun = row.record && row.record->startedAt.isValid();
        return hasRun ? WindowWords::duration(row.record->elapsedMs) : QString();
    }
    default:
        return {};
    }
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
        return tr("What is contacted, and what was found");
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
