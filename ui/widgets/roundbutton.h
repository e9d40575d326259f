// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace todoku {

/** A push button in the window's look; the primary one is filled. */
class RoundButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind { Plain, Primary, Link };

    explicit RoundButton(Kind kind = Kind::Plain, QWidget *parent = nullptr);
    RoundButton(Kind kind, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBox(QPainter &painter) const;

    Kind m_kind;
};

} // namespace todoku
