// SPDX-License-Identifier: MIT
#include "ui/widgets/wrappedtext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QtMath>

namespace todoku {

static QString withLineSeparators(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

WrappedText::WrappedText(const QString &text,
                         const QFont &font,
                         int width,
                         Qt::Alignment alignment,
                         qsizetype boldLength)
    : m_layout(withLineSeparators(text), font)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);
    if (boldLength > 0) {
        QTextLayout::FormatRange bold{
            .start = 0, .length = static_cast<int>(boldLength), .format = {}};
        bold.format.setFontWeight(QFont::Bold);
        m_layout.setFormats({bold});
    }

    qreal top = 0;
    qreal widest = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(qMax(width, 1));
        line.setPosition({0, top});
        top += line.height();
        widest = qMax(widest, line.naturalTextWidth());
    }
    m_layout.endLayout();
    m_height = qCeil(top);
    m_usedWidth = qCeil(widest);
}

void WrappedText::paint(QPainter &painter, const QPoint &topLeft) const
{
    m_layout.draw(&painter, topLeft);
}

static bool mayBreakBetween(QChar before, QChar after)
{
    if (after.isSpace())
        return false;
    if (before.isSpace() || before == u'・')
        return true;
    constexpr QChar longVowel = u'ー'; // stands in katakana words, and is of no script itself
    const bool isInKatakana = before.script() == QChar::Script_Katakana || before == longVowel;
    if (after.script() == QChar::Script_Katakana)
        return !isInKatakana;
    return before.script() == QChar::Script_Hiragana && after.script() == QChar::Script_Han;
}

QStringList phrasesOf(const QString &label)
{
    QStringList phrases;
    qsizetype start = 0;
    for (qsizetype i = 1; i < label.size(); ++i) {
        if (!mayBreakBetween(label[i - 1], label[i]))
            continue;
        phrases.append(label.mid(start, i - start));
        start = i;
    }
    phrases.append(label.mid(start));
    return phrases;
}

QString brokenAtPhrases(const QString &label, const QFontMetrics &metrics, int width)
{
    QString lines;
    QString line;
    for (const QString &phrase : phrasesOf(label)) {
        if (!line.isEmpty() && metrics.horizontalAdvance((line + phrase).trimmed()) > width) {
            lines += line.trimmed() + u'\n';
            line.clear();
        }
        line += phrase;
    }
    return lines + line.trimmed();
}

} // namespace todoku
