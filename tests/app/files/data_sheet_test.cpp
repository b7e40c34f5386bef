// SPDX-License-Identifier: GPL-3.0-or-later
// What the machines are on paper, beyond what one fact says.
#include "tests/app/files/answers.h"

#include <gtest/gtest.h>

#include <map>

namespace supernode {
namespace {

Result<OutcomePtr> sheet(const char* system) { return ask(system, Specification{}); }

// CloudMatrix: a node injects 16 x 196 = 3,136 GB/s and has 112 uplinks x 28 = 3,136; 24 nodes face 24.
// NVL72: 36 GPUs x 900 GB/s.
TEST(DataSheet, TheBisectionIsThatOfHalfTheNodes) {
    EXPECT_NEAR(value(sheet("cloudmatrix384"), "scale_up_bisection"), 24 * 3.136, 1e-9);
    EXPECT_NEAR(value(sheet("gb200-nvl72"), "scale_up_bisection"), 36 * 0.9, 1e-9);
    EXPECT_EQ((*sheet("cloudmatrix384-x4"))->metric("scale_up_bisection"), nullptr) << "two networks join it";
    EXPECT_EQ((*sheet("atlas950"))->metric("scale_up_bisection"), nullptr) << "three tiers";
}

// 16 racks of 600 x 1,150 mm; the rack of NVL72 was assumed to be as large, which is no number of it.
TEST(DataSheet, FloorIsGivenWhereTheRackIsKnown) {
    EXPECT_EQ(value(sheet("cloudmatrix384"), "racks"), 16);
    EXPECT_EQ(value(sheet("gb200-nvl72"), "racks"), 1);
    EXPECT_NEAR(value(sheet("cloudmatrix384"), "floor"), 16 * 0.6 * 1.15, 1e-9);
    EXPECT_EQ((*sheet("gb200-nvl72"))->metric("floor"), nullptr);
}

TEST(DataSheet, FourBitsAreGivenWhereThereAreSome) {
    EXPECT_NEAR(value(sheet("gb200-nvl72"), "four_bit_dense"), 720, 1e-9); // 72 x 10 PFLOPS
    EXPECT_EQ((*sheet("cloudmatrix384"))->metric("four_bit_dense"), nullptr);
}

// 48 nodes x 8 NPUs x 752 TFLOPS; every product on the sheet of every machine that comes with the program,
// in base units, is the number that it explains.
TEST(DataSheet, AFormulaGivesItsNumber) {
    const std::map<std::string, double> scales{{"TFLOPS", 1e12}, {"TOPS", 1e12},       {"PFLOPS", 1e15},
                                               {"GB", 1e9},      {"TB", 1e12},         {"GB/s", 1e9},
                                               {"TB/s", 1e12},   {"Gbit/s", 1e9 / 8.0}};
    const auto base = [&](double number, const std::string& unit) {
        return number * (scales.contains(unit) ? scales.at(unit) : 1);
    };
    int products = 0;
    for (const char* system : {"cloudmatrix384", "gb200-nvl72", "cloudmatrix384-x4", "atlas950"}) {
        const OutcomePtr made = *sheet(system);
        for (const Metric& m : made->metrics) {
            const bool isHalf = m.formula.ends_with(" / 2");
            if (m.formula.find(" x ") == std::string::npos || m.formula.starts_with("(") ||
                m.grade == Grade::Modelled)
                continue;
            double product = isHalf ? 0.5 : 1;
            for (const Term& t : m.terms)
                product *= base(t.value, t.unit);
            EXPECT_NEAR(product / base(m.value, m.unit), 1, 1e-9) << system << ": " << m.id;
            ++products;
        }
    }
    EXPECT_GE(products, 4 * 7) << "compute, memory and links of each";
    const OutcomePtr cloudMatrix = *sheet("cloudmatrix384");
    const Metric& bf16 = *cloudMatrix->metric("bf16_dense");
    EXPECT_EQ(bf16.formula, "nodes x chips of a node x BF16 of a chip");
    EXPECT_EQ(bf16.terms[0].value, 48);
    EXPECT_EQ(bf16.terms[1].value, 8);
    EXPECT_EQ(bf16.terms[2].value, 752);
    EXPECT_EQ(bf16.terms[2].path, "chip.bf16_dense");
}

} // namespace
} // namespace supernode
