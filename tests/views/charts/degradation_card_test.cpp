// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/degradation_card.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

// 60 of 150 TB/s are 40 %.
TEST(DegradationCardTest, ThePointsAreThoseOfTheCurve) {
    DegradationCard card;
    DegradationCurve curve{"planes", {}, {{0, 150, 150, 0}, {1, 90, 60, 0}, {7, 0, 0, 5}}};
    curve.whole.value = 150;
    curve.whole.name = "Throughput";
    card.setCurve(curve, "planes", Qt::red);
    EXPECT_EQ(card.medians(), (QList<QPointF>{{0, 100}, {1, 60}, {2, 0}}));
    EXPECT_EQ(card.worsts(), (QList<QPointF>{{0, 100}, {1, 40}, {2, 0}}));
    EXPECT_EQ(card.accessibleName(), "Throughput, planes failed at random");
}

} // namespace
} // namespace supernode
