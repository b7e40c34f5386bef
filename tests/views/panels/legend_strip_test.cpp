// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/legend_strip.h"
#include "views/panels/notice_bar.h"
#include "views/panels/pill_button.h"

#include <QTest>
#include <gtest/gtest.h>

namespace supernode::test {
namespace {

TEST(LegendStrip, NamesTheBytesOfADot) {
    LegendStrip legend;
    EXPECT_EQ(legend.dotText(), "nothing moves here");
    legend.setBytesPerDot(Bytes::fromBase(20e6));
    EXPECT_TRUE(legend.dotText().startsWith("1 dot = 20"));
    EXPECT_EQ(legend.accessibleDescription(), legend.dotText());
}

TEST(LegendStrip, LooksDifferentWhenColoursMeanPlanes) {
    LegendStrip legend;
    legend.resize(480, 40);
    const QImage load = legend.grab().toImage();
    legend.setMeaning(Colouring::ByPlane, 7);
    EXPECT_NE(legend.grab().toImage(), load);
}

TEST(NoticeBar, TellsASentenceUntilItIsClosed) {
    NoticeBar notice;
    EXPECT_FALSE(notice.isVisible());
    notice.tell("plane 8: there is none");
    EXPECT_TRUE(notice.isVisible());
    EXPECT_EQ(notice.accessibleName(), "plane 8: there is none");
    QTest::mouseClick(notice.closeButton(), Qt::LeftButton);
    EXPECT_FALSE(notice.isVisible());
}

} // namespace
} // namespace supernode::test
