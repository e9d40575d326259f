// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/textlabel.h"
#include "ui/window/casedesk.h"

#include <QScrollArea>

class QVBoxLayout;

namespace todoku {

enum class Step { Start, Known, LiveCheck, Steps, Result, Report };
inline constexpr int stepCount = 6;

/** One step of the wizard: a view of the investigation. It shows, asks, and calls. */
class Page : public QScrollArea
{
    Q_OBJECT

public:
    explicit Page(CaseDesk &desk, QWidget *parent = nullptr);

    /** Shows the investigation as it stands, in the current language. */
    virtual void refresh() = 0;
    /** What the footer says. */
    [[nodiscard]] virtual QString hint() const { return {}; }
    /** The page comes up; from where it was left, or from its first question. */
    virtual void enter() {}

    // What the footer's buttons do here. Each answers whether the page has dealt with it; if not,
    // the window goes a step on or back.
    virtual bool goNext() { return false; }
    virtual bool goBack() { return false; }
    virtual bool skip() { return false; }
    [[nodiscard]] virtual bool canGoNext() const { return true; }
    [[nodiscard]] virtual bool canSkip() const { return false; }
    /** A key that no widget of the page wanted. */
    virtual bool takeKey(int) { return false; }
    /** Esc; never closes anything. */
    virtual void cancel() {}

    [[nodiscard]] TextLabel *heading() const { return m_heading; }

Q_SIGNALS:
    /** The page is through, and the next may come. */
    void done();
    void stepWanted(todoku::Step step);
    /** Hint, or what the buttons can do, is another now. */
    void footerChanged();
    void announced(const QString &message);
    void headingChanged();

protected:
    [[nodiscard]] CaseDesk &desk() const { return m_desk; }
    [[nodiscard]] Investigation &investigation() const { return m_desk.investigation(); }
    [[nodiscard]] const WindowWords &wording() const { return m_desk.wording(); }
    [[nodiscard]] TextLabel *lead() const { return m_lead; }
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

private:
    CaseDesk &m_desk;
    QVBoxLayout *m_body;
    TextLabel *m_heading;
    TextLabel *m_lead;
};

/** Takes all out of @p layout and deletes it. */
void clearLayout(QLayout &layout);

} // namespace todoku
