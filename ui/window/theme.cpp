// SPDX-License-Identifier: MIT
#include "ui/window/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

using namespace Qt::StringLiterals;

namespace todoku {

const Theme &lightTheme()
{
    static const Theme theme{
        .background = QColor(0xf4f5f7),
        .card = QColor(0xffffff),
        .ink = QColor(0x1d2430),
        .soft = QColor(0x566070),
        .line = QColor(0xd9dde3),
        .accent = QColor(0x2457c5),
        .accentBackground = QColor(0xe8eefb),
        .onAccent = QColor(0xffffff),
        .good = QColor(0x1b7f3b),
        .goodBackground = QColor(0xe6f4ea),
        .bad = QColor(0xb3261e),
        .badBackground = QColor(0xfdecea),
        .warning = QColor(0x855600),
        .warningBackground = QColor(0xfff4dc),
        .neutral = QColor(0x646c78),
        .unsure = QColor(0x6b3fa0),
        .unsureBackground = QColor(0xf1eafa),
    };
    return theme;
}

const Theme &darkTheme()
{
    static const Theme theme{
        .background = QColor(0x1b1e24),
        .card = QColor(0x252a32),
        .ink = QColor(0xe9edf2),
        .soft = QColor(0xa9b2bf),
        .line = QColor(0x3a414c),
        .accent = QColor(0x8fb4ff),
        .accentBackground = QColor(0x2b3a57),
        .onAccent = QColor(0x14181f),
        .good = QColor(0x7fd598),
        .goodBackground = QColor(0x1f3a29),
        .bad = QColor(0xff9d94),
        .badBackground = QColor(0x472422),
        .warning = QColor(0xffcf70),
        .warningBackground = QColor(0x43361a),
        .neutral = QColor(0x9aa3b0),
        .unsure = QColor(0xcdb0f5),
        .unsureBackground = QColor(0x372a4b),
    };
    return theme;
}

const Theme &themeOf(const QPalette &palette)
{
    constexpr int middle = 128;
    const bool isDark = palette.color(QPalette::Window).lightness() < middle;
    return isDark ? darkTheme() : lightTheme();
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette(theme.ink,
                     theme.card,                        // button
                     theme.card,                        // light
                     theme.line.darker(110),            // dark
                     theme.line,                        // mid
                     theme.ink,                         // text
                     theme.onAccent,                    // bright text
                     theme.card,                        // base
                     theme.background);                 // window
    if (theme.card.lightness() < theme.ink.lightness()) // else fields and ticks vanish on a card
        palette.setColor(QPalette::Base, theme.card.lighter(135));
    palette.setColor(QPalette::AlternateBase, theme.background);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.card);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    palette.setColor(QPalette::PlaceholderText, theme.neutral);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.neutral);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.line);
    return palette;
}

void applyAppearance(Appearance appearance, const QPalette &system)
{
    switch (appearance) {
    case Appearance::Auto:
        QApplication::setPalette(paletteOf(themeOf(system)));
        return;
    case Appearance::Light:
        QApplication::setPalette(paletteOf(lightTheme()));
        return;
    case Appearance::Dark:
        QApplication::setPalette(paletteOf(darkTheme()));
        return;
    }
}

static QFont resized(QFont font, qreal factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

QFont fontFor(Language language, const QFont &system)
{
    const QString family = QFontInfo(system).family();
    if (language != Language::Japanese
        || QFontDatabase::writingSystems(family).contains(QFontDatabase::Japanese))
        return system;
    const QStringList japanese = QFontDatabase::families(QFontDatabase::Japanese);
    for (const auto &good :
         {u"Noto Sans CJK JP"_s, u"Noto Sans JP"_s, u"BIZ UDPGothic"_s, u"IPAPGothic"_s}) {
        if (!japanese.contains(good))
            continue;
        QFont font = system;
        font.setFamilies({good, system.family()});
        return font;
    }
    return system;
}

QFont scaledFont(qreal factor, bool isBold)
{
    QFont font = resized(QApplication::font(), factor);
    font.setBold(isBold);
    return font;
}

QFont verbatimFont(qreal factor)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(resized(QApplication::font(), factor).pointSizeF());
    return font;
}

int em(qreal ems)
{
    return qRound(ems * QFontInfo(QApplication::font()).pixelSize());
}

} // namespace todoku
