// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "core/dnsbl/blocklist.h"
#include "core/probe/landmarks.h"
#include "resources/resources.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::cli {

namespace {

nlohmann::json localized(const LocalizedText &text)
{
    return {{"ja", text.ja.toStdString()}, {"en", text.en.toStdString()}};
}

// Reads every table there is; the first thing that is wrong ends it.
int check(const Session &session, const QString &directory)
{
    int causes = 0;
    int facts = 0;
    const auto checked
        = KnowledgeBase::load(directory)
              .map([&](const KnowledgeBase &knowledge) {
                  causes = static_cast<int>(knowledge.causes.size());
                  facts = static_cast<int>(knowledge.facts.size());
              })
              .and_then([&] { return BounceTables::load(directory); })
              .and_then([&](const BounceTables &) { return Blocklist::load(directory); })
              .and_then([&](const std::vector<Blocklist> &) { return loadLandmarks(directory); });
    if (!checked) {
        session.complain(checked.error().detail);
        return problemFound;
    }
    session.print(
        session.text(u"knowledge_ok"_s, {QString::number(causes), QString::number(facts)}));
    return noProblem;
}

struct Row
{
    QString id;
    LocalizedText title;
    QString more;
};

std::vector<Row> rowsOf(const KnowledgeBase &knowledge, const QString &table)
{
    std::vector<Row> rows;
    if (table == "causes"_L1) {
        for (const Cause &cause : knowledge.causes) {
            QStringList actors;
            for (const Party party : cause.actors)
                actors.append(partyId(party));
            rows.push_back({cause.id.value, cause.title, actors.join(u',')});
        }
    }
    const bool wantsQuestions = table == "questions"_L1;
    if (wantsQuestions || table == "facts"_L1) {
        for (const Fact &fact : knowledge.facts) {
            QStringList values;
            for (const FactValue &value : fact.values)
                values.append(value.id);
            if (!wantsQuestions || fact.kind == FactKind::Question)
                rows.push_back({fact.id.value, wantsQuestions ? fact.question : fact.title,
                                values.join(u',')});
        }
    }
    if (table == "lists"_L1) {
        for (const Blocklist &list :
             Blocklist::load(knowledgeDirectory()).value_or(std::vector<Blocklist>{}))
            rows.push_back({list.zone, {.ja = list.name, .en = list.name}, {}});
    }
    return rows;
}

int list(const Session &session, const QString &table)
{
    const std::vector<Row> rows = rowsOf(session.knowledge(), table);
    if (rows.empty())
        return session.refuse(session.text(u"unknown_table"_s, {table}));
    nlohmann::json document = nlohmann::json::array();
    for (const Row &row : rows) {
        if (session.invocation().has(u"json"_s))
            document.push_back({{"id", row.id.toStdString()},
                                {"title", localized(row.title)},
                                {"values", row.more.toStdString()}});
        else
            session.print(row.id + u'\t' + session.in(row.title) + u'\t' + row.more);
    }
    if (!document.empty())
        session.print(document);
    return noProblem;
}

} // namespace

int runKnowledge(const Session &session)
{
    const QStringList words = session.invocation().words;
    if (words.value(1) == "check"_L1 && words.size() <= 3)
        return check(session, words.value(2, knowledgeDirectory()));
    if (words.value(1) == "list"_L1 && words.size() == 3)
        return list(session, words.at(2));
    return session.refuse(session.text(u"usage_knowledge"_s));
}

} // namespace todoku::cli
