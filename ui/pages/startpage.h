// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/page.h"

#include <array>

namespace todoku {

class ChoiceCard;
class DropBox;
class RoundButton;

/** What happened to the mail: the error mail, or one of six doors. */
class StartPage final : public Page
{
    Q_OBJECT

public:
    explicit StartPage(CaseDesk &desk, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString hint() const override;
    [[nodiscard]] bool canSkip() const override { return true; }
    bool takeKey(int key) override;

Q_SIGNALS:
    void documentTaken(const todoku::Document &document);
    void documentRefused(const QString &reason);
    void fileWanted();
    void pasteWanted();
    void practiceWanted();

private:
    static constexpr size_t doorCount = 6;

    void choose(size_t door);

    DropBox *m_drop;
    RoundButton *m_open;
    RoundButton *m_paste;
    std::array<ChoiceCard *, doorCount> m_doors{};
};

} // namespace todoku
