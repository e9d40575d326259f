// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QGridLayout;

namespace todoku {

class MeterBar;
class RoundButton;
class TextLabel;

/** Rank, title and likelihood of a cause on one line; the likelihood below where that is tight. */
class CauseHead final : public QWidget
{
    Q_OBJECT

public:
    CauseHead(int rank, const QString &title, QWidget *parent = nullptr);

    void setLikelihood(const QString &word, int percent);
    [[nodiscard]] RoundButton *more() const { return m_more; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    QGridLayout *m_grid;
    QWidget *m_likelihood;
    TextLabel *m_word;
    MeterBar *m_meter;
    RoundButton *m_more;
};

} // namespace todoku
