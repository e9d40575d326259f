// SPDX-License-Identifier: MIT
#include "ui/pages/stepspage.h"

#include "ui/widgets/card.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/roundbutton.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

StepsPage::StepsPage(CaseDesk &desk, QWidget *parent)
    : Page(desk, parent)
    , m_effort(new TextLabel(TextLabel::Role::Lead))
    , m_offer(new Card(Card::Kind::Leading))
    , m_offerText(new TextLabel(TextLabel::Role::Body))
    , m_toResult(new RoundButton(RoundButton::Kind::Primary))
    , m_cards(new QVBoxLayout)
    , m_whyCard(new Card(Card::Kind::Note))
    , m_why(new TextLabel(TextLabel::Role::Body))
    , m_aims(new TextLabel(TextLabel::Role::Body))
    , m_other(new RoundButton(RoundButton::Kind::Link))
    , m_hint(new Card(Card::Kind::Warning))
    , m_hintText(new TextLabel(TextLabel::Role::Body))
    , m_paste(new RoundButton)
{
    body()->insertWidget(0, m_effort);
    auto *offer = new QHBoxLayout;
    offer->addWidget(m_offerText, 1);
    offer->addWidget(m_toResult);
    m_offer->body()->addLayout(offer);
    body()->insertWidget(0, m_offer);

    m_cards->setSpacing(em(0.7));
    body()->addLayout(m_cards);
    m_whyCard->body()->addWidget(m_why);
    m_whyCard->body()->addWidget(m_aims);
    auto *links = new QHBoxLayout;
    links->addWidget(m_other);
    links->addStretch();
    m_whyCard->body()->addLayout(links);
    body()->addWidget(m_whyCard);

    auto *hint = new QHBoxLayout;
    hint->addWidget(m_hintText, 1);
    hint->addWidget(m_paste);
    m_hint->body()->addLayout(hint);
    body()->addWidget(m_hint);
    body()->addStretch();

    connect(m_other, &RoundButton::clicked, this, &StepsPage::listQuestions);
    connect(m_paste, &RoundButton::clicked, this, &StepsPage::pasteWanted);
    connect(m_toResult, &RoundButton::clicked, this, [this] { Q_EMIT stepWanted(Step::Result); });
}

FactId StepsPage::bestQuestion() const
{
    const auto &next = investigation().diagnosis().next;
    const auto best = std::ranges::find(next, FactKind::Question, &NextStep::kind);
    return best == next.end() ? FactId{} : best->fact;
}

void StepsPage::enter()
{
    const bool isKnown = investigation().knowledge().fact(m_current) != nullptr;
    if (!isKnown || investigation().subject().answers.contains(m_current))
        show(bestQuestion());
    else
        refresh();
}

void StepsPage::show(const FactId &fact)
{
    m_current = fact;
    if (!fact.value.isEmpty()) {
        const auto seen = std::ranges::find(m_trail, fact);
        m_place = static_cast<size_t>(seen - m_trail.begin());
        if (seen == m_trail.end())
            m_trail.push_back(fact);
    }
    refresh();
    Q_EMIT headingChanged();
    Q_EMIT footerChanged();
}

void StepsPage::refresh()
{
    const Fact *fact = investigation().knowledge().fact(m_current);
    m_other->setText(tr("Choose &another question"));
    m_paste->setText(tr("&Paste the error mail"));
    m_toResult->setText(tr("See the &result"));
    m_hintText->setText(tr("If an error mail came back, its words would tell more than any "
                           "answer here."));
    const auto &next = investigation().diagnosis().next;
    m_hint->setVisible(!next.empty() && next.front().kind == FactKind::Probe
                       && next.front().fact == FactId{u"error_text"_s});
    showOffer();
    if (fact)
        showQuestion(*fact);
    else
        showEnd();
}

void StepsPage::showOffer()
{
    const Diagnosis &diagnosis = investigation().diagnosis();
    m_offer->setVisible(diagnosis.stop.has_value() && !m_current.value.isEmpty());
    if (!diagnosis.stop || diagnosis.hypotheses.empty())
        return;
    const QString cause = wording().causeTitle(diagnosis.hypotheses.front().cause);
    m_offerText->setText(
        *diagnosis.stop == StopReason::Confident
            ? tr("Enough is known: %1. More answers can only make it surer.").arg(cause)
            : tr("More questions would tell little. The likeliest so far: %1.").arg(cause));
}

void StepsPage::showEnd()
{
    clearLayout(*m_cards);
    m_choices.clear();
    m_effort->hide();
    heading()->setText(tr("There is nothing more to ask"));
    lead()->setText(tr("All questions that could tell the causes apart are answered."));
    m_why->hide();
    m_aims->hide();
}

