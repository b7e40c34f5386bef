// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/board_rows.h"

#include "tests/views/panels/sample_outcomes.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

using test::metricOf;
using test::metricsOnly;
using Better = Metric::Better;

// CloudMatrix: 384 chips. Numbers as the two machines have them, rounded.
Outcome left() {
    return metricsOnly(test::cloudMatrix(),
                       {metricOf("bf16_dense", 288.768, "PFLOPS", Better::Higher, Grade::Derived),
                        metricOf("hbm_capacity", 49.152, "TB", Better::Higher, Grade::Derived),
                        metricOf("hbm_bandwidth", 1228.8, "TB/s", Better::Higher, Grade::Derived),
                        metricOf("scale_up_injection", 150.528, "TB/s", Better::Higher, Grade::Derived),
                        metricOf("time", 342, "us", Better::Lower),
                        metricOf("typical_power", 559.378, "kW", Better::Lower, Grade::Analyst)});
}

// NVL72: 72 chips.
Outcome right(double microsecondsTaken = 73.5) {
    return metricsOnly(test::nvl72(),
                       {metricOf("bf16_dense", 180, "PFLOPS", Better::Higher, Grade::Vendor),
                        metricOf("hbm_capacity", 13.392, "TB", Better::Higher, Grade::Vendor),
                        metricOf("hbm_bandwidth", 576, "TB/s", Better::Higher, Grade::Vendor),
                        metricOf("scale_up_injection", 64.8, "TB/s", Better::Higher, Grade::Vendor),
                        metricOf("time", microsecondsTaken, "us", Better::Lower),
                        metricOf("typical_power", 145, "kW", Better::Lower, Grade::Vendor)});
}

Board both(const Outcome& a, const Outcome& b, Per per, const std::vector<Benchmark>& benchmarks = {}) {
    return boardFor(
        {boardMachine(std::make_shared<const Outcome>(a)), boardMachine(std::make_shared<const Outcome>(b))},
        per, benchmarks);
}

constexpr std::size_t first = 0, second = 1;

const BoardRow& row(const Board& board, const QString& id) {
    return *std::find_if(board.rows.begin(), board.rows.end(), [&](const BoardRow& r) { return r.id == id; });
}

TEST(BoardRows, ASystemHasWhatItsMetricsSay) {
    const Board board = both(left(), right(), Per::System);
    ASSERT_EQ(board.rows.size(), 6u);
    EXPECT_EQ(row(board, "bf16_dense").unit, "PFLOPS");
    EXPECT_DOUBLE_EQ(row(board, "bf16_dense").value(first).value_or(0), 288.768);
    EXPECT_DOUBLE_EQ(row(board, "bf16_dense").value(second).value_or(0), 180);
    EXPECT_EQ(board.machines[0].shortName, "CM384");
    EXPECT_EQ(board.machines[1].shortName, "NVL72");
    EXPECT_EQ(board.machines[0].colour, QColor("#E69F00"));
}

// 288.768 PFLOPS / 384 = 752 TFLOPS, 180 / 72 = 2,500; 49.152 TB / 384 = 128 GB, 13.392 / 72 = 186 GB;
// 1,228.8 / 384 = 3.2 TB/s, 576 / 72 = 8; 150.528 / 384 = 392 GB/s, 64.8 / 72 = 900.
TEST(BoardRows, AChipHasItsShare) {
    const Board board = both(left(), right(), Per::Chip);
    EXPECT_EQ(row(board, "bf16_dense").unit, "TFLOPS");
    EXPECT_EQ(row(board, "bf16_dense").note, "one chip");
    EXPECT_NEAR(row(board, "bf16_dense").value(first).value_or(0), 752, 1e-9);
    EXPECT_NEAR(row(board, "bf16_dense").value(second).value_or(0), 2500, 1e-9);
    EXPECT_EQ(row(board, "hbm_capacity").unit, "GB");
    EXPECT_NEAR(row(board, "hbm_capacity").value(first).value_or(0), 128, 1e-9);
    EXPECT_NEAR(row(board, "hbm_capacity").value(second).value_or(0), 186, 1e-9);
    EXPECT_EQ(row(board, "hbm_bandwidth").unit, "TB/s");
    EXPECT_NEAR(row(board, "hbm_bandwidth").value(first).value_or(0), 3.2, 1e-9);
    EXPECT_EQ(row(board, "scale_up_injection").unit, "GB/s");
    EXPECT_NEAR(row(board, "scale_up_injection").value(first).value_or(0), 392, 1e-9);
    EXPECT_NEAR(row(board, "scale_up_injection").value(second).value_or(0), 900, 1e-9);
}

