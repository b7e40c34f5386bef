// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/tile_model.h"

#include "tests/views/panels/sample_outcomes.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

using test::metricOf;
using test::metricsOnly;
using Better = Metric::Better;
using Judgement = TileModel::Judgement;

std::string text(const QString& s) { return QString(s).replace(QChar(0x2009), ' ').toStdString(); }

TEST(TileModel, TakesTheFirstSixMetrics) {
    const Outcome now =
        metricsOnly(test::cloudMatrix(), {metricOf("a", 1, "x"), metricOf("b", 1, "x"), metricOf("c", 1, "x"),
                                          metricOf("d", 1, "x"), metricOf("e", 1, "x"), metricOf("f", 1, "x"),
                                          metricOf("g", 1, "x")});
    const std::vector<TileModel> tiles = tilesFor(now, now, nullptr);
    ASSERT_EQ(tiles.size(), headlineTiles);
    EXPECT_EQ(text(tiles[3].id), "d");
}

TEST(TileModel, EveryKindHasItsNumbersInItsOrder) {
    Outcome now = metricsOnly(test::cloudMatrix(),
                              {metricOf("power", 1, "kW"), metricOf("time_to_first_token_p50", 1, "ms"),
                               metricOf("goodput", 1, "requests/s"), metricOf("time", 1, "us")});
    now.scenario.workload = Serving{};
    const std::vector<TileModel> serving = tilesFor(now, now, nullptr);
    EXPECT_EQ(text(serving[0].id), "goodput");
    EXPECT_EQ(text(serving[1].title), "First token, half");
    EXPECT_EQ(text(serving[2].id), "power");
    now.scenario.workload = AllReduce{};
    EXPECT_EQ(text(tilesFor(now, now, nullptr)[0].id), "time");
}

TEST(TileModel, WhatTheOtherMachineLacksIsSaid) {
    const Outcome now = metricsOnly(test::cloudMatrix(), {metricOf("time", 1500, "us", Better::Lower)});
    const Outcome other = metricsOnly(test::nvl72(), {metricOf("time", 73.5, "us", Better::Lower)});
    const QString note = "GB200 NVL72 has 72 GPUs, not 160";
    EXPECT_EQ(text(tilesFor(now, now, &other, note).front().other), "NVL72 73.5 µs*");
    EXPECT_EQ(text(tilesFor(now, now, nullptr, note).front().other), "not compared");
    EXPECT_EQ(tilesFor(now, now, nullptr, note).front().note, note);
}

// What lacks a latency that nobody published is a bound, here and beside the other machine's.
TEST(TileModel, ABoundIsToldFromTheValueItself) {
    Metric least = metricOf("time", 0.67, "ns", Better::Lower), most = metricOf("throughput", 64.8, "TB/s");
    least.bound = Metric::Bound::AtLeast;
    most.bound = Metric::Bound::AtMost;
    const Outcome now = metricsOnly(test::nvl72(), {least, most});
    const std::vector<TileModel> tiles = tilesFor(now, now, &now);
    EXPECT_EQ(text(tiles[0].value), "≤ 64.8");
    EXPECT_EQ(text(tiles[1].value), "≥ 0.670");
    EXPECT_EQ(text(tiles[0].other), "NVL72 ≤ 64.8");
}

// 96.3 / 100 - 1 = -3.7 %; throughput fell, which is bad. 53.2 - 51.3 = 1.9 ms; time rose, which is bad too.
TEST(TileModel, AChangeIsJudgedByWhatIsBetter) {
    const Outcome now = metricsOnly(test::cloudMatrix(), {metricOf("throughput", 96.3, "TB/s"),
                                                          metricOf("time", 53.2, "ms", Better::Lower),
                                                          metricOf("use", 50, "%", Better::Neither)});
    const Outcome before = metricsOnly(test::cloudMatrix(), {metricOf("throughput", 100, "TB/s"),
                                                             metricOf("time", 51.3, "ms", Better::Lower),
                                                             metricOf("use", 37, "%", Better::Neither)});
    const std::vector<TileModel> tiles = tilesFor(now, before, nullptr);
    EXPECT_EQ(text(tiles[0].changeLong), "▼ -3.7 % vs. baseline");
    EXPECT_EQ(tiles[0].judgement, Judgement::Bad);
    EXPECT_EQ(text(tiles[1].change), "▲ +1.9 ms");
    EXPECT_EQ(tiles[1].judgement, Judgement::Bad);
    EXPECT_EQ(text(tiles[2].change), "▲ +13 points");
    EXPECT_EQ(tiles[2].judgement, Judgement::Neutral);
    const std::vector<TileModel> back = tilesFor(before, now, nullptr);
    EXPECT_EQ(back[0].judgement, Judgement::Good);
    EXPECT_EQ(back[1].judgement, Judgement::Good);
}

