// SPDX-License-Identifier: MIT
#include "ui/pages/resultpage.h"

#include "core/engine/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/causecard.h"
#include "ui/widgets/roundbutton.h"
#include "ui/window/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

static constexpr size_t shownCauses = 3;
static constexpr double ruledOutBelow = 0.01;
static constexpr double otherIsLargeFrom = 0.25;
static constexpr double tellingConflictBits = 1; // less comes of chance
static constexpr qsizetype shownRuledOut = 8;

ResultPage::ResultPage(CaseDesk &desk, QWidget *parent)
    : Page(desk, parent)
    , m_parts(new QVBoxLayout)
{
    m_parts->setSpacing(em(0.7));
    body()->addLayout(m_parts);
    body()->addStretch();
}

void ResultPage::refresh()
{
    clearLayout(*m_parts);
    showHeadline();
    if (investigation().evidence().all().empty())
        return;
    showWarning();
    showCauses();
    showNext();
    showRemedies();
    showRuledOut();
}

void ResultPage::addTitle(const QString &text)
{
    m_parts->addWidget(new TextLabel(TextLabel::Role::Title, text));
}

void ResultPage::showHeadline()
{
    const Diagnosis &diagnosis = investigation().diagnosis();
    if (investigation().evidence().all().empty() || diagnosis.hypotheses.empty()) {
        heading()->setText(tr("Nothing is known yet"));
        lead()->setText(tr("Put in the error mail, let the checks run, or answer a question: "
                           "then the likely causes stand here."));
        return;
    }
    const Hypothesis &top = diagnosis.hypotheses.front();
    heading()->setText(wording().causeTitle(top.cause));
    const auto count
        = [&top](auto test) { return std::ranges::count_if(top.reasons, test, &Reason::weightDb); };
    lead()->setText(tr("%1 – reasons for: %2, against: %3")
                        .arg(wording().likelihood(top.probability))
                        .arg(count([](double db) { return db > 0; }))
                        .arg(count([](double db) { return db < 0; })));
}

void ResultPage::showWarning()
{
    const Diagnosis &diagnosis = investigation().diagnosis();
    if (diagnosis.urgent) {
        auto *card = new Card(Card::Kind::Danger);
        card->body()->addWidget(
            new TextLabel(TextLabel::Role::Bad, tr("Do this first: make sure nobody else uses "
                                                   "this mail account")));
        const Cause *cause = investigation().knowledge().cause(*diagnosis.urgent);
        if (cause)
            card->body()->addWidget(
                new TextLabel(TextLabel::Role::Body, wording().of(cause->explanation)));
        m_parts->addWidget(card);
    }
    if (diagnosis.other >= otherIsLargeFrom) {
        auto *card = new Card(Card::Kind::Warning);
        card->body()->addWidget(
            new TextLabel(TextLabel::Role::Warning, tr("It may be something that this program "
                                                       "does not know")));
        card->body()->addWidget(new TextLabel(
            TextLabel::Role::Body, wording().of(investigation().knowledge().otherExplanation)));
        m_parts->addWidget(card);
    }
    if (diagnosis.conflictBits > tellingConflictBits) {
        auto *card = new Card(Card::Kind::Warning);
        card->body()->addWidget(new TextLabel(TextLabel::Role::Warning,
                                              tr("Some findings do not go together. Please look "
                                                 "over the answers once more.")));
        m_parts->addWidget(card);
    }
}

void ResultPage::showCauses()
{
    const auto &hypotheses = investigation().diagnosis().hypotheses;
    for (size_t i = 0; i < qMin(shownCauses, hypotheses.size()); ++i) {
        auto *card = new CauseCard({.hypothesis = hypotheses[i],
                                    .knowledge = investigation().knowledge(),
                                    .wording = wording(),
                                    .rank = static_cast<int>(i) + 1,
                                    .isOpen = i == 0});
        connect(card, &CauseCard::sentenceCopied, this, [this](const QString &sentence) {
            QGuiApplication::clipboard()->setText(sentence);
            Q_EMIT announced(tr("Copied"));
        });
        connect(card, &CauseCard::letterWanted, this, [this] { Q_EMIT stepWanted(Step::Report); });
        m_parts->addWidget(card);
    }
}

