// SPDX-License-Identifier: MIT
// The least that a window can be: what starting costs whoever uses these libraries.
#include "app/gui/firstpaint.h"

#include <QApplication>
#include <QLabel>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    QLabel label(u"届く Todoku"_s);
    label.resize(1100, 760);
    todoku::exitAfterFirstPaint(label);
    label.show();
    return QApplication::exec();
}
