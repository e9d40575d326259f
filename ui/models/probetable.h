// SPDX-License-Identifier: MIT
#pragma once

#include "core/investigation/investigation.h"
#include "ui/widgets/statemark.h"
#include "ui/window/windowwords.h"

#include <QAbstractTableModel>

#include <optional>
#include <set>

namespace todoku {

/** The live checks as rows: what each would contact, and then what it found. */
class ProbeTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, WhatColumn, FoundColumn, TimeColumn, columnTotal };
    static constexpr int markRole = Qt::UserRole;

    ProbeTable(Investigation &investigation, const WindowWords &wording, QObject *parent = nullptr);

    /** Reads plan and records anew. */
    void refresh();
    /** Says in one cell what else takes several columns. */
    void setNarrow(bool isNarrow);

    [[nodiscard]] std::set<ProbeId> agreed() const;
    [[nodiscard]] int finishedCount() const;
    /** What the check of @p row is for and whom it would contact, in full. */
    [[nodiscard]] QString planText(int row) const;
    /** The record of a row; null while there is none. */
    [[nodiscard]] const ProbeRecord *record(int row) const;
    [[nodiscard]] ProbeId probe(int row) const { return m_rows[static_cast<size_t>(row)].plan.id; }
    [[nodiscard]] const PlannedProbe &plan(int row) const
    {
        return m_rows[static_cast<size_t>(row)].plan;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void agreedChanged();

private:
    struct Row
    {
        PlannedProbe plan;
        Mark mark = Mark::Waiting;
        std::optional<ProbeRecord> record;
    };

    [[nodiscard]] Mark markOf(const Row &row) const;
    [[nodiscard]] QString stateText(const Row &row) const;
    [[nodiscard]] QString foundText(const Row &row) const;
    [[nodiscard]] QString planText(const PlannedProbe &plan) const;
    [[nodiscard]] QString waitText(const Message &obstacle) const;
    [[nodiscard]] QString titleText(const Row &row) const;
    [[nodiscard]] static QString timeText(const Row &row);
    [[nodiscard]] QString text(const Row &row, int column) const;

    Investigation &m_investigation;
    const WindowWords &m_wording;
    std::vector<Row> m_rows;
    std::set<ProbeId> m_declined;
    bool m_isNarrow = false;
};

} // namespace todoku
