// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/curve_card.h"

#include "views/panels/segmented.h"

#include <QTest>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

namespace supernode {
namespace {

CurveQuestion question() {
    return {"test",
            "Time & size",
            "",
            {"size", "MiB"},
            {"time", "us"},
            {{"A", Qt::red, {{1, 10}, {4, 40}, {16, 160}}},
             {"B, worst", Qt::blue, {{1, 20}, {4, 50}}, ChartCurve::Look::Dashed}}};
}

// What is left when 0, 1 and 2 of some parts have failed.
CurveQuestion waning() {
    return {"waning",
            "Waning",
            "",
            {"failed", "parts", AxisScale::Linear},
            {"left", "%", AxisScale::Linear},
            {{"A", Qt::red, {{0, 100}, {1, 50}, {2, 0}}}}};
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

// Zero has a place on a linear axis alone: one part failed is the first point of a logarithmic one, and
// nothing left the last of a linear one.
TEST(CurveCardTest, TheSwitchChangesTheAxis) {
    CurveCard card;
    card.setQuestion(waning());
    card.resize(500, 400);
    card.show();
    card.readAt(0);
    EXPECT_TRUE(card.readOut().contains("100")) << card.readOut().toStdString();
    QTest::mouseClick(card.xScale().option(0), Qt::LeftButton);
    EXPECT_EQ(card.question().x.scale, AxisScale::Logarithmic);
    card.readAt(0);
    EXPECT_TRUE(card.readOut().contains("50.0")) << card.readOut().toStdString();
    card.readAt(2);
    EXPECT_TRUE(card.readOut().contains("<b>0")) << card.readOut().toStdString();
    QTest::mouseClick(card.yScale().option(0), Qt::LeftButton);
    card.readAt(2);
    EXPECT_TRUE(card.readOut().contains("50.0")) << "two parts leave nothing: no place";
    card.setQuestion(waning());
    EXPECT_EQ(card.question().x.scale, AxisScale::Logarithmic) << "a new answer keeps what was chosen";
    card.setQuestion(question());
    EXPECT_EQ(card.yScale().current(), 0);
}

// A press where the card says that a point is reads that point.
TEST(CurveCardTest, APressReadsThePointBeneathIt) {
    CurveCard card;
    card.setQuestion(waning());
    card.resize(500, 400);
    card.show();
    for (const auto& [x, said] : {std::pair(0, "100"), std::pair(2, "<b>0"), std::pair(1, "50.0")}) {
        QTest::mouseClick(&card, Qt::LeftButton, {}, card.placeInCard(x));
        EXPECT_TRUE(card.readOut().contains(said)) << card.readOut().toStdString();
    }
}

TEST(CurveFiles, TheTableHoldsThePointsOfEveryCurve) {
    EXPECT_EQ(curveCsv(question()), "\"size, MiB\",\"A, us\",\"B, worst, us\"\n1,10,20\n4,40,50\n16,160,\n");
}

TEST(CurveFiles, ThePictureIsXmlWithAnElementForEveryPoint) {
    QXmlStreamReader reader(curveSvg(question()));
    int dots = 0;
    QString words;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            words += reader.text();
        dots += reader.isStartElement() && reader.name() == u"circle";
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    EXPECT_EQ(dots, 5);
    EXPECT_TRUE(words.contains("Time & size"));
    EXPECT_TRUE(words.contains("B, worst"));
}

TEST(CurveFiles, TheSameQuestionGivesTheSameBytes) {
    EXPECT_EQ(curveSvg(question()), curveSvg(question()));
    EXPECT_EQ(curveCsv(waning()), curveCsv(waning()));
    EXPECT_NE(curveSvg(question()), curveSvg(waning()));
}

} // namespace
} // namespace supernode
