// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QStringList>
#include <QTextLayout>

class QPainter;

namespace todoku {

/** Text in lines that are never wider than there is room: a word that is alone too wide breaks. */
class WrappedText
{
public:
    /** The first @p boldLength letters are bold. */
    WrappedText(const QString &text,
                const QFont &font,
                int width,
                Qt::Alignment alignment,
                qsizetype boldLength = 0);

    [[nodiscard]] int height() const { return m_height; }
    /** Of the widest line. */
    [[nodiscard]] int usedWidth() const { return m_usedWidth; }
    void paint(QPainter &painter, const QPoint &topLeft) const;

private:
    QTextLayout m_layout;
    int m_height = 0;
    int m_usedWidth = 0;
};

/**
 * Where a short label may be broken and still be read with ease: at spaces, after a middle dot, and
 * in Japanese where a katakana word begins or kana is followed by kanji.
 */
[[nodiscard]] QStringList phrasesOf(const QString &label);

/** @p label with as many of its phrases on each line as fit into @p width. */
[[nodiscard]] QString brokenAtPhrases(const QString &label, const QFontMetrics &metrics, int width);

} // namespace todoku
