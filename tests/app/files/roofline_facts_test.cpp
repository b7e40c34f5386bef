// SPDX-License-Identifier: GPL-3.0-or-later
// The roofline of the built-in machines against the utilisations that were published for them.
#include "model/workload/roofline.h"

#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

constexpr int hidden = 7168;

// A product of `groups` matrices, each rows x in times in x out.
Operator product(double groups, double rows, double out, double in, MatrixRate rate, double inBytes) {
    return {.kind = OperatorKind::RoutedExperts,
            .rate = rate,
            .flops = 2 * groups * rows * in * out,
            .weightBytes = groups * in * out * inBytes,
            .inputBytes = groups * rows * in * inBytes,
            .outputBytes = groups * rows * out * 2};
}

double teraflopsOf(const Operator& part, const Roofs& roofs) {
    return part.flops / timeOf(part, roofs).total() / 1e12;
}

// Table 10: six INT8 products on a die (752 TOPS), 77.4 to 82.7 % of it. One share stands for all six, so
// each comes back within 4 %, and within the range that was measured.
TEST(RooflineFacts, PublishedUtilisationsComeBack) {
    const FactTable facts = builtinFacts();
    const Roofs die = *roofsOf(*builtinSystem("cloudmatrix384"), numbersOf(Precision::Int8, hidden));
    struct Row {
        const char* id;
        double groups, rows, out, in;
    };
    for (const Row& row : {Row{"A4.T10.1", 4, 7168, 4096, 4096}, Row{"A4.T10.2", 4, 2048, 7168, 4096},
                           Row{"A4.T10.3", 4, 7168, 4096, 8192}, Row{"A4.T10.4", 4, 2048, 7168, 8192},
                           Row{"A4.T10.5", 8, 7168, 4096, 4096}, Row{"A4.T10.6", 8, 2048, 7168, 4096}}) {
        const Operator part = product(row.groups, row.rows, row.out, row.in, MatrixRate::EightBit, 1);
        const double share = 100 * teraflopsOf(part, die) / 752;
        const double published = facts.find(row.id)->numbers.at(1);
        EXPECT_NEAR(share, published, 0.04 * published) << row.id;
        EXPECT_GT(share, 77.4) << row.id;
        EXPECT_LT(share, 82.7) << row.id;
    }
    const Roofs gpu = *roofsOf(*builtinSystem("gb200-nvl72"), numbersOf(Precision::Fp8Nvfp4, hidden));
    const double n = 16384;
    EXPECT_NEAR(teraflopsOf(product(1, n, n, n, MatrixRate::EightBit, 1), gpu), 2906.9, 0.01 * 2906.9);
    EXPECT_NEAR(teraflopsOf(product(1, n, n, n, MatrixRate::FourBit, 0.5625), gpu), 7627.6, 0.01 * 7627.6);
}

// Tables 8 and 9: 65.4 % of the BF16 peak of a die (376 TFLOPS) where arithmetic bounds latent attention,
// 1,346 GB/s where memory does: with 16 of the 128 heads on a die it reads as much for an eighth of the work.
TEST(RooflineFacts, LatentAttentionReachesBothPublishedRoofs) {
    const Roofs die = *roofsOf(*builtinSystem("cloudmatrix384"), numbersOf(Precision::Int8, hidden));
    const ModelSpec model = *builtinModel("deepseek-r1");
    const Batch batch{.sequences = 128, .cached = 8191};
    Execution run{.numbers = numbersOf(Precision::Int8, hidden)};
    const Operator whole = *find(denseLayer(model, run, batch), OperatorKind::Attention);
    EXPECT_EQ(timeOf(whole, die).bound(), Bound::Compute);
    EXPECT_NEAR(teraflopsOf(whole, die) / 376, 0.654, 0.01);
    run.sharding.tensorRanks = 8;
    const Operator eighth = *find(denseLayer(model, run, batch), OperatorKind::Attention);
    EXPECT_EQ(timeOf(eighth, die).bound(), Bound::Memory);
    EXPECT_NEAR(eighth.allBytes() / timeOf(eighth, die).total() / 1e9, 1346, 15);
}

TEST(RooflineFacts, BothMachinesAnswerEveryPrecisionThatTheyMultiply) {
    for (const Precision p : {Precision::Bf16, Precision::Int8, Precision::Fp8, Precision::Fp8Nvfp4})
        EXPECT_TRUE(roofsOf(*builtinSystem("gb200-nvl72"), numbersOf(p, hidden)));
    EXPECT_TRUE(roofsOf(*builtinSystem("cloudmatrix384"), numbersOf(Precision::Int8, hidden)));
    const auto refused = roofsOf(*builtinSystem("cloudmatrix384"), numbersOf(Precision::Fp8Nvfp4, hidden));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.issues().front().field, "precision");
}

// Software reaches a share of what the data sheet says: FLOPs over the peak of the unit that an operator
// uses, and bytes over the rate of the HBM, are never faster than its time.
TEST(RooflineFacts, NoOperatorIsFasterThanItsRoofs) {
    Decode decode;
    decode.chips = 160;
    decode.batchPerChip = 96;
    Prefill prefill;
    prefill.chips = 16;
    for (const Workload& w : {Workload(decode), Workload(prefill)}) {
        const Result<OutcomePtr> outcome = evaluate(*withModel({builtinSystem("cloudmatrix384"), {}, w}));
        ASSERT_TRUE(outcome) << toSentence(outcome.issues().front());
        const ChipSpec& chip = (*outcome)->fabric->system().chip;
        int products = 0;
        for (const WorkPoint& point : (*outcome)->work) {
            if (point.fabricBytes > 0 || point.time.base() <= 0)
                continue;
            const double hbm = chip.hbmBandwidth.value.base() / chip.endpoints.value;
            EXPECT_GE(point.time.base(), point.memoryBytes / hbm) << point.name;
            EXPECT_NE(point.limit, WorkLimit::Fabric) << point.name;
            if (!point.rate)
                continue;
            ++products;
            EXPECT_GE(point.time.base(), point.flops / matrixRate(chip, *point.rate)->base()) << point.name;
        }
        EXPECT_GT(products, 5);
    }
}

} // namespace
} // namespace supernode
