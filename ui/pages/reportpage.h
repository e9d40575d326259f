// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/reportchoice.h"
#include "ui/pages/page.h"

#include <array>
#include <optional>

class QComboBox;
class QLabel;
class QTextBrowser;

namespace todoku {

class RoundButton;

/** The letter or report as it would go out: preview, what is taken out, copy, save. */
class ReportPage final : public Page
{
    Q_OBJECT

public:
    ReportPage(CaseDesk &desk, ReportWriter writer, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString hint() const override;
    [[nodiscard]] bool canGoNext() const override { return false; }

    [[nodiscard]] ReportChoice choice() const;
    /** Asks where to, and saves. */
    void save();
    void copy();

private:
    void setWords();
    void showPreview();

    [[nodiscard]] QString text() const;

    ReportWriter m_writer;
    std::array<QLabel *, 3> m_labels{};
    QComboBox *m_format;
    QComboBox *m_language;
    QComboBox *m_redaction;
    RoundButton *m_copy;
    RoundButton *m_save;
    QTextBrowser *m_preview;
    std::optional<Language> m_windowLanguage;
};

} // namespace todoku