// The caller evaluates with the work that belongs to the switch: time is never divided.
TEST(BoardRows, TimesAreNotDividedButSayTheirWork) {
    const Board system = both(left(), right(), Per::System), chip = both(left(), right(), Per::Chip);
    EXPECT_DOUBLE_EQ(row(system, "time").value(first).value_or(0), 342);
    EXPECT_DOUBLE_EQ(row(chip, "time").value(first).value_or(0), 342);
    EXPECT_EQ(row(system, "time").note, "same bytes in all · less wins");
    EXPECT_EQ(row(chip, "time").note, "same bytes a chip · less wins");
}

// Left needs 342, right 73.5; with pairs of the right cut off, right has not done the work and left leads.
TEST(BoardRows, WhoDoesNotDeliverAllDoesNotWin) {
    Outcome damaged = right();
    damaged.undelivered.pairs = 2;
    const Board board = both(left(), damaged, Per::System);
    EXPECT_EQ(row(board, "time").leader, first);
    EXPECT_EQ(row(board, "time").note, "not all pairs are joined");
    EXPECT_EQ(row(both(left(), right(), Per::System), "time").leader, second);
}

// 342 µs against 2,500 µs: the larger decides the unit, 0.342 and 2.5 ms.
TEST(BoardRows, TimesShareAUnit) {
    const Board board = both(left(), right(2500), Per::System);
    EXPECT_EQ(row(board, "time").unit, "ms");
    EXPECT_NEAR(row(board, "time").value(first).value_or(0), 0.342, 1e-12);
    EXPECT_NEAR(row(board, "time").value(second).value_or(0), 2.5, 1e-12);
}

TEST(BoardRows, LessIsBetterForTimeAndPower) {
    const Board board = both(left(), right(), Per::System);
    EXPECT_EQ(row(board, "bf16_dense").leader, first);
    EXPECT_EQ(row(board, "time").leader, second);
    EXPECT_EQ(row(board, "typical_power").leader, second);
}

// Per system the larger machine leads in four of six; per chip power alone (1.46 against 2.01 kW) is left.
TEST(BoardRows, TheWinnerChangesWithTheSwitch) {
    EXPECT_EQ(headlineOf(both(left(), right(), Per::System)),
              "CloudMatrix 384 leads on 4 of 6, GB200 NVL72 on 2");
    EXPECT_EQ(headlineOf(both(left(), right(), Per::Chip)),
              "GB200 NVL72 leads on 5 of 6, CloudMatrix 384 on 1");
}

TEST(BoardRows, EqualNumbersHaveNoLeader) {
    const Board board = both(left(), right(342), Per::System);
    EXPECT_EQ(row(board, "time").leader, std::nullopt);
    EXPECT_EQ(headlineOf(board), "CloudMatrix 384 leads on 4 of 6, GB200 NVL72 on 1");
}

TEST(BoardRows, ARowThatOneMachineLacksIsLeftOut) {
    const Board board = both(left(), metricsOnly(test::nvl72(), {}), Per::System);
    EXPECT_TRUE(board.rows.empty());
    EXPECT_EQ(headlineOf(board), "Nothing to compare yet");
}