void ResultPage::showNext()
{
    const Diagnosis &diagnosis = investigation().diagnosis();
    if (diagnosis.next.empty())
        return;
    const NextStep &step = diagnosis.next.front();
    auto *card = new Card(Card::Kind::Note);
    QString text = tr("What would settle it: %1 (%2).")
                       .arg(wording().factTitle(step.fact), WindowWords::effort(step.costSeconds));
    if (!step.tellsApart[0].value.isEmpty())
        text += u' '
                + tr("It tells “%1” from “%2”.")
                      .arg(wording().causeTitle(step.tellsApart[0]),
                           wording().causeTitle(step.tellsApart[1]));
    card->body()->addWidget(new TextLabel(TextLabel::Role::Body, text));
    auto *go = new RoundButton(RoundButton::Kind::Link, tr("Do this now"));
    connect(go, &RoundButton::clicked, this, [this, step] {
        if (step.kind == FactKind::Question)
            Q_EMIT questionWanted(step.fact);
        else
            Q_EMIT stepWanted(step.fact == FactId{u"error_text"_s} ? Step::Start : Step::LiveCheck);
    });
    card->body()->addWidget(go, 0, Qt::AlignLeft);
    m_parts->addWidget(card);
}

void ResultPage::showRemedies()
{
    const auto &hypotheses = investigation().diagnosis().hypotheses;
    const Cause *top = hypotheses.empty()
                           ? nullptr
                           : investigation().knowledge().cause(hypotheses.front().cause);
    if (!top || top->remedies.empty())
        return;
    addTitle(tr("What to do"));
    for (const RemedyId &id : top->remedies) {
        if (const Remedy *remedy = investigation().knowledge().remedy(id))
            showRemedy(*remedy);
    }
}

void ResultPage::showRemedy(const Remedy &remedy)
{
    auto *card = new Card(Card::Kind::Plain);
    card->body()->addWidget(new TextLabel(TextLabel::Role::Title, wording().of(remedy.title)));
    card->body()->addWidget(new TextLabel(
        TextLabel::Role::Small,
        tr("%1 · %2").arg(wording().party(remedy.party), WindowWords::effort(remedy.costSeconds))));
    auto *steps = new QGridLayout;
    steps->setColumnStretch(1, 1);
    steps->setHorizontalSpacing(em(0.5));
    for (int i = 0; i < static_cast<int>(remedy.steps.size()); ++i) {
        const QString text = wording().of(remedy.steps[static_cast<size_t>(i)]);
        auto *box = new QCheckBox;
        box->setAccessibleName(text);
        const std::pair key{remedy.id.value, i};
        box->setChecked(m_ticked.contains(key));
        connect(box, &QCheckBox::toggled, this, [this, key](bool isOn) {
            if (isOn)
                m_ticked.insert(key);
            else
                m_ticked.erase(key);
        });
        steps->addWidget(box, i, 0, Qt::AlignTop);
        steps->addWidget(new TextLabel(TextLabel::Role::Body, text), i, 1);
    }
    card->body()->addLayout(steps);

    const auto &outcomes = investigation().subject().remedies;
    const auto tried = std::ranges::find(outcomes, remedy.id, &RemedyOutcome::id);
    auto *row = new QHBoxLayout;
    auto *asked = new TextLabel(TextLabel::Role::Body, tr("Did mail arrive after this?"));
    asked->setWordWrap(false);
    row->addWidget(asked);
    for (const bool isFixed : {true, false}) {
        auto *button = new RoundButton(RoundButton::Kind::Plain, isFixed ? tr("Yes") : tr("No"));
        button->setCheckable(true);
        button->setChecked(tried != outcomes.end() && tried->isFixed == isFixed);
        connect(button, &RoundButton::clicked, this,
                [this, id = remedy.id, isFixed] { investigation().setRemedyOutcome(id, isFixed); });
        row->addWidget(button);
    }
    row->addStretch();
    card->body()->addLayout(row);
    m_parts->addWidget(card);
}

void ResultPage::showRuledOut()
{
    QStringList names;
    for (const Hypothesis &hypothesis : investigation().diagnosis().hypotheses) {
        if (hypothesis.probability < ruledOutBelow)
            names.append(wording().causeTitle(hypothesis.cause));
    }
    if (names.isEmpty())
        return;
    addTitle(tr("Hardly possible any more"));
    const qsizetype rest = names.size() - shownRuledOut;
    QString text = names.mid(0, shownRuledOut).join(u" · "_s);
    if (rest > 0)
        text += u" · "_s + tr("and %1 more").arg(rest);
    m_parts->addWidget(new TextLabel(TextLabel::Role::Lead, text));
}

QString ResultPage::hint() const
{
    return tr("When you have tried a fix, say whether mail arrived.");
}

} // namespace todoku
