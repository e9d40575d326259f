// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace todoku {

class RoundButton;
class TextLabel;

/** Hint, Back, "don't know", Next. */
class FooterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FooterBar(QWidget *parent = nullptr);

    void retranslate();
    void setHint(const QString &hint);

    [[nodiscard]] RoundButton *back() const { return m_back; }
    [[nodiscard]] RoundButton *skip() const { return m_skip; }
    [[nodiscard]] RoundButton *next() const { return m_next; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_hint;
    RoundButton *m_back;
    RoundButton *m_skip;
    RoundButton *m_next;
};

} // namespace todoku
