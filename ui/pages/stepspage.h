// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/page.h"

namespace todoku {

class Card;
class ChoiceCard;
class RoundButton;

/** One question at a time; the next is the one that tells most for the least effort. */
class StepsPage final : public Page
{
    Q_OBJECT

public:
    explicit StepsPage(CaseDesk &desk, QWidget *parent = nullptr);

    void refresh() override;
    void enter() override;
    [[nodiscard]] QString hint() const override;
    bool goNext() override;
    bool goBack() override;
    bool skip() override;
    [[nodiscard]] bool canGoNext() const override;
    [[nodiscard]] bool canSkip() const override { return !m_current.value.isEmpty(); }
    bool takeKey(int key) override;

    [[nodiscard]] const FactId &current() const { return m_current; }
    /** Shows the question of @p fact, and takes it from there. */
    void show(const FactId &fact);

Q_SIGNALS:
    void pasteWanted();

private:
    [[nodiscard]] FactId bestQuestion() const;
    void advance();
    void choose(const QString &value);
    void showQuestion(const Fact &fact);
    void showEnd();
    void showCards(const Fact &fact);
    void showWhy(const Fact &fact);
    void showOffer();
    void listQuestions();
    void addChoice(const QString &value, const QString &title, const QString &text, int key);

    FactId m_current; // empty: no question is left
    std::vector<FactId> m_trail;
    size_t m_place = 0; // of the current one in the trail
    TextLabel *m_effort;
    Card *m_offer;
    TextLabel *m_offerText;
    RoundButton *m_toResult;
    QVBoxLayout *m_cards;
    Card *m_whyCard;
    TextLabel *m_why;
    TextLabel *m_aims;
    RoundButton *m_other;
    Card *m_hint;
    TextLabel *m_hintText;
    RoundButton *m_paste;
    std::vector<std::pair<ChoiceCard *, QString>> m_choices;
};

} // namespace todoku
