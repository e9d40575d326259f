// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/evidence/case.h"

#include <QAbstractButton>

class QMimeData;

namespace todoku {

/** What @p data holds, at most 64 MiB: the text, the mail, or the first file it names. */
[[nodiscard]] Result<Document> documentFrom(const QMimeData &data);
[[nodiscard]] Result<Document> documentFromFile(const QString &path);
[[nodiscard]] bool canHoldDocument(const QMimeData &data);

/** The box for the error mail: dropped, pasted, or picked after a click. */
class DropBox final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit DropBox(QWidget *parent = nullptr);

    void setWords(const QString &title, const QString &description);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void taken(const todoku::Document &document);
    void refused(const QString &reason);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QString m_title;
    QString m_description;
    bool m_isOver = false;
};

} // namespace todoku
