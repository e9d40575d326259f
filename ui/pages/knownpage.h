// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/page.h"

#include <array>

class QLabel;
class QLineEdit;

namespace todoku {

/** Sender, recipient, when, subject; and what the error mail said. */
class KnownPage final : public Page
{
    Q_OBJECT

public:
    explicit KnownPage(CaseDesk &desk, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString hint() const override;
    [[nodiscard]] bool canSkip() const override { return true; }

private:
    static constexpr size_t fieldCount = 4;

    void store(size_t field, const QString &text);
    void showRead();
    void showDocuments();

    std::array<QLabel *, fieldCount> m_labels{};
    std::array<QLineEdit *, fieldCount> m_fields{};
    QVBoxLayout *m_read;
};

} // namespace todoku
