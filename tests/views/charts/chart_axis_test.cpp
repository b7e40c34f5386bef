// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chart_axis.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

const CurveAxis time{"time", "us", AxisScale::Logarithmic, 10, 0, 0.06};
const CurveAxis size{"bytes", "MiB", AxisScale::Logarithmic, 2};
const CurveAxis share{"share", "%", AxisScale::Linear, 10, 0, 0.06};

// 340 to 1,040 us, six per cent of that way more at either end: whole decades would be 100 to 10,000.
TEST(ChartAxis, ALogarithmicAxisIsFilled) {
    const AxisSpan span = spanOf(time, 340, 1040);
    EXPECT_NEAR(placeOf(time, span, 340), 0.06 / 1.12, 1e-9);
    EXPECT_NEAR(placeOf(time, span, 1040), 1.06 / 1.12, 1e-9);
    const std::vector<double> ticks = ticksOf(time, span, 7);
    EXPECT_GE(ticks.size(), 2u);
    for (const double tick : ticks) {
        EXPECT_GE(tick, span.low);
        EXPECT_LE(tick, span.high);
    }
}

TEST(ChartAxis, LinesStandAtRoundNumbers) {
    EXPECT_EQ(ticksOf(share, spanOf(share, 0, 100), 6), (std::vector<double>{0, 20, 40, 60, 80, 100}));
    EXPECT_EQ(ticksOf(time, spanOf(time, 20, 90000), 8), (std::vector<double>{100, 1000, 10000, 100000}));
    // 1 KiB to 4 GiB are 2^-10 to 2^12 MiB; six powers of 16, and the end.
    EXPECT_EQ(ticksOf(size, spanOf(size, 1 / 1024.0, 4096), 8),
              (std::vector<double>{1 / 1024.0, 1 / 64.0, 1 / 4.0, 4, 64, 1024, 4096}));
    CurveAxis linear = size;
    linear.scale = AxisScale::Linear;
    EXPECT_EQ(ticksOf(linear, spanOf(linear, 0, 4096), 4), (std::vector<double>{0, 1024, 2048, 3072, 4096}));
}

TEST(ChartAxis, NumbersHaveSeparatorsAndUnits) {
    const QString thin(QChar(0x2009));
    EXPECT_EQ(tickText(time, 100000), "100" + thin + "ms");
    EXPECT_EQ(tickText(time, 500), "500" + thin + "µs");
    EXPECT_EQ(tickText(size, 1 / 1024.0), "1" + thin + "KiB");
    EXPECT_EQ(tickText(size, 1024), "1" + thin + "GiB");
    EXPECT_EQ(tickText(share, 20), "20" + thin + "%");
    EXPECT_EQ(tickText({"chips", "tokens/s"}, 10000), "10,000");
    EXPECT_EQ(valueText({"", "tokens/s"}, 12345, Digits::Modelled), "12,300" + thin + "tokens/s");
}

TEST(ChartAxis, ALinearAxisStartsAtZero) {
    EXPECT_EQ(spanOf(share, 40, 90).low, 0);
    EXPECT_EQ(spanOf(share, 0, 0).high, 1.06) << "no value at all";
}

} // namespace
} // namespace supernode
