// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/selection.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace supernode::test {
namespace {

TEST(Selection, BackLeadsToWhatWasSelectedBefore) {
    Selection s;
    s.select(ElementId(5));
    s.select(ElementId(9));
    s.back();
    EXPECT_EQ(s.current(), ElementId(5));
    s.forward();
    EXPECT_EQ(s.current(), ElementId(9));
    s.back();
    s.back();
    EXPECT_FALSE(s.current().valid());
    EXPECT_FALSE(s.canGoBack());
}

TEST(Selection, ANewSelectionCutsTheWayForward) {
    Selection s;
    s.select(ElementId(5));
    s.back();
    s.select(ElementId(7));
    EXPECT_FALSE(s.canGoForward());
}

TEST(Selection, SelectingTheSameAgainIsNoStep) {
    Selection s;
    s.select(ElementId(5));
    QSignalSpy changed(&s, &Selection::changed);
    s.select(ElementId(5));
    EXPECT_EQ(changed.count(), 0);
    s.back();
    EXPECT_FALSE(s.canGoBack());
}

TEST(Selection, AddingKeepsWhatWasSelected) {
    Selection s;
    s.select(ElementId(3));
    s.toggle(ElementId(7));
    EXPECT_EQ(s.elements(), (std::vector{ElementId(3), ElementId(7)}));
    EXPECT_EQ(s.current(), ElementId(7));
    s.toggle(ElementId(7));
    EXPECT_EQ(s.elements(), std::vector{ElementId(3)});
    s.toggle({}); // nothing was met
    EXPECT_EQ(s.current(), ElementId(3));
    s.back();
    EXPECT_EQ(s.current(), ElementId(7));
}

} // namespace
} // namespace supernode::test
