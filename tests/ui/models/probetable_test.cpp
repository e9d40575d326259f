// SPDX-License-Identifier: MIT
#include "core/lab/scenario.h"
#include "resources/resources.h"
#include "ui/models/probetable.h"
#include "ui/stage.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

class PlannedChecks : public testing::Test
{
protected:
    PlannedChecks()
        : m_scenario(loadScenario(scenarioDirectory() + u"/blocklisted.json"_s))
        , m_stage(*m_scenario)
        , m_wording(test::knowledge(), Language::English)
    {
        EXPECT_TRUE(m_stage.investigation().add(m_scenario->documents.front()).has_value());
        table.refresh();
    }

    [[nodiscard]] int rowOf(const QString &id) const
    {
        for (int row = 0; row < table.rowCount(); ++row) {
            if (table.probe(row).value == id)
                return row;
        }
        ADD_FAILURE() << qPrintable(id);
        return 0;
    }
    [[nodiscard]] QString cell(int row, ProbeTable::Column column) const
    {
        return table.index(row, column).data().toString().remove(QChar(0x2060));
    }

private:
    Result<Scenario> m_scenario;
    test::Stage m_stage;
    WindowWords m_wording;

protected:
    ProbeTable table{m_stage.investigation(), m_wording};
};

} // namespace

TEST_F(PlannedChecks, ListAllHostsOnceWithoutRepeatingThePurpose)
{
    const int row = rowOf(u"blocklists"_s);

    const QString said = cell(row, ProbeTable::FoundColumn);

    EXPECT_EQ(said.count(u'\n'), 1) << qPrintable(said);
    for (const Contact &contact : table.plan(row).contacts)
        EXPECT_EQ(said.count(contact.host), 1) << qPrintable(contact.host);
    EXPECT_TRUE(said.contains(u"someone else’s"_s)) << qPrintable(said);
}

TEST_F(PlannedChecks, SayWhatTheyWaitForAndNotThatTheyWereNotDone)
{
    const int row = rowOf(u"recipient_smtp"_s);
    ASSERT_TRUE(table.plan(row).obstacle.has_value());

    const QString said = cell(row, ProbeTable::FoundColumn);

    EXPECT_TRUE(said.contains(u"Waits for what DNS says"_s)) << qPrintable(said);
    EXPECT_FALSE(said.contains(u"not checked"_s)) << qPrintable(said);
}

TEST_F(PlannedChecks, TellThePurposeOfEachContactInTheirDetails)
{
    const int row = rowOf(u"local_network"_s);

    const QString details = table.planText(row);

    EXPECT_EQ(details.count(u"→ "_s), static_cast<qsizetype>(table.plan(row).contacts.size()));
    EXPECT_EQ(table.index(row, ProbeTable::FoundColumn).data(Qt::ToolTipRole).toString(), details);
}

TEST_F(PlannedChecks, BringTheTitleIntoTheCellWhereThereIsLittleRoom)
{
    const int row = rowOf(u"recipient_dns"_s);

    table.setNarrow(true);

    EXPECT_TRUE(
        cell(row, ProbeTable::FoundColumn).startsWith(cell(row, ProbeTable::WhatColumn) + u'\n'));
}

} // namespace todoku
