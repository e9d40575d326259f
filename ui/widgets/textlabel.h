// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace todoku {

/** A text with a part to play on the page; wraps wherever it must, and follows font and theme. */
class TextLabel final : public QLabel
{
    Q_OBJECT

public:
    enum class Role { Body, Heading, Title, Lead, Small, Verbatim, Good, Bad, Warning, Accent };

    explicit TextLabel(Role role, QWidget *parent = nullptr);
    TextLabel(Role role, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] Role role() const { return m_role; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void offerCopy();
    void applyFont();
    void applyColour();

    Role m_role;
    bool m_isApplying = false;
};

} // namespace todoku
