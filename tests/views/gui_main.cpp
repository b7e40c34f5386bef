// SPDX-License-Identifier: GPL-3.0-or-later
// Starts tests that need widgets: a QApplication in English, dark theme, before any test runs.
#include "views/theme/theme.h"

#include <QApplication>
#include <QLocale>

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    supernode::applyTheme(application, supernode::darkTheme());
    return RUN_ALL_TESTS();
}
