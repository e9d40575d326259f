// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace todoku {

/** A rounded box that holds other widgets. */
class Card final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Plain, Leading, Note, Warning, Danger };

    explicit Card(Kind kind, QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    void setKind(Kind kind);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    QVBoxLayout *m_body;
};

} // namespace todoku
