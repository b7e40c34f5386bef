// SPDX-License-Identifier: GPL-3.0-or-later
// Starts tests that need widgets: a QApplication in English, dark theme, before any test runs; no display is
// needed.
#include "views/theme/theme.h"

#include <QApplication>
#include <QLocale>

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    // Also for the run that only lists the tests, which ctest starts without their environment.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    supernode::applyTheme(application, supernode::darkTheme());
    return RUN_ALL_TESTS();
}
