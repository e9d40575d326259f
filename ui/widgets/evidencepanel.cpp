// SPDX-License-Identifier: MIT
#include "ui/widgets/evidencepanel.h"

#include "ui/models/knownfacts.h"
#include "ui/pages/page.h"
#include "ui/widgets/roundbutton.h"
#include "ui/widgets/textlabel.h"
#include "ui/window/theme.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

enum class Tone { Neutral, SpeaksFor, SpeaksAgainst };

/** One piece of evidence, with a bar at its left that says how it bears on the top cause. */
class EvidenceItem final : public QWidget
{
public:
    explicit EvidenceItem(Tone tone)
        : m_tone(tone)
        , m_body(new QVBoxLayout(this))
    {
        m_body->setContentsMargins(em(0.75), em(0.1), 0, em(0.1));
        m_body->setSpacing(em(0.1));
    }

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(palette());
        QColor colour = theme.line;
        if (m_tone == Tone::SpeaksFor)
            colour = theme.bad;
        else if (m_tone == Tone::SpeaksAgainst)
            colour = theme.good;
        constexpr int barWidth = 3;
        QPainter(this).fillRect(0, 0, barWidth, height(), colour);
    }

private:
    Tone m_tone;
    QVBoxLayout *m_body;
};

} // namespace

static constexpr double tellingFromDb = 3;

static Tone toneOf(const Diagnosis &diagnosis, const Observation &observation)
{
    if (diagnosis.hypotheses.empty())
        return Tone::Neutral;
    const auto &reasons = diagnosis.hypotheses.front().reasons;
    const auto reason = std::ranges::find(reasons, observation, &Reason::observation);
    if (reason == reasons.end() || qAbs(reason->weightDb) < tellingFromDb)
        return Tone::Neutral;
    return reason->weightDb > 0 ? Tone::SpeaksFor : Tone::SpeaksAgainst;
}

EvidencePanel::EvidencePanel(CaseDesk &desk, QWidget *parent)
    : QScrollArea(parent)
    , m_desk(desk)
    , m_heading(new TextLabel(TextLabel::Role::Title))
    , m_items(new QVBoxLayout)
{
    auto *content = new QWidget;
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(em(1), em(1.1), em(1), em(1));
    outer->addWidget(m_heading);
    m_items->setSpacing(em(0.65));
    outer->addLayout(m_items);
    outer->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_heading->setFocusPolicy(Qt::TabFocus);
}

QSize EvidencePanel::minimumSizeHint() const
{
    return {em(14), em(8)};
}

QSize EvidencePanel::sizeHint() const
{
    return {em(20), em(20)};
}

void EvidencePanel::refresh()
{
    clearLayout(*m_items);
    m_heading->setText(tr("What is known"));
    const auto &investigation = m_desk.investigation();
    for (const Observation &observation : knownFacts(investigation))
        addObservation(observation);
    for (const FactId &fact : investigation.subject().dismissed)
        addSetAside(fact);
    if (m_items->count() > 0)
        return;
    auto *item = new EvidenceItem(Tone::Neutral);
    item->body()->addWidget(new TextLabel(TextLabel::Role::Small, tr("Nothing yet")));
    item->body()->addWidget(
        new TextLabel(TextLabel::Role::Body, tr("From an error mail, most of it can be read.")));
    m_items->addWidget(item);
}

void EvidencePanel::addObservation(const Observation &observation)
{
    const WindowWords &wording = m_desk.wording();
    const Fact *fact = m_desk.investigation().knowledge().fact(observation.fact);
    const bool isDetail = fact && fact->kind == FactKind::Detail;

    auto *item = new EvidenceItem(toneOf(m_desk.investigation().diagnosis(), observation));
    auto *head = new QHBoxLayout;
    QString source = wording.source(observation.source);
    if (observation.at.isValid())
        source += u' ' + observation.at.toLocalTime().toString(u"HH:mm"_s);
    head->addWidget(new TextLabel(TextLabel::Role::Small, source), 1);

    auto *remove = new RoundButton(RoundButton::Kind::Link, tr("Set aside"));
    remove->setFont(scaledFont(0.85));
    const QString found = wording.found(observation);
    remove->setAccessibleName(tr("Set aside: %1").arg(found));
    connect(remove, &RoundButton::clicked, this,
            [this, fact = observation.fact] { setDismissed(fact, true); });
    head->addWidget(remove);
    item->body()->addLayout(head);
    item->body()->addWidget(new TextLabel(TextLabel::Role::Body, found));
    const QString excerpt = observation.excerpt.left(400);
    if (!excerpt.isEmpty() && !isDetail)
        item->body()->addWidget(new TextLabel(TextLabel::Role::Verbatim, excerpt));
    m_items->addWidget(item);
}

void EvidencePanel::addSetAside(const FactId &fact)
{
    auto *item = new EvidenceItem(Tone::Neutral);
    const QString title = m_desk.wording().factTitle(fact);
    item->body()->addWidget(
        new TextLabel(TextLabel::Role::Small, tr("Set aside, not weighed: %1").arg(title)));
    auto *back = new RoundButton(RoundButton::Kind::Link, tr("Put back"));
    back->setAccessibleName(tr("Put back: %1").arg(title));
    connect(back, &RoundButton::clicked, this, [this, fact] { setDismissed(fact, false); });
    item->body()->addWidget(back, 0, Qt::AlignLeft);
    m_items->addWidget(item);
}

// The button that was pressed goes away; the focus must not get lost with it.
void EvidencePanel::setDismissed(const FactId &fact, bool isDismissed)
{
    m_heading->setFocus(Qt::OtherFocusReason);
    m_desk.investigation().setDismissed(fact, isDismissed);
}

} // namespace todoku
