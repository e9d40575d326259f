// SPDX-License-Identifier: MIT
#include "ui/widgets/dropbox.h"

#include "ui/window/theme.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace todoku {

static constexpr qint64 sizeLimit = 64LL * 1024 * 1024;
static constexpr qreal titleText = 1.15;
static constexpr qreal smallText = 0.9;

Result<Document> documentFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Unreachable, path + u": "_s + file.errorString());
    if (file.size() > sizeLimit)
        return failure(Error::Kind::TooLarge, path);

    Document document{.name = QFileInfo(path).fileName(), .bytes = file.read(sizeLimit)};
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "eml"_L1 || suffix == "msg"_L1 || suffix == "mbox"_L1)
        document.kind = Document::Kind::Message;
    return document;
}

bool canHoldDocument(const QMimeData &data)
{
    return data.hasUrls() || data.hasText() || data.hasFormat(u"message/rfc822"_s);
}

Result<Document> documentFrom(const QMimeData &data)
{
    const QString mail = u"message/rfc822"_s;
    if (data.hasFormat(mail) && data.data(mail).size() <= sizeLimit)
        return Document{.kind = Document::Kind::Message, .bytes = data.data(mail)};
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            return documentFromFile(url.toLocalFile());
    }
    const QByteArray text = data.text().toUtf8();
    if (text.trimmed().isEmpty())
        return failure(Error::Kind::Malformed);
    if (text.size() > sizeLimit)
        return failure(Error::Kind::TooLarge);
    return Document{.kind = Document::Kind::Text, .bytes = text};
}

DropBox::DropBox(QWidget *parent)
    : QAbstractButton(parent)
{
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void DropBox::setWords(const QString &title, const QString &description)
{
    m_title = title;
    m_description = description;
    setAccessibleName(title);
    setAccessibleDescription(description);
    updateGeometry();
    update();
}

static int wrappedHeight(const QFont &font, int width, const QString &text)
{
    const QRect room(0, 0, qMax(width, 1), QWIDGETSIZE_MAX);
    return QFontMetrics(font).boundingRect(room, Qt::TextWordWrap, text).height();
}

QSize DropBox::sizeHint() const
{
    return {em(30), heightForWidth(em(30))};
}

QSize DropBox::minimumSizeHint() const
{
    return {em(14), heightForWidth(QWIDGETSIZE_MAX / 2)};
}

int DropBox::heightForWidth(int width) const
{
    const int inner = width - 2 * em(2);
    return wrappedHeight(scaledFont(titleText), inner, m_title)
           + wrappedHeight(scaledFont(smallText), inner, m_description) + em(0.4) + 2 * em(1.9);
}

void DropBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isStrong = m_isOver || hasFocus();
    painter.setPen(QPen(theme.accent, isStrong ? 3 : 2, Qt::DashLine));
    painter.setBrush(m_isOver ? theme.card : theme.accentBackground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), em(1), em(1));

    const int inner = width() - 2 * em(2);
    const int titleHeight = wrappedHeight(scaledFont(titleText), inner, m_title);
    const int smallHeight = wrappedHeight(scaledFont(smallText), inner, m_description);
    const int top = (height() - titleHeight - smallHeight - em(0.4)) / 2;
    painter.setPen(theme.ink);
    painter.setFont(scaledFont(titleText));
    painter.drawText(QRect(em(2), top, inner, titleHeight), Qt::AlignHCenter | Qt::TextWordWrap,
                     m_title);
    painter.setPen(theme.soft);
    painter.setFont(scaledFont(smallText));
    painter.drawText(QRect(em(2), top + titleHeight + em(0.4), inner, smallHeight),
                     Qt::AlignHCenter | Qt::TextWordWrap, m_description);
}

void DropBox::dragEnterEvent(QDragEnterEvent *event)
{
    if (!canHoldDocument(*event->mimeData()))
        return;
    m_isOver = true;
    update();
    event->acceptProposedAction();
}

void DropBox::dragLeaveEvent(QDragLeaveEvent *)
{
    m_isOver = false;
    update();
}

void DropBox::dropEvent(QDropEvent *event)
{
    m_isOver = false;
    update();
    const auto document = documentFrom(*event->mimeData());
    if (!document) {
        Q_EMIT refused(document.error().detail);
        return;
    }
    event->acceptProposedAction();
    Q_EMIT taken(*document);
}

} // namespace todoku
