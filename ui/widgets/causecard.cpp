// SPDX-License-Identifier: MIT
#include "ui/widgets/causecard.h"

#include "core/engine/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/causehead.h"
#include "ui/widgets/roundbutton.h"
#include "ui/widgets/textlabel.h"
#include "ui/window/theme.h"

#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace todoku {

static constexpr size_t shownReasons = 4;

CauseCard::CauseCard(const Content &content, QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(content.rank == 1 ? Card::Kind::Leading : Card::Kind::Plain);
    outer->addWidget(card);
    card->body()->addWidget(makeHead(content));

    m_detail = new QWidget;
    auto *detail = new QVBoxLayout(m_detail);
    detail->setContentsMargins(0, 0, 0, 0);
    detail->setSpacing(em(0.5));
    if (const Cause *cause = content.knowledge.cause(content.hypothesis.cause)) {
        detail->addWidget(
            new TextLabel(TextLabel::Role::Lead, content.wording.of(cause->explanation)));
        detail->addWidget(makeReasons(content));
        detail->addWidget(makeAction(content, *cause));
    } else {
        detail->addWidget(new TextLabel(TextLabel::Role::Lead,
                                        content.wording.of(content.knowledge.otherExplanation)));
        detail->addWidget(makeReasons(content));
    }
    m_detail->setVisible(content.isOpen);
    card->body()->addWidget(m_detail);
}

QWidget *CauseCard::makeHead(const Content &content)
{
    const double probability = content.hypothesis.probability;
    const QString title = content.wording.causeTitle(content.hypothesis.cause);

    auto *head = new CauseHead(content.rank, title);
    head->setLikelihood(content.wording.likelihood(probability), shownPercent(probability));
    RoundButton *more = head->more();
    more->setText(content.isOpen ? tr("Less") : tr("More"));
    more->setAccessibleName(tr("Reasons for “%1”").arg(title));
    connect(more, &RoundButton::clicked, this, [this, more] {
        const bool opens = m_detail->isHidden();
        m_detail->setVisible(opens);
        more->setText(opens ? tr("Less") : tr("More"));
    });
    return head;
}

QWidget *CauseCard::makeReason(const Reason &reason, const WindowWords &wording)
{
    const bool isFor = reason.weightDb >= 0;
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(em(0.4));
    grid->setVerticalSpacing(em(0.1));
    auto *sign = new TextLabel(isFor ? TextLabel::Role::Good : TextLabel::Role::Bad,
                               isFor ? u"＋"_s : u"－"_s);
    sign->setAccessibleName(isFor ? tr("For") : tr("Against"));
    sign->setWordWrap(false);
    sign->setAlignment(Qt::AlignTop);
    grid->addWidget(sign, 0, 0);
    grid->addWidget(
        new TextLabel(TextLabel::Role::Body, tr("%1 (%2)").arg(wording.found(reason.observation),
                                                               wording.weight(reason.weightDb))),
        0, 1);
    if (!reason.observation.excerpt.isEmpty())
        grid->addWidget(new TextLabel(TextLabel::Role::Verbatim, reason.observation.excerpt), 1, 1);
    grid->setColumnStretch(1, 1);
    return box;
}

QWidget *CauseCard::makeReasons(const Content &content)
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(em(1));
    grid->setVerticalSpacing(em(0.4));
    const auto &reasons = content.hypothesis.reasons;
    std::vector<QWidget *> rest;
    for (size_t i = 0; i < reasons.size(); ++i) {
        QWidget *reason = makeReason(reasons[i], content.wording);
        grid->addWidget(reason, static_cast<int>(i / 2), static_cast<int>(i % 2), Qt::AlignTop);
        if (i >= shownReasons) {
            reason->hide();
            rest.push_back(reason);
        }
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    if (rest.empty())
        return box;

    auto *all
        = new RoundButton(RoundButton::Kind::Link, tr("Show all %1 reasons").arg(reasons.size()));
    connect(all, &RoundButton::clicked, this, [all, rest] {
        for (QWidget *reason : rest)
            reason->show();
        all->hide();
    });
    grid->addWidget(all, static_cast<int>(reasons.size()), 0, Qt::AlignLeft);
    return box;
}

QWidget *CauseCard::makeAction(const Content &content, const Cause &cause)
{
    QStringList actors;
    for (const Party party : cause.actors)
        actors.append(content.wording.party(party));
    const QString sentence = content.wording.of(cause.say);

    auto *note = new Card(Card::Kind::Note);
    note->body()->addWidget(
        new TextLabel(TextLabel::Role::Accent, tr("Who can act: %1").arg(actors.join(u", "_s))));
    note->body()->addWidget(new TextLabel(TextLabel::Role::Body, tr("“%1”").arg(sentence)));
    auto *links = new QHBoxLayout;
    auto *copy = new RoundButton(RoundButton::Kind::Link, tr("Copy this sentence"));
    connect(copy, &RoundButton::clicked, this,
            [this, sentence] { Q_EMIT sentenceCopied(sentence); });
    auto *letter = new RoundButton(RoundButton::Kind::Link, tr("Write the letter"));
    connect(letter, &RoundButton::clicked, this, &CauseCard::letterWanted);
    links->addWidget(copy);
    links->addSpacing(em(0.8));
    links->addWidget(letter);
    links->addStretch();
    note->body()->addLayout(links);
    return note;
}

} // namespace todoku
