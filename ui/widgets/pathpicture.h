// SPDX-License-Identifier: MIT
#pragma once

#include "core/knowledge/hop.h"
#include "ui/models/pathstates.h"
#include "ui/widgets/statemark.h"

#include <QStringList>
#include <QWidget>

namespace todoku {

/** The mail's way from this PC to the mailbox, with what is thought of each stretch. */
class PathPicture final : public QWidget
{
    Q_OBJECT

public:
    explicit PathPicture(QWidget *parent = nullptr);

    void setHopNames(const QStringList &names);
    void setStates(const PathStates &states);

    [[nodiscard]] const QStringList &hopNames() const { return m_names; }
    /** "Recipient's gateway: most likely here", for those who listen. */
    [[nodiscard]] QString description(size_t hop) const;
    /** What is drawn of a hop: its box and its words. */
    [[nodiscard]] QRect hopRect(size_t hop) const;
    /** Whether there is so little room that words are broken in their middle. */
    [[nodiscard]] bool breaksWords() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] static QString stateWord(HopState state);
    /** The name of a hop, and below it what is thought of it, if anything. */
    [[nodiscard]] QStringList labels(size_t hop) const;
    [[nodiscard]] bool areBroken(qreal size, int columnWidth) const;
    [[nodiscard]] QRectF boxRect(size_t hop) const;
    /** As large as the words can be without being broken in their middle. */
    [[nodiscard]] qreal textSize(int columnWidth) const;
    [[nodiscard]] int wordsHeight(int columnWidth) const;
    void paintHop(QPainter &painter, size_t hop, const Theme &theme) const;
    void paintLine(QPainter &painter, size_t from, const Theme &theme) const;

    QStringList m_names;
    PathStates m_states{};
};

} // namespace todoku
