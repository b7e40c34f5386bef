// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/curve_card.h"

#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

CurveQuestion question() {
    return {"Time",
            "",
            "MiB",
            "us",
            "MiB",
            "us",
            {{"A", Qt::red, {{1, 10}, {4, 40}, {16, 160}}}, {"B", Qt::blue, {{1, 20}, {4, 50}}}}};
}

TEST(CurveCardTest, TheReadOutSaysTheValuesOfThePoints) {
    CurveCard card;
    card.setQuestion(question());
    card.resize(500, 400);
    card.show();
    card.readAt(3); // on a logarithmic axis nearer to 4 than to 1
    EXPECT_TRUE(card.readOut().contains("40.0")) << card.readOut().toStdString();
    EXPECT_TRUE(card.readOut().contains("50.0"));
    card.readAt(1000);
    EXPECT_TRUE(card.readOut().contains("160"));
    EXPECT_TRUE(card.readOut().contains("–")) << "B has no such point";
}

TEST(CurveCardTest, ArrowKeysStepFromPointToPoint) {
    CurveCard card;
    card.setQuestion(question());
    card.readAt(1);
    QTest::keyClick(&card, Qt::Key_Right);
    EXPECT_TRUE(card.readOut().contains("40.0")) << card.readOut().toStdString();
    QTest::keyClick(&card, Qt::Key_Left);
    QTest::keyClick(&card, Qt::Key_Left);
    EXPECT_TRUE(card.readOut().contains("10.0")) << "the first point is the end";
}

} // namespace
} // namespace supernode
