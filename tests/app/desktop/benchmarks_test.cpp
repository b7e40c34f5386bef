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
    ASSERT_EQ(all.size(), 5u);
    for (const Benchmark& b : all) {
        EXPECT_TRUE(b.numbers[0].metric && b.numbers[0].metric->value > 0) << b.id.toStdString();
        EXPECT_TRUE(b.numbers[1].metric && b.numbers[1].metric->value > 0) << b.id.toStdString();
        EXPECT_GT(b.error, 0) << b.id.toStdString() << ": a number without its error";
    }
}

// The decode of the board, one request a chip more: a token takes longer than 50 ms, or it does not fit.
TEST(Benchmarks, NoTokenTakesLongerThanTheLimit) {
    for (const char* id : {"cloudmatrix384", "gb200-nvl72"}) {
        const std::vector<BenchmarkNumber> numbers = benchmarksOf(machine(id));
        const double throughput = numbers[2].metric->value; // tokens a second of the machine
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

// A link of a thousandth of its rate: no token within 50 ms, whatever the batch.
TEST(Benchmarks, ADecodeThatIsTooSlowSaysSo) {
    const std::vector<BenchmarkNumber> slow =
        benchmarksOf(machine("cloudmatrix384", {SetFact{"fabric.link_rate", 0.028}}));
    for (const std::size_t row : {2u, 4u}) {
        EXPECT_FALSE(slow[row].metric) << row;
        EXPECT_FALSE(slow[row].why.empty()) << row;
    }
}

} // namespace
} // namespace supernode
