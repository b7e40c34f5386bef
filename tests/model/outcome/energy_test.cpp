// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/energy.h"
#include "tests/model/powered_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

TEST(Energy, IsPowerOverTheIntervals) {
    const OutcomePtr o = answer(allToAllOn(poweredCloudMatrix(), {Fail{"plane 3 l2 5"}}));
    const std::vector<Draw> draws = drawPerInterval(*o);
    ASSERT_EQ(draws.size(), o->intervals.size());
    ASSERT_GE(draws.size(), 2u);
    double joules = 0;
    for (std::size_t i = 0; i < draws.size(); ++i)
        joules += draws[i].total() * (o->intervals[i].end - o->intervals[i].start).base();
    EXPECT_NEAR(metric(o, "energy"), joules, 1e-9 * joules);
    EXPECT_NEAR(metric(o, "power"), joules / o->end.base() / 1e3, 1e-9 * metric(o, "power"));
    EXPECT_GT(draws.front().total(), draws.back().total()) << "fewer flows, less power";
}

// All die links are full, uplinks at 752/767 of their rate, CPU links idle. An L1 chip has 16 die links, 16
// uplinks and 4 CPU links, each two ways: its use is (16 + 16 x 752/767) / 36. Chips at 0.2 + 0.8 x 0.3.
TEST(Energy, ThePowerOfAnAllToAllFollowsByHand) {
    const OutcomePtr o = answer(allToAllOn(poweredCloudMatrix()));
    const double parts = 559e3 * 0.965 / 1.05, chips = parts - 155'360, up = 752.0 / 767;
    const double leaf = (16 + 16 * up) / 36;
    const double watts = chips * (0.2 + 0.8 * 0.3) + 0.4 * 28'800 + 33'600 * (0.7 + 0.3 * leaf) +
                         39'200 * (0.7 + 0.3 * up) + 53'760 * (0.9 + 0.1 * up) + 0.05 * parts;
    EXPECT_NEAR(metric(o, "power"), watts / 0.965 / 1e3, 1e-3);
}

// 768 ranks send 767/768 of 64 MiB each.
TEST(Energy, PerBitIsOfThePayloadThatArrives) {
    const OutcomePtr o = answer(allToAllOn(poweredCloudMatrix()));
    const double bits = 8.0 * 767 * 67'108'864;
    EXPECT_NEAR(metric(o, "energy_per_bit"), metric(o, "energy") / bits * 1e12, 1e-3);
}

TEST(Energy, ADataSheetDrawsItsIdlePowerAndTakesNoEnergy) {
    const OutcomePtr o = answer({poweredCloudMatrix(), {}, Specification{}});
    EXPECT_NEAR(metric(o, "power"), drawPerInterval(*o).front().total() / 1e3, 1e-9);
    EXPECT_EQ(o->metric("energy"), nullptr);
    EXPECT_EQ(o->metric("energy_per_bit"), nullptr);
}

TEST(Energy, AMachineThatStatesNoPartsHasNone) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix()));
    EXPECT_TRUE(drawPerInterval(*o).empty());
    EXPECT_EQ(o->metric("power"), nullptr);
    EXPECT_EQ(o->metric("energy_per_bit"), nullptr);
    EXPECT_NEAR(metric(o, "throughput_per_kilowatt"), metric(o, "throughput") / 559, 1e-12);
}

TEST(Energy, WorkIsSharedOutToKilowattsRacksAndDollars) {
    const OutcomePtr o = answer(allToAllOn(poweredCloudMatrix(), {SetFact{"power.chosen", 2}}));
    const double all = metric(o, "throughput");
    EXPECT_NEAR(metric(o, "throughput_per_kilowatt"), all / 719, 1e-12);
    EXPECT_NEAR(metric(o, "throughput_per_rack"), all / 16, 1e-12);
    EXPECT_NEAR(metric(o, "throughput_per_dollar"), all / 8.2, 1e-12);
}

