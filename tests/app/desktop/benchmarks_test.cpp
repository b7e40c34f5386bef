// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/benchmarks.h"

#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

Scenario machine(const char* id, std::vector<Change> changes = {}) {
    return {builtinSystem(id), std::move(changes), Specification{}};
}

const Benchmark& of(const std::vector<Benchmark>& all, const QString& id) {
    return *std::find_if(all.begin(), all.end(), [&](const Benchmark& b) { return b.id == id; });
}

TEST(Benchmarks, BothMachinesDoAllOfThem) {
    const std::vector<Benchmark> all = benchmarks({machine("cloudmatrix384"), machine("gb200-nvl72")});
    ASSERT_EQ(all.size(), 8u);
    EXPECT_FALSE(of(all, "latency").numbers[1].metric) << "nobody published it";
    EXPECT_NE(of(all, "latency").numbers[1].why.find("GB200 NVL72"), std::string::npos);
    for (const Benchmark& b : all) {
        if (b.id == "latency")
            continue;
        EXPECT_TRUE(b.numbers[0].metric && b.numbers[0].metric->value > 0) << b.id.toStdString();
        EXPECT_TRUE(b.numbers[1].metric && b.numbers[1].metric->value > 0) << b.id.toStdString();
        EXPECT_GT(b.error, 0) << b.id.toStdString() << ": a number without its error";
    }
}

// The decode of the board, one request a chip more: a token takes longer than 50 ms, or it does not fit.
TEST(Benchmarks, NoTokenTakesLongerThanTheLimit) {
    for (const char* id : {"cloudmatrix384", "gb200-nvl72"}) {
        const std::vector<BenchmarkNumber> numbers = benchmarksOf(machine(id));
        const double throughput = numbers[3].metric->value; // tokens a second of the machine
        Decode w;
        w.precision = std::string(id) == "cloudmatrix384" ? Precision::Int8 : Precision::Fp8;
        int inTime = 0;
        for (int batch = 1; batch < 2000; ++batch) {
            w.batchPerChip = batch;
            const Result<OutcomePtr> o = evaluate(*withModel({builtinSystem(id), {}, w}));
            if (!o || (*o)->metric("time_per_output_token")->value > tokenLimitMs)
                break;
            inTime = batch;
            if ((*o)->metric("throughput")->value >= throughput * (1 - 1e-9))
                break;
        }
        ASSERT_GT(inTime, 0) << id;
        w.batchPerChip = inTime;
        EXPECT_NEAR((*evaluate(*withModel({builtinSystem(id), {}, w})))->metric("throughput")->value,
                    throughput, throughput * 1e-9);
        w.batchPerChip = inTime + 1;
        const Result<OutcomePtr> more = evaluate(*withModel({builtinSystem(id), {}, w}));
        EXPECT_TRUE(!more || (*more)->metric("time_per_output_token")->value > tokenLimitMs) << id;
    }
}

TEST(Benchmarks, AChangedMachineIsMeasuredAsItIs) {
    const std::vector<Benchmark> whole = benchmarks({machine("cloudmatrix384"), machine("gb200-nvl72")});
    const std::vector<Benchmark> cut =
        benchmarks({machine("cloudmatrix384", {Fail{"plane 3"}}), machine("gb200-nvl72")});
    // Six of seven planes: the bus bandwidth of a rank is nearly all links.
    EXPECT_NEAR(of(cut, "all_reduce").numbers[0].metric->value /
                    of(whole, "all_reduce").numbers[0].metric->value,
                6.0 / 7, 0.02);
    EXPECT_EQ(of(cut, "all_reduce").numbers[1].metric->value,
              of(whole, "all_reduce").numbers[1].metric->value);
}

// NVL72 with fewer GPUs than the 64 ranks of the exchange: no number, and why.
TEST(Benchmarks, WhatAMachineCannotDoSaysWhy) {
    Scenario small = machine("gb200-nvl72");
    SystemSpec s = *small.system;
    s.node.nodes.value = 8; // 32 GPUs
    small.system = std::make_shared<const SystemSpec>(s);
    const std::vector<Benchmark> all = benchmarks({machine("cloudmatrix384"), small});
    EXPECT_FALSE(of(all, "experts").numbers[1].metric);
    EXPECT_NE(of(all, "experts").numbers[1].why.find("64"), std::string::npos)
        << of(all, "experts").numbers[1].why;
    for (const Benchmark& b : all)
        EXPECT_TRUE(b.numbers[1].metric || !b.numbers[1].why.empty())
            << b.id.toStdString() << ": no number, and no word why";
}

// Nine tenths are in time at the arrivals of the board, no longer at a tenth more; and with a decode instance
// more or less no more arrivals can be taken at all.
TEST(Benchmarks, ServingIsWhatTheBestSplitLeavesInTime) {
    for (const char* id : {"cloudmatrix384", "gb200-nvl72"}) {
        const BenchmarkNumber number = benchmarksOf(machine(id))[6];
        ASSERT_TRUE(number.metric) << id << number.why;
        const auto served = std::get<Serving>(number.parts[0].scenario.workload);
        EXPECT_GE(number.metric->value, served.arrivalsPerSecond * inTimeShare) << id;
        const auto ask = [&](const Serving& w, const char* metric) {
            const Result<OutcomePtr> o = evaluate(*withModel({builtinSystem(id), {}, w}));
            return o ? (*o)->metric(metric)->value : 0; // more than can be taken is refused
        };
        Serving more = served;
        more.arrivalsPerSecond *= 1.1;
        EXPECT_LT(ask(more, "goodput"), more.arrivalsPerSecond * inTimeShare) << id;
        const double most = ask(served, "stable_rate");
        for (const int by : {-1, 1}) {
            Serving other = served;
            other.decodeInstances += by;
            other.prefillInstances = (builtinSystem(id)->chips() - 32 * other.decodeInstances) / 8;
            other.arrivalsPerSecond = 1;
            if (other.decodeInstances > 0 && other.prefillInstances > 0) {
                EXPECT_LE(ask(other, "stable_rate"), most * (1 + 1e-9)) << id;
            }
        }
    }
}

// A link of a thousandth of its rate: no token within 50 ms, whatever the batch.
TEST(Benchmarks, ADecodeThatIsTooSlowSaysSo) {
    const std::vector<BenchmarkNumber> slow =
        benchmarksOf(machine("cloudmatrix384", {SetFact{"fabric.link_rate", 0.028}}));
    for (const std::size_t row : {3u, 5u}) {
        EXPECT_FALSE(slow[row].metric) << row;
        EXPECT_FALSE(slow[row].why.empty()) << row;
    }
}

} // namespace
} // namespace supernode