TEST(TileModel, NothingChangedAgainstItself) {
    const Outcome now = metricsOnly(test::cloudMatrix(), {metricOf("throughput", 96.3, "TB/s")});
    const TileModel tile = tilesFor(now, now, nullptr).front();
    EXPECT_EQ(tile.judgement, Judgement::Same);
    EXPECT_EQ(text(tile.changeLong), "= baseline");
    EXPECT_EQ(text(tile.change), "="); // where there is no room
}

// 1,500 µs is shown as 1.50 ms; the baseline of 900 µs is 0.6 ms less.
TEST(TileModel, TimesInDifferentUnitsAreCompared) {
    const Outcome now = metricsOnly(test::cloudMatrix(), {metricOf("time", 1500, "us", Better::Lower)});
    const Outcome before = metricsOnly(test::cloudMatrix(), {metricOf("time", 900, "us", Better::Lower)});
    const TileModel tile = tilesFor(now, before, nullptr).front();
    EXPECT_EQ(text(tile.value + " " + tile.unit), "1.50 ms");
    EXPECT_EQ(text(tile.change), "▲ +0.6 ms");
}

// 1.16 µs for 1.0953 µs: 64.7 ns more, which no tile has the room to call 0.0647 µs.
TEST(TileModel, AChangeFarSmallerThanTheTimeHasItsOwnUnit) {
    const Outcome now = metricsOnly(test::cloudMatrix(), {metricOf("time", 1.16, "us", Better::Lower)});
    const Outcome before = metricsOnly(test::cloudMatrix(), {metricOf("time", 1.0953, "us", Better::Lower)});
    EXPECT_EQ(text(tilesFor(now, before, nullptr).front().change), "▲ +65 ns");
    EXPECT_EQ(text(tilesFor(before, now, nullptr).front().change), "▼ -65 ns");
}

TEST(TileModel, TheOtherMachineIsNamedInItsColour) {
    const Outcome now = metricsOnly(test::cloudMatrix(), {metricOf("time", 1500, "us", Better::Lower)});
    const Outcome other = metricsOnly(test::nvl72(), {metricOf("time", 73.5, "us", Better::Lower)});
    const TileModel tile = tilesFor(now, now, &other).front();
    EXPECT_EQ(text(tile.other), "NVL72 73.5 µs"); // its own unit, because it differs
    EXPECT_EQ(tile.otherColour, QColor("#56B4E9"));
}

TEST(TileModel, AMetricThatTheBaselineLacksHasNoChange) {
    const Outcome now = metricsOnly(test::cloudMatrix(), {metricOf("bandwidth", 10, "GB/s")});
    const Outcome before = metricsOnly(test::cloudMatrix(), {metricOf("throughput", 10, "TB/s")});
    const TileModel tile = tilesFor(now, before, nullptr).front();
    EXPECT_EQ(tile.judgement, Judgement::Unknown);
    EXPECT_TRUE(tile.change.isEmpty());
}

// One die of 768 down: the rest is done sooner, which is no gain, and the tile says what is left of the
// pairs.
TEST(TileModel, LessWorkDoneSoonerIsNotBetter) {
    const Scenario whole{test::cloudMatrix(), {}, AllToAll{}};
    const OutcomePtr before = *evaluate(whole), after = *evaluate(withChange(whole, Fail{"node 1"}));
    bool pairs = false;
    for (const TileModel& tile : tilesFor(*after, *before, nullptr)) {
        EXPECT_NE(tile.judgement, TileModel::Judgement::Good) << tile.id.toStdString();
        pairs = pairs || tile.id == "delivered_pairs";
    }
    EXPECT_TRUE(pairs);
}

// Six of seven planes are as full as seven were: the title says so.
TEST(TileModel, TheFabricInUseNamesThePlanesThatAreLeft) {
    const Scenario whole{test::cloudMatrix(), {}, AllToAll{}};
    const OutcomePtr before = *evaluate(whole), after = *evaluate(withChange(whole, Fail{"plane 3"}));
    for (const TileModel& tile : tilesFor(*after, *before, nullptr))
        if (tile.id == "fabric_utilization") {
            EXPECT_EQ(tile.title, "Use of 6 planes");
        }
}

} // namespace
} // namespace supernode
