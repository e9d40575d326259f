// SPDX-License-Identifier: MIT
#include "app/gui/firstpaint.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace todoku {

namespace {

class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &window)
        : QObject(&window)
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // The window is painted first, then what is in it, all before the next event.
            QTimer::singleShot(0, this, [] {
                std::puts("painted");
                std::fflush(stdout);
                QApplication::quit();
            });
        }
        return false;
    }
};

} // namespace

void exitAfterFirstPaint(QWidget &window)
{
    new PaintWatch(window);
}

} // namespace todoku
