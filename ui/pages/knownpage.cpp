// SPDX-License-Identifier: MIT
#include "ui/pages/knownpage.h"

#include "ui/widgets/card.h"
#include "ui/widgets/roundbutton.h"
#include "ui/window/theme.h"

#include <QGridLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace todoku {

static constexpr std::array incidentFields{&Incident::sender, &Incident::recipient,
                                           &Incident::sentAt, &Incident::subject};

KnownPage::KnownPage(CaseDesk &desk, QWidget *parent)
    : Page(desk, parent)
    , m_read(new QVBoxLayout)
{
    auto *card = new Card(Card::Kind::Plain);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(em(1));
    grid->setVerticalSpacing(em(0.7));
    for (size_t field = 0; field < fieldCount; ++field) {
        m_labels[field] = new QLabel;
        m_fields[field] = new QLineEdit;
        m_fields[field]->setMinimumHeight(em(2));
        m_labels[field]->setBuddy(m_fields[field]);
        const int row = static_cast<int>(field);
        grid->addWidget(m_labels[field], row, 0);
        grid->addWidget(m_fields[field], row, 1);
        connect(m_fields[field], &QLineEdit::textEdited, this,
                [this, field](const QString &text) { store(field, text); });
    }
    grid->setColumnStretch(1, 1);
    card->body()->addLayout(grid);
    body()->addWidget(card);
    m_read->setSpacing(em(0.5));
    body()->addLayout(m_read);
    body()->addStretch();
}

void KnownPage::store(size_t field, const QString &text)
{
    Incident incident = investigation().subject().incident;
    incident.*incidentFields[field] = text;
    investigation().setIncident(incident);
}

void KnownPage::refresh()
{
    heading()->setText(tr("What is known about the mail"));
    lead()->setText(tr("Fill in what you know. What an error mail says is here already; "
                       "please look it over."));
    const std::array<QString, fieldCount> names{tr("&Sender"), tr("&Recipient"), tr("Sent &when"),
                                                tr("S&ubject")};
    const std::array<QString, fieldCount> examples{u"keiri@example.jp"_s, u"suzuki@example.com"_s,
                                                   u"2026-11-22 10:15"_s, QString()};
    for (size_t field = 0; field < fieldCount; ++field) {
        m_labels[field]->setText(names[field]);
        m_fields[field]->setPlaceholderText(examples[field]);
        m_fields[field]->setAccessibleName(QString(names[field]).remove(u'&'));
        const QString text = investigation().subject().incident.*incidentFields[field];
        if (m_fields[field]->text() != text) // keeps the cursor while the user types
            m_fields[field]->setText(text);
    }
    clearLayout(*m_read);
    showRead();
    showDocuments();
}

void KnownPage::showRead()
{
    bool isFirst = true;
    for (const Observation &observation : investigation().evidence().all()) {
        if (observation.source != Source::Bounce && observation.source != Source::Message)
            continue;
        const Fact *fact = investigation().knowledge().fact(observation.fact);
        if (fact && fact->kind == FactKind::Detail)
            continue;
        if (isFirst)
            m_read->addWidget(
                new TextLabel(TextLabel::Role::Title, tr("What the error mail says")));
        isFirst = false;
        auto *card = new Card(Card::Kind::Plain);
        card->body()->addWidget(new TextLabel(TextLabel::Role::Body, wording().found(observation)));
        if (!observation.excerpt.isEmpty())
            card->body()->addWidget(new TextLabel(TextLabel::Role::Verbatim, observation.excerpt));
        m_read->addWidget(card);
    }
}

void KnownPage::showDocuments()
{
    const auto &documents = investigation().subject().documents;
    if (documents.empty())
        return;
    m_read->addWidget(new TextLabel(TextLabel::Role::Title, tr("What you put in")));
    for (size_t index = 0; index < documents.size(); ++index) {
        const Document &document = documents[index];
        const QString name = document.name.isEmpty() ? tr("pasted text") : document.name;
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(new TextLabel(TextLabel::Role::Body,
                                      tr("%1 – %2 bytes").arg(name).arg(document.bytes.size())),
                        1);
        auto *remove = new RoundButton(RoundButton::Kind::Link, tr("Take out"));
        remove->setAccessibleName(tr("Take out %1").arg(name));
        connect(remove, &RoundButton::clicked, this,
                [this, index] { investigation().removeDocument(index); });
        line->addWidget(remove);
        m_read->addWidget(row);
    }
}

QString KnownPage::hint() const
{
    return tr("Empty fields are fine.");
}

} // namespace todoku