// 72 x 10 PFLOPS against none; per chip 10 PFLOPS. It counts for nobody, as its floor does not.
TEST(BoardRows, AMissingFactIsShownAsMissing) {
    Outcome nvl72 = right();
    nvl72.metrics.push_back(metricOf("four_bit_dense", 720, "PFLOPS", Better::Higher, Grade::Derived));
    Outcome cloudMatrix = left();
    cloudMatrix.metrics.push_back(metricOf("floor", 11.04, "m²", Better::Lower, Grade::Derived));
    const Board board = both(cloudMatrix, nvl72, Per::System);
    EXPECT_EQ(row(board, "four_bit_dense").value(first).value_or(0), 0);
    EXPECT_EQ(row(board, "four_bit_dense").value(second).value_or(0), 720);
    EXPECT_EQ(row(board, "four_bit_dense").leader, std::nullopt);
    EXPECT_EQ(row(board, "four_bit_dense").note, "CM384 has no 4-bit arithmetic");
    EXPECT_EQ(ratioLine(board, row(board, "four_bit_dense")), "no number for CM384");
    EXPECT_EQ(row(board, "floor").note, "no size of a rack is published for NVL72");
    EXPECT_EQ(headlineOf(board), "CloudMatrix 384 leads on 4 of 8, GB200 NVL72 on 2");
    EXPECT_NEAR(row(both(cloudMatrix, nvl72, Per::Chip), "four_bit_dense").value(second).value_or(0), 10,
                1e-9);
}

TEST(BoardRows, TheLessTrustedGradeIsShown) {
    const Board board = both(left(), right(), Per::System);
    EXPECT_EQ(gradeLine(row(board, "typical_power").grade), "analyst");
    EXPECT_EQ(gradeLine(row(board, "bf16_dense").grade), "derived");
    EXPECT_EQ(gradeLine(row(board, "time").grade), "modelled");
    EXPECT_EQ(gradeLine(Grade::Vendor), "published");
}

// 288.768 / 180 = 1.604; 73.5 / 342 turned round is 0.215.
TEST(BoardRows, TheRatioNamesBothMachines) {
    const Board board = both(left(), right(), Per::System);
    EXPECT_EQ(ratioLine(board, row(board, "bf16_dense")), "1.6× CM384/NVL72");
    const Board turned = both(right(), left(), Per::System);
    EXPECT_EQ(ratioLine(turned, row(turned, "time")), "0.21× NVL72/CM384");
}

// 1,000 and 400 tokens/s: per chip 2.6 against 5.6. These machines draw the same for each of the two.
TEST(BoardRows, SaysWhichSwitchTurnsTheWinnerRound) {
    const Benchmark decode{"decode",
                           "Decode",
                           "8 bit",
                           {{metricOf("throughput", 1000, "tokens/s", Better::Higher)},
                            {metricOf("throughput", 400, "tokens/s", Better::Higher)}},
                           0.15};
    const Board board = both(left(), right(), Per::System, {decode});
    const BoardRow& made = row(board, "decode");
    EXPECT_EQ(made.leader, first);
    EXPECT_EQ(made.leaders[1], second) << "per chip";
    EXPECT_EQ(sourceLine(made), "modelled ±15 %");
    EXPECT_TRUE(flipsOf(board).startsWith("GB200 NVL72 leads per chip")) << flipsOf(board).toStdString();
}

TEST(BoardRows, WhatOneMachineCannotDoHasNoLeaderAndSaysWhy) {
    const Benchmark alone{
        "decode",
        "Decode",
        "8 bit",
        {{metricOf("throughput", 1000, "tokens/s", Better::Higher)}, {std::nullopt, "too small"}}};
    const Board board = both(left(), right(), Per::System, {alone});
    EXPECT_EQ(row(board, "decode").leader, std::nullopt);
    EXPECT_EQ(row(board, "decode").note, "too small");
    EXPECT_EQ(ratioLine(board, row(board, "decode")), "no number for NVL72");
}

} // namespace
} // namespace supernode
