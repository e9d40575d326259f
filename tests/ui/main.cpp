// SPDX-License-Identifier: MIT
#include "ui/widgets/pathaccess.h"

#include <QApplication>
#include <QStandardPaths>

#include <gtest/gtest.h>

int main(int argc, char *argv[])
{
    testing::InitGoogleTest(&argc, argv);
    const QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QStandardPaths::setTestModeEnabled(true);
    todoku::installPathAccess();
    return RUN_ALL_TESTS();
}
