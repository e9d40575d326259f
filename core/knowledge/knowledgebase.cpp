// SPDX-License-Identifier: MIT
#include "core/knowledge/knowledgebase.h"

#include "core/knowledge/tables.h"
#include "core/knowledge/texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

std::optional<size_t> Fact::indexOf(const QString &value) const
{
    const auto found = std::ranges::find(values, value, &FactValue::id);
    if (found == values.end())
        return std::nullopt;
    return static_cast<size_t>(found - values.begin());
}

const Grades *Cause::gradesOf(const FactId &fact) const
{
    const auto found = std::ranges::find(grades, fact, &Grades::fact);
    return found == grades.end() ? nullptr : &*found;
}

template<typename Row, typename IdType>
static const Row *findRow(const std::vector<Row> &rows, const IdType &id)
{
    const auto found = std::ranges::find(rows, id, &Row::id);
    return found == rows.end() ? nullptr : &*found;
}

static Result<> addFactTexts(const QString &directory, std::vector<Fact> &facts)
{
    auto texts = Texts::load(directory, u"facts"_s);
    if (!texts)
        return tl::unexpected(texts.error());
    for (Fact &fact : facts) {
        const QString id = fact.id.value + u'/';
        fact.title = texts->take(id + u"title"_s);
        if (fact.kind == FactKind::Detail)
            continue;
        fact.question = texts->take(id + u"question"_s);
        fact.how = texts->take(id + u"how"_s);
        fact.why = texts->take(id + u"why"_s);
        for (FactValue &value : fact.values) {
            const QString path = id + u"values/"_s + value.id + u'/';
            value.label = texts->take(path + u"label"_s);
            value.means = texts->take(path + u"means"_s);
            value.found = texts->take(path + u"found"_s);
        }
    }
    if (const auto problem = texts->problem())
        return tl::unexpected(*problem);
    return {};
}

static Result<> addCauseTexts(const QString &directory, KnowledgeBase &knowledge)
{
    auto texts = Texts::load(directory, u"causes"_s);
    if (!texts)
        return tl::unexpected(texts.error());
    for (Cause &cause : knowledge.causes) {
        cause.title = texts->take(cause.id.value + u"/title"_s);
        cause.explanation = texts->take(cause.id.value + u"/explanation"_s);
        cause.say = texts->take(cause.id.value + u"/say"_s);
    }
    knowledge.otherTitle = texts->take(u"other/title"_s);
    knowledge.otherExplanation = texts->take(u"other/explanation"_s);
    knowledge.otherSay = texts->take(u"other/say"_s);
    if (const auto problem = texts->problem())
        return tl::unexpected(*problem);
    return {};
}

static Result<> addRemedyTexts(const QString &directory, std::vector<Remedy> &remedies)
{
    auto texts = Texts::load(directory, u"remedies"_s);
    if (!texts)
        return tl::unexpected(texts.error());
    for (Remedy &remedy : remedies) {
        remedy.title = texts->take(remedy.id.value + u"/title"_s);
        remedy.steps = texts->takeList(remedy.id.value + u"/steps"_s);
    }
    if (const auto problem = texts->problem())
        return tl::unexpected(*problem);
    return {};
}

static Result<> addSentences(const QString &directory, KnowledgeBase &knowledge)
{
    auto messages = Texts::load(directory, u"messages"_s);
    if (!messages)
        return tl::unexpected(messages.error());
    auto words = Texts::load(directory, u"words"_s);
    if (!words)
        return tl::unexpected(words.error());
    knowledge.messages = messages->takeAll();
    knowledge.words = words->takeAll();
    return {};
}

Result<KnowledgeBase> KnowledgeBase::load(const QString &directory)
{
    KnowledgeBase knowledge;
    const auto keep = [](auto &place) {
        return [&place](auto &&table) { place = std::forward<decltype(table)>(table); };
    };
    const QString at = directory + u'/';
    return readModelTable(at + u"model.json"_s)
        .map(keep(knowledge.model))
        .and_then([&] { return readFactTable(at + u"facts.json"_s); })
        .map(keep(knowledge.facts))
        .and_then([&] { return readRemedyTable(at + u"remedies.json"_s); })
        .map(keep(knowledge.remedies))
        .and_then([&] {
            return readCauseTable(at + u"causes.json"_s, knowledge.facts, knowledge.remedies);
        })
        .map(keep(knowledge.causes))
        .and_then([&] { return addFactTexts(directory, knowledge.facts); })
        .and_then([&] { return addCauseTexts(directory, knowledge); })
        .and_then([&] { return addRemedyTexts(directory, knowledge.remedies); })
        .and_then([&] { return addSentences(directory, knowledge); })
        .and_then([&]() -> Result<KnowledgeBase> {
            if (!knowledge.cause(knowledge.model.urgentCause))
                return failure(Error::Kind::Malformed,
                               at + u"model.json: /urgent/cause is not a cause"_s);
            return std::move(knowledge);
        });
}

const Fact *KnowledgeBase::fact(const FactId &id) const
{
    return findRow(facts, id);
}

const Cause *KnowledgeBase::cause(const CauseId &id) const
{
    return findRow(causes, id);
}

const Remedy *KnowledgeBase::remedy(const RemedyId &id) const
{
    return findRow(remedies, id);
}

// All markers at once, so that an argument that holds "%1" itself stays as it is.
static QString filled(const QString &text, const QStringList &arguments)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isMarker = text.at(i) == u'%' && i + 1 < text.size() && text.at(i + 1).isDigit();
        if (!isMarker) {
            out += text.at(i);
            continue;
        }
        out += arguments.value(text.at(++i).digitValue() - 1);
    }
    return out;
}

LocalizedText filled(const LocalizedText &text, const QStringList &arguments)
{
    return {.ja = filled(text.ja, arguments), .en = filled(text.en, arguments)};
}

LocalizedText KnowledgeBase::say(const Message &message) const
{
    return filled(messages.value(message.id), message.arguments);
}

LocalizedText KnowledgeBase::word(const QString &id) const
{
    return words.value(id);
}

} // namespace todoku
