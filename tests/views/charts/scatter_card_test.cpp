// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/scatter_card.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

class ScatterCardTest : public testing::Test {
protected:
    ScatterCardTest() {
        card.resize(500, 260);
        card.setTitles("Power (kW)", "Throughput (TB/s)");
        card.setPoints({{100, 1, 7, true}, {200, 2, 8, true}, {200, 1, 9, false}});
        card.show();
        card.grab();
    }
    ScatterCard card;
};

TEST_F(ScatterCardTest, AClickChoosesTheDotBeneathIt) {
    const QSignalSpy chosen(&card, &ScatterCard::chosen);
    for (const ScatterPoint& point : card.points()) {
        QTest::mouseClick(&card, Qt::LeftButton, {}, card.place(point).toPoint());
        EXPECT_EQ(chosen.last().front().toInt(), point.id);
    }
    const QPointF first = card.place(card.points()[0]), second = card.place(card.points()[1]);
    QTest::mouseClick(&card, Qt::LeftButton, {}, ((first + second) / 2).toPoint());
    EXPECT_EQ(chosen.count(), 3) << "there is no dot";
}

TEST_F(ScatterCardTest, MoreIsRightAndUp) {
    EXPECT_LT(card.place(card.points()[0]).x(), card.place(card.points()[2]).x());
    EXPECT_GT(card.place(card.points()[2]).y(), card.place(card.points()[1]).y());
    EXPECT_EQ(card.accessibleName(), "Throughput (TB/s) against Power (kW)");
}

// 1, 100, 10,000 stand at equal distances where the axis counts decades.
TEST_F(ScatterCardTest, DecadesStandAtEqualDistances) {
    card.setPoints({{1, 1, 0}, {100, 1, 1}, {10000, 1, 2}});
    card.grab();
    const double left = card.place(card.points()[0]).x(), right = card.place(card.points()[2]).x();
    EXPECT_NEAR(card.place(card.points()[1]).x(), (left + right) / 2, 2);
}

TEST_F(ScatterCardTest, NothingAndOneDotAreShown) {
    card.setPoints({});
    EXPECT_FALSE(card.grab().isNull());
    card.setPoints({{0, 0, 3, true}});
    card.grab();
    EXPECT_TRUE(card.rect().contains(card.place(card.points()[0]).toPoint()));
}

} // namespace
} // namespace supernode
