// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fair_work.h"

#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

Scenario decodeOnNvl72(int chips, int batch, Precision precision) {
    Scenario scenario = *openScenario("moe-decode");
    scenario.system = builtinSystem("gb200-nvl72");
    auto& decode = std::get<Decode>(scenario.workload);
    decode.chips = chips;
    decode.batchPerChip = batch;
    decode.precision = precision;
    return scenario;
}

const std::vector<Contender> cloudMatrix{{builtinSystem("cloudmatrix384")}};

bool canDo(Scenario scenario, const SystemPtr& system) {
    scenario.system = system;
    return evaluate(scenario).operator bool();
}

// 800 requests a chip are too many for 64 GB a die; one step more than what is offered is, too.
TEST(FairWork, TheLargestBatchThatAllCanHold) {
    const Scenario asked = decodeOnNvl72(32, 800, Precision::Fp8);
    ASSERT_FALSE(canDo(asked, cloudMatrix[0].system));
    const std::optional<Scenario> fair = fairWork(asked, cloudMatrix);
    ASSERT_TRUE(fair);
    const auto& decode = std::get<Decode>(fair->workload);
    EXPECT_EQ(decode.precision, Precision::Fp8);
    EXPECT_EQ(decode.chips, 32);
    EXPECT_LT(decode.batchPerChip, 800);
    EXPECT_EQ(decode.batchPerChip % decode.microbatches, 0);
    for (const SystemPtr& system : {builtinSystem("gb200-nvl72"), cloudMatrix[0].system})
        EXPECT_TRUE(canDo(*fair, system)) << system->id;
    const Scenario more = decodeOnNvl72(32, decode.batchPerChip + decode.microbatches, Precision::Fp8);
    EXPECT_FALSE(canDo(more, cloudMatrix[0].system));
}

// The 910C has no 4-bit arithmetic: 8 bits are what both have; the batch stays.
TEST(FairWork, NumbersOfAFormatThatAllHave) {
    const std::optional<Scenario> fair = fairWork(decodeOnNvl72(32, 96, Precision::Fp8Nvfp4), cloudMatrix);
    ASSERT_TRUE(fair);
    EXPECT_EQ(std::get<Decode>(fair->workload).precision, Precision::Fp8);
    EXPECT_EQ(std::get<Decode>(fair->workload).batchPerChip, 96);
}

// 160 NPUs against 72 GPUs: both are asked for 72.
TEST(FairWork, ChipsThatAllHave) {
    const std::optional<Scenario> fair =
        fairWork(*openScenario("moe-decode"), std::vector<Contender>{{builtinSystem("gb200-nvl72")}});
    ASSERT_TRUE(fair);
    EXPECT_EQ(std::get<Decode>(fair->workload).chips, 72);
}

TEST(FairWork, NothingIsOfferedWhereAllCanDoWhatIsAsked) {
    EXPECT_FALSE(fairWork(decodeOnNvl72(32, 96, Precision::Fp8), cloudMatrix));
    EXPECT_FALSE(fairWork(*builtinScenario("all-to-all"), cloudMatrix));
}

} // namespace
} // namespace supernode
