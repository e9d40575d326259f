// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/diagnose.h"
#include "ui/window/windowwords.h"

#include <QWidget>

namespace todoku {

/** One possible cause: how likely, what speaks for and against it, who must act. */
class CauseCard final : public QWidget
{
    Q_OBJECT

public:
    struct Content
    {
        const Hypothesis &hypothesis;
        const KnowledgeBase &knowledge;
        const WindowWords &wording;
        int rank = 1;
        bool isOpen = false; // shows its reasons
    };

    explicit CauseCard(const Content &content, QWidget *parent = nullptr);

Q_SIGNALS:
    void sentenceCopied(const QString &sentence);
    void letterWanted();

private:
    QWidget *makeHead(const Content &content);
    QWidget *makeReasons(const Content &content);
    QWidget *makeReason(const Reason &reason, const WindowWords &wording);
    QWidget *makeAction(const Content &content, const Cause &cause);

    QWidget *m_detail = nullptr;
};

} // namespace todoku