// 1,000 tokens a second at 250 kW are 250 J for each.
TEST(Energy, TokensTakeTheirShareOfThePower) {
    Outcome o = *answer(allToAllOn(poweredCloudMatrix()));
    o.metrics = {{"tokens_per_second", "Tokens", 1000, "tokens/s", "system", Grade::Modelled, "Made up.",
                  Metric::Better::Higher}};
    addEnergyMetrics(o);
    const double watts = o.metric("power")->value * 1e3;
    EXPECT_NEAR(o.metric("energy_per_token")->value, watts / 1000, 1e-9);
    EXPECT_NEAR(o.metric("tokens_per_joule")->value, 1000 / watts, 1e-12);
    EXPECT_NEAR(o.metric("tokens_per_second_per_rack")->value, 1000.0 / 16, 1e-9);
}

// Of 160 chips that make 100 tokens a second each; all 384 draw power.
TEST(Energy, TokensOfSomeChipsTakeThePowerOfAll) {
    Outcome o = *answer(allToAllOn(poweredCloudMatrix()));
    o.scenario.workload = Decode{.chips = 160};
    o.metrics = {{"tokens_per_second_per_chip", "Tokens", 100, "tokens/s", "chip", Grade::Modelled,
                  "Made up.", Metric::Better::Higher}};
    addEnergyMetrics(o);
    EXPECT_NEAR(o.metric("energy_per_token")->value, o.metric("power")->value * 1e3 / 16'000, 1e-9);
}

TEST(Energy, ComputingRaisesTheChipsToTheirPeak) {
    Outcome o = *answer(allToAllOn(poweredCloudMatrix()));
    for (Phase& phase : o.phases)
        phase.computing = 1;
    const Draw draw = drawPerInterval(o).front();
    EXPECT_NEAR(draw.chips, 559e3 * 0.965 / 1.05 - 155'360, 1e-6);
    EXPECT_NEAR(draw.cpus, 28'800, 1e-6);
}

// 16 of 384 chips compute all the time: each takes 1 of its peak, the other 368 their idle 0.2, and the 8
// CPUs of each 16 chips likewise 1 and 0.4.
TEST(Energy, ChipsWithoutWorkStayIdle) {
    Outcome o = *answer({poweredCloudMatrix(), {}, Specification{}});
    o.scenario.workload = Prefill{.chips = 16};
    o.phases = {Phase{"prefill", {}, seconds(1), "", 1}};
    const Draw draw = drawPerInterval(o).front();
    const double chip = (559e3 * 0.965 / 1.05 - 155'360) / 384;
    EXPECT_NEAR(draw.chips, chip * (16 + 0.2 * 368), 1e-6);
    EXPECT_NEAR(draw.cpus, 150 * (8 + 0.4 * 184), 1e-6);
    o.metrics.clear();
    addEnergyMetrics(o);
    EXPECT_NE(o.metric("power")->sentence.find("16 of 384 chips work"), std::string::npos)
        << o.metric("power")->sentence;
}

TEST(Energy, TheSentenceNamesTheChoiceTheOthersAndWhatIsDown) {
    const std::string whole = answer(allToAllOn(poweredCloudMatrix()))->metric("power")->sentence;
    EXPECT_NE(whole.find("published 559 kW (typical, all-in, "), std::string::npos) << whole;
    EXPECT_NE(whole.find("others say 719 kW (maximum, nameplate), 594.5 kW (all-in, revised)"),
              std::string::npos)
        << whole;
    EXPECT_EQ(whole.find("down draw nothing"), std::string::npos);
    const std::string broken =
        answer(allToAllOn(poweredCloudMatrix(), {Fail{"node 1"}}))->metric("power")->sentence;
    EXPECT_NE(broken.find("Parts that are down draw nothing."), std::string::npos) << broken;
}

TEST(Energy, EveryMetricOfItSaysItsFormula) {
    const OutcomePtr o = answer(allToAllOn(poweredCloudMatrix()));
    for (const char* id : {"power", "energy", "energy_per_bit", "throughput_per_kilowatt",
                           "throughput_per_rack", "throughput_per_dollar"}) {
        ASSERT_NE(o->metric(id), nullptr) << id;
        EXPECT_FALSE(o->metric(id)->formula.empty()) << id;
        EXPECT_GE(o->metric(id)->terms.size(), 2u) << id;
    }
}

} // namespace
} // namespace supernode::test
