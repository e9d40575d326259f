// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace todoku {

/** A big answer: what it is, what it means, and the key that takes it. */
class ChoiceCard final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChoiceCard(QWidget *parent = nullptr);

    void setChoice(const QString &title, const QString &description, const QString &key);
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString description() const { return m_description; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Places
    {
        QRect title, description, key;
        int height = 0;
    };

    [[nodiscard]] Places places(int width) const;

    QString m_title;
    QString m_description;
    QString m_key;
};

} // namespace todoku
