// SPDX-License-Identifier: MIT
#include "ui/pages/startpage.h"

#include "ui/widgets/choicecard.h"
#include "ui/widgets/dropbox.h"
#include "ui/widgets/roundbutton.h"
#include "ui/window/theme.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

struct Door
{
    QLatin1String symptom;
    QLatin1String fact; // what it says beyond doubt
    QLatin1String value;
};

constexpr std::array doors{
    Door{"silent"_L1, "send_result"_L1, "silent"_L1},
    Door{"client_error"_L1, "send_result"_L1, "client_error"_L1},
    Door{"incoming"_L1, {}, {}},
    Door{"webform"_L1, "sent_from"_L1, "webform"_L1},
    Door{"backscatter"_L1, "hijack_signs"_L1, "hijack"_L1},
};

} // namespace

StartPage::StartPage(CaseDesk &desk, QWidget *parent)
    : Page(desk, parent)
    , m_drop(new DropBox)
    , m_open(new RoundButton)
    , m_paste(new RoundButton)
{
    body()->addWidget(m_drop);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_paste);
    buttons->addStretch();
    body()->addLayout(buttons);

    auto *grid = new QGridLayout;
    grid->setSpacing(em(0.7));
    for (size_t door = 0; door < doorCount; ++door) {
        auto *card = new ChoiceCard;
        connect(card, &ChoiceCard::clicked, this, [this, door] { choose(door); });
        grid->addWidget(card, static_cast<int>(door / 2), static_cast<int>(door % 2));
        m_doors[door] = card;
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    body()->addLayout(grid);
    body()->addStretch();

    connect(m_drop, &DropBox::clicked, this, &StartPage::fileWanted);
    connect(m_drop, &DropBox::taken, this, &StartPage::documentTaken);
    connect(m_drop, &DropBox::refused, this, &StartPage::documentRefused);
    connect(m_open, &RoundButton::clicked, this, &StartPage::fileWanted);
    connect(m_paste, &RoundButton::clicked, this, &StartPage::pasteWanted);
}

void StartPage::refresh()
{
    heading()->setText(tr("What happened to your mail?"));
    lead()->setText(tr("If an error mail came back, putting it here is the shortest way. "
                       "It is read on this PC only."));
    m_drop->setWords(tr("Drop the error mail here, or paste it (Ctrl+V)"),
                     tr(".eml, .msg or the copied text – as it came, in any language"));
    m_open->setText(tr("&Open a file…"));
    m_paste->setText(tr("&Paste"));

    const std::array<std::pair<QString, QString>, doorCount> words{{
        {tr("No error came back, yet it did not arrive"), tr("The recipient says it is not there")},
        {tr("An error shows when I send"), tr("Also if it stays in the outbox")},
        {tr("Someone's mail does not reach us"), tr("We are the ones who receive")},
        {tr("Mail from our web form does not arrive"), tr("WordPress and the like")},
        {tr("Error mails come for mail I did not send"),
         tr("First of all, this looks for a break-in")},
        {tr("Practise"), tr("Made-up cases, no network needed")},
    }};
    const QString symptom = investigation().subject().incident.symptom;
    for (size_t door = 0; door < doorCount; ++door) {
        m_doors[door]->setChoice(words[door].first, words[door].second, QString::number(door + 1));
        m_doors[door]->setCheckable(door < doors.size());
        m_doors[door]->setChecked(door < doors.size() && doors[door].symptom == symptom);
    }
}

QString StartPage::hint() const
{
    return tr("Todoku sends no mail. Keys 1 to 6 choose.");
}

bool StartPage::takeKey(int key)
{
    const int door = key - Qt::Key_1;
    if (door < 0 || door >= static_cast<int>(doorCount))
        return false;
    choose(static_cast<size_t>(door));
    return true;
}

void StartPage::choose(size_t door)
{
    if (door >= doors.size()) {
        Q_EMIT practiceWanted();
        return;
    }
    const Door &chosen = doors[door];
    for (const Door &other : doors) { // another door was taken before: its answer goes
        const auto &answers = investigation().subject().answers;
        const auto given = answers.find(FactId{other.fact});
        if (given != answers.end() && given->second == other.value
            && other.symptom == investigation().subject().incident.symptom)
            investigation().withdraw(FactId{other.fact});
    }
    Incident incident = investigation().subject().incident;
    incident.symptom = chosen.symptom;
    investigation().setIncident(incident);
    if (!chosen.fact.isEmpty())
        investigation().answer(FactId{chosen.fact}, chosen.value);
    Q_EMIT done();
}

} // namespace todoku
