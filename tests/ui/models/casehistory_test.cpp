// SPDX-License-Identifier: MIT
#include "ui/models/casehistory.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

static Case withSender(const QString &sender)
{
    return {.incident = {.sender = sender}};
}

TEST(CaseHistory, HasNothingToUndoAtTheStart)
{
    CaseHistory history;
    history.start(withSender(u"a@example.jp"_s));

    EXPECT_FALSE(history.canUndo());
    EXPECT_FALSE(history.undo().has_value());
}

TEST(CaseHistory, TakesTypingInOneFieldAsOneStep)
{
    CaseHistory history;
    history.start({});
    history.note(withSender(u"a"_s));
    history.note(withSender(u"ab"_s));

    const auto before = history.undo();

    ASSERT_TRUE(before.has_value());
    EXPECT_EQ(before->incident.sender, QString());
    EXPECT_FALSE(history.canUndo());
}

TEST(CaseHistory, KeepsWhatChecksSawOnUndo)
{
    CaseHistory history;
    history.start({});
    Case subject = withSender(u"a@example.jp"_s);
    history.note(subject);
    subject.probes.push_back({.id = {u"blocklists"_s}});
    history.note(subject);

    const auto before = history.undo();

    ASSERT_TRUE(before.has_value());
    EXPECT_EQ(before->probes.size(), 1U);
    EXPECT_TRUE(before->incident.sender.isEmpty());
}

TEST(CaseHistory, RedoesWhatWasUndone)
{
    CaseHistory history;
    history.start({});
    history.note({.answers = {{FactId{u"sent_from"_s}, u"client"_s}}});
    (void)history.undo();

    const auto after = history.redo();

    ASSERT_TRUE(after.has_value());
    EXPECT_EQ(after->answers.size(), 1U);
    EXPECT_FALSE(history.canRedo());
}

TEST(CaseHistory, ForgetsWhatWasUndoneAfterSomethingNew)
{
    CaseHistory history;
    history.start({});
    history.note({.note = u"one"_s});
    (void)history.undo();

    history.note({.note = u"two"_s});

    EXPECT_FALSE(history.canRedo());
}

} // namespace todoku
