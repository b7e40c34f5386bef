// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_layout.h"

#include "tests/views/roofline/sample_work.h"

#include <QMarginsF>
#include <gtest/gtest.h>

namespace supernode::test {
namespace {

const QMarginsF edge(60, 20, 10, 40);
const QRectF area(0, 0, 700, 400);

} // namespace

TEST(RooflineLayout, NoLabelCoversAnother) {
    // Twelve marks close together, and one far away.
    RoofPanel panel;
    panel.x = {0, 3};
    panel.y = {10, 14};
    for (int i = 0; i < 12; ++i) {
        RoofMark mark;
        mark.x = 10 + i;
        mark.y = 1e12 * (1 + i % 3);
        mark.share = 0.08;
        panel.marks.push_back(mark);
    }
    const RoofPlot plot{QRectF(60, 20, 400, 300), panel.x, panel.y};
    const auto labels = labelsOf(panel, plot, {}, [](const RoofMark&) { return QSizeF(70, 16); });
    EXPECT_GE(labels.size(), 3u);
    for (std::size_t a = 0; a < labels.size(); ++a) {
        EXPECT_TRUE(plot.box.contains(labels[a].box));
        for (std::size_t b = 0; b < a; ++b)
            EXPECT_FALSE(labels[a].box.intersects(labels[b].box)) << a << " and " << b;
        for (const RoofMark& mark : panel.marks) {
            const double r = radiusOf(mark);
            const QPointF at = plot.place(mark);
            EXPECT_FALSE(labels[a].box.intersects(QRectF(at - QPointF(r, r), at + QPointF(r, r))));
        }
    }
}

TEST(RooflineLayout, WhatIsNotThereTakesNoRoom) {
    const RooflinePicture both = rooflineOf(*sampleWork(), WorkDetail::Phase);
    const RoofPlots plots = plotsOf(both, area, edge);
    EXPECT_FALSE(plots.arithmetic.empty());
    EXPECT_FALSE(plots.fabric.empty());
    EXPECT_LT(plots.arithmetic.box.right(), plots.fabric.box.left());
    const RoofPlots sends =
        plotsOf(rooflineOf(*answer(allToAllOn(cloudMatrix())), WorkDetail::Phase), area, edge);
    EXPECT_TRUE(sends.arithmetic.empty());
    EXPECT_NEAR(sends.fabric.box.width(), area.width() - 70, 1e-9);
}

TEST(RooflineLayout, TheMarkOnTopIsTheOneThatIsMet) {
    // A small mark on a large one, painted after it: its middle is its own, beside it is the large one's.
    RoofPanel panel;
    panel.x = {0, 3};
    panel.y = {10, 14};
    RoofMark large, small;
    large.x = small.x = 30;
    large.y = small.y = 1e12;
    large.share = 0.9;
    small.share = 0.01;
    panel.marks = {large, small};
    const RoofPlot plot{QRectF(0, 0, 400, 300), panel.x, panel.y};
    const QPointF middle = plot.place(small);
    ASSERT_GT(radiusOf(large), radiusOf(small) + 1);
    EXPECT_EQ(markAt(panel, plot, middle, 8), 1u);
    EXPECT_EQ(markAt(panel, plot, middle + QPointF(radiusOf(large) - 0.5, 0), 8), 0u);
    EXPECT_EQ(markAt(panel, plot, middle + QPointF(200, 0), 8), 2u) << "none";
}

TEST(RooflineLayout, PowersOfTenAreEquallyFarApart) {
    const RoofPlot plot{QRectF(0, 0, 300, 200), {0, 3}, {10, 12}};
    EXPECT_NEAR(plot.place(10, 1e10).x(), 100, 1e-9);
    EXPECT_NEAR(plot.place(100, 1e11).x(), 200, 1e-9);
    EXPECT_NEAR(plot.place(1, 1e11).y(), 100, 1e-9);
}

TEST(RooflineLayout, TheHbmMeetsTheHighestPeak) {
    const RooflinePicture picture = rooflineOf(*sampleWork(), WorkDetail::Phase);
    const RoofPlots plots = plotsOf(picture, area, edge);
    const RoofPanel& panel = picture.arithmetic;
    const auto [from, to] = endsOf(panel, panel.roofs.size() - 1, plots.arithmetic);
    const auto [flat, end] = endsOf(panel, 1, plots.arithmetic); // 8 bit is the highest
    EXPECT_NEAR(to.x(), flat.x(), 1e-6);
    EXPECT_NEAR(to.y(), flat.y(), 1e-6);
    EXPECT_LT(from.x(), to.x());
    EXPECT_EQ(roofAt(panel, plots.arithmetic, (flat + end) / 2, 6), 1u);
}

} // namespace supernode::test
