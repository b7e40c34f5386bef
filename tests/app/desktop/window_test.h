// SPDX-License-Identifier: GPL-3.0-or-later
// The window over the shipped all-to-all on CloudMatrix 384, standing still: 1280x800, painted by the CPU.
#pragma once

#include "app/desktop/explore_mode.h"
#include "app/desktop/main_window.h"
#include "app/files/builtin.h"

#include <QTest>

#include <gtest/gtest.h>

namespace supernode::test {

class WindowTest : public testing::Test {
protected:
    WindowTest() {
        window.resize(1280, 800);
        window.show();
        window.settle();
        explore.playhead().setPlaying(false);
    }
    void click(QWidget* widget) {
        ASSERT_NE(widget, nullptr);
        ASSERT_TRUE(widget->isEnabled());
        QTest::mouseClick(widget, Qt::LeftButton);
        window.settle();
    }
    ElementId named(const char* name) { return *session.outcome()->fabric->find(name); }
    double value(const char* id) { return session.outcome()->metric(id)->value; }

    Session session{builtinSystems(), *builtinScenario("all-to-all")};
    MainWindow window{session, HostChoice::Software};
    ExploreMode& explore = window.explore();
};

} // namespace supernode::test