void StepsPage::showQuestion(const Fact &fact)
{
    m_effort->show();
    m_effort->setText(
        tr("Question %1 · %2")
            .arg(QString::number(m_place + 1), WindowWords::effort(fact.costSeconds)));
    heading()->setText(wording().of(fact.question));
    lead()->setText(wording().of(fact.how));
    showCards(fact);
    showWhy(fact);
}

void StepsPage::showWhy(const Fact &fact)
{
    m_why->setVisible(!fact.why.isEmpty());
    m_why->setText(tr("Why this is asked: %1").arg(wording().of(fact.why)));
    const auto &next = investigation().diagnosis().next;
    const auto step = std::ranges::find(next, fact.id, &NextStep::fact);
    m_aims->setVisible(step != next.end() && !step->tellsApart[0].value.isEmpty());
    if (step == next.end())
        return;
    m_aims->setText(tr("It tells “%1” from “%2”.")
                        .arg(wording().causeTitle(step->tellsApart[0]),
                             wording().causeTitle(step->tellsApart[1])));
}

void StepsPage::addChoice(const QString &value, const QString &title, const QString &text, int key)
{
    constexpr int lastKey = 9;
    auto *card = new ChoiceCard;
    card->setCheckable(true);
    card->setChoice(title, text, key <= lastKey ? QString::number(key) : QString());
    connect(card, &ChoiceCard::clicked, this, [this, value] { choose(value); });
    m_cards->addWidget(card);
    m_choices.emplace_back(card, value);
}

void StepsPage::showCards(const Fact &fact)
{
    clearLayout(*m_cards);
    m_choices.clear();
    int key = 0;
    for (const FactValue &value : fact.values)
        addChoice(value.id, wording().of(value.label), wording().of(value.means), ++key);
    addChoice(unknownAnswer(), tr("I don't know, or cannot do this now"),
              tr("Goes on in another way"), 0);

    const auto &answers = investigation().subject().answers;
    const auto given = answers.find(fact.id);
    for (const auto &[card, value] : m_choices)
        card->setChecked(given != answers.end() && given->second == value);
}

QString StepsPage::hint() const
{
    return canGoNext() ? tr("The keys 1 to 9 choose, 0 is “don't know”.")
                       : tr("Choose an answer, or say that you don't know. Keys 1 to 9, and 0.");
}

bool StepsPage::canGoNext() const
{
    return m_current.value.isEmpty() || investigation().subject().answers.contains(m_current);
}

void StepsPage::choose(const QString &value)
{
    if (m_current.value.isEmpty())
        return;
    investigation().answer(m_current, value);
    advance();
}

void StepsPage::advance()
{
    if (m_place + 1 < m_trail.size()) {
        show(m_trail[m_place + 1]);
        return;
    }
    show(bestQuestion());
    if (m_current.value.isEmpty())
        Q_EMIT done();
}

bool StepsPage::goNext()
{
    if (m_current.value.isEmpty())
        return false;
    if (canGoNext())
        advance();
    return true;
}

bool StepsPage::goBack()
{
    if (m_current.value.isEmpty() && !m_trail.empty()) {
        show(m_trail.back());
        return true;
    }
    if (m_place == 0)
        return false;
    show(m_trail[m_place - 1]);
    return true;
}

bool StepsPage::skip()
{
    choose(unknownAnswer());
    return true;
}

bool StepsPage::takeKey(int key)
{
    if (key == Qt::Key_0) {
        choose(unknownAnswer());
        return true;
    }
    const int index = key - Qt::Key_1;
    const int last = static_cast<int>(m_choices.size()) - 1; // the last one has the key 0
    if (index < 0 || index >= qMin(last, 9))
        return false;
    const QString value = m_choices[static_cast<size_t>(index)].second;
    choose(value); // which makes the choices anew
    return true;
}

void StepsPage::listQuestions()
{
    QMenu menu(this);
    const auto add = [this, &menu](const FactId &fact) {
        QString title = wording().factTitle(fact);
        menu.addAction(title.replace(u'&', "&&"_L1), this, [this, fact] { show(fact); });
    };
    for (const NextStep &step : investigation().diagnosis().next) {
        if (step.kind == FactKind::Question)
            add(step.fact);
    }
    menu.addSection(tr("Answered"));
    for (const auto &[fact, value] : investigation().subject().answers)
        add(fact);
    menu.exec(m_other->mapToGlobal(QPoint(0, m_other->height())));
}

} // namespace todoku
