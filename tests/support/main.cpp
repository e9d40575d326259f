// SPDX-License-Identifier: MIT
#include <QCoreApplication>
#include <QLocale>
#include <QStandardPaths>

#include <gtest/gtest.h>

int main(int argc, char *argv[])
{
    testing::InitGoogleTest(&argc, argv);
    const QCoreApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    // A locale with other digits and separators: what must not depend on the user's locale shows here.
    QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
    return RUN_ALL_TESTS();
}
