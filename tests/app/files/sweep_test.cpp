// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/sweep.h"

#include "app/files/builtin.h"
#include "model/evaluate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace supernode {
namespace {

Sweep sweepOf(const std::vector<Variation>& variations) {
    return *Sweep::of(*builtinScenario("all-to-all"), variations);
}

std::vector<std::string> rowsOf(const Sweep& sweep, std::size_t first, std::size_t stride, int threads) {
    std::vector<std::string> rows;
    answerRows(sweep, first, stride, threads, [&](std::size_t, const SweepRow& row) -> std::optional<Issue> {
        rows.push_back(Sweep::text(row));
        return std::nullopt;
    });
    return rows;
}

const std::vector<Variation> twoByThree{{"workload.bytes", {"1024", "1048576"}},
                                        {"fail", {"none", "plane 3", "plane 99"}}};

TEST(Sweep, TheLastVariationMovesFastest) {
    const std::vector<std::string> rows = rowsOf(sweepOf(twoByThree), 0, 1, 1);
    ASSERT_EQ(rows.size(), 6u);
    EXPECT_TRUE(rows[0].starts_with("1024,none,"));
    EXPECT_TRUE(rows[1].starts_with("1024,plane 3,"));
    EXPECT_TRUE(rows[3].starts_with("1048576,none,"));
}

TEST(Sweep, ARowSaysWhatEvaluateSays) {
    const Sweep sweep = sweepOf(twoByThree);
    const Result<OutcomePtr> outcome = evaluate(*sweep.scenario(4)); // 1 MiB, plane 3 failed
    ASSERT_TRUE(outcome);
    EXPECT_EQ((*outcome)->scenario.changes.size(), 1u);
    const std::string row = rowsOf(sweep, 4, 99, 1).front();
    const std::string first = row.substr(std::string("1048576,plane 3,").size());
    EXPECT_DOUBLE_EQ(std::stod(first), (*outcome)->metrics.front().value);
}

// Columns a headline, the time and the power; the power is the usual cost, then the time.
TEST(TellingColumns, AreNotTheSameInEveryRow) {
    std::vector<Metric> columns(3);
    columns[0].id = "throughput";
    columns[1].id = "time";
    columns[2].id = "power";
    const auto rows = [](double headline, double time, double power) {
        return std::vector<SweepRow>{{{}, {1.0, 1.0, 1.0}, "", ""},
                                     {{}, {headline, time, power}, "", ""},
                                     {{}, {}, "", "refused"},
                                     {{}, {std::nullopt, 1.0, 1.0}, "", ""}};
    };
    EXPECT_EQ(tellingColumns(columns, rows(2, 2, 2)), (TellingColumns{0, 2}));
    EXPECT_EQ(tellingColumns(columns, rows(2, 2, 1)), (TellingColumns{0, 1})) << "the power is the same";
    EXPECT_EQ(tellingColumns(columns, rows(1, 2, 2)), (TellingColumns{1, 2})) << "the headline is the same";
    EXPECT_EQ(tellingColumns(columns, rows(1 + 1e-9, 2, 2)), (TellingColumns{1, 2})) << "to within rounding";
    EXPECT_EQ(tellingColumns(columns, rows(1, 1, 1)), (TellingColumns{0, 2})) << "nothing differs";
    EXPECT_EQ(tellingColumns({}, {}), TellingColumns{});
}

TEST(Sweep, ACombinationThatIsRefusedSaysWhyInItsRow) {
    const std::vector<std::string> rows = rowsOf(sweepOf(twoByThree), 0, 1, 1);
    EXPECT_NE(rows[2].find("there is no plane 99"), std::string::npos) << rows[2];
    const std::string head = sweepOf(twoByThree).head();
    EXPECT_TRUE(head.ends_with("bottleneck,refused"));
}

TEST(Sweep, AnyNumberOfThreadsWritesTheSameRows) {
    const Sweep sweep =
        sweepOf({{"workload.bytes", {"1024", "4096", "65536"}},
                 {"fail", {"none", "plane 1", "plane 1+plane 2", "node 7 l1 4", "nonsense"}}});
    const std::vector<std::string> one = rowsOf(sweep, 0, 1, 1);
    EXPECT_EQ(one.size(), 15u);
    EXPECT_EQ(rowsOf(sweep, 0, 1, 4), one);
    std::vector<std::string> third(5); // rows 1, 4, 7, 10, 13
    for (std::size_t i = 0; i < third.size(); ++i)
        third[i] = one[1 + 3 * i];
    EXPECT_EQ(rowsOf(sweep, 1, 3, 2), third);
}

TEST(Sweep, StopsWhenARowCannotBeTaken) {
    std::size_t taken = 0;
    const std::optional<Issue> issue =
        answerRows(sweepOf(twoByThree), 0, 1, 2, [&](std::size_t, const SweepRow&) {
            return ++taken == 2 ? std::optional(Issue{"disk", "is full", "make room"}) : std::nullopt;
        });
    ASSERT_TRUE(issue);
    EXPECT_EQ(issue->field, "disk");
    EXPECT_EQ(taken, 2u);
}

// Two threads hold after what they have in work: at most one row each. Then on, and stopped after the fourth.
TEST(Sweep, StopsAndHoldsWhenItIsTold) {
    const Sweep sweep = sweepOf({{"workload.bytes", std::vector<std::string>(40, "1024")}});
    SweepControl control;
    control.hold();
    std::atomic<std::size_t> taken = 0;
    std::jthread other([&] {
        answerRows(
            sweep, 0, 1, 2,
            [&](std::size_t, const SweepRow&) -> std::optional<Issue> {
                if (++taken == 4)
                    control.stop();
                return std::nullopt;
            },
            &control);
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_EQ(taken, 0u);
    control.goOn();
    other.join();
    EXPECT_TRUE(control.isStopped());
    EXPECT_GE(taken, 4u);
    EXPECT_LT(taken, 40u) << "the rows that were in work are the last";
}

// The same row as numbers and as text.
TEST(Sweep, ARowHasTheValuesOfItsText) {
    const Sweep sweep = sweepOf(twoByThree);
    EarlierAnswers earlier;
    const SweepRow row = sweep.row(1, earlier), refused = sweep.row(2, earlier);
    EXPECT_EQ(row.values, (std::vector<std::string>{"1024", "plane 3"}));
    ASSERT_EQ(row.metrics.size(), sweep.columns().size());
    const std::string rest = Sweep::text(row).substr(std::string("1024,plane 3,").size());
    EXPECT_DOUBLE_EQ(std::stod(rest), *row.metrics.front());
    EXPECT_FALSE(row.bottleneck.empty());
    EXPECT_EQ(row.refused, "");
    EXPECT_FALSE(refused.metrics.front());
    EXPECT_NE(refused.refused.find("plane 99"), std::string::npos);
}

TEST(Sweep, TheQuestionDiffersWhereTheTableWould) {
    const std::string question = sweepOf(twoByThree).question();
    EXPECT_EQ(question, sweepOf(twoByThree).question());
    std::vector<Variation> other = twoByThree;
    other[0].values[1] = "1048577";
    EXPECT_NE(question, sweepOf(other).question());
}

TEST(Sweep, NothingThatIsAnsweredOrTooMuchIsRefused) {
    const Scenario base = *builtinScenario("all-to-all");
    const Result<Sweep> none = Sweep::of(base, {{"workload.bites", {"1", "2"}}});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.issues().front().field, "workload.bites");
    const std::vector<std::string> many(4000, "1024");
    EXPECT_FALSE(Sweep::of(base, {{"workload.bytes", many}, {"workload.bytes", many}}));
}

} // namespace
} // namespace supernode
