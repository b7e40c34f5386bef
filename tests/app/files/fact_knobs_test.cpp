// SPDX-License-Identifier: GPL-3.0-or-later
// On the machines that come with the program, so that every row of the table is met.
#include "model/scenario/fact_knobs.h"

#include "app/files/builtin.h"
#include "model/scenario/changed_system.h"
#include "tests/app/files/answers.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace supernode {
namespace {

Scenario on(const char* system) { return {builtinSystem(system), {}, AllToAll{}}; }

Scenario with(Scenario scenario, const Result<std::vector<SetFact>>& sets) {
    EXPECT_TRUE(sets) << sentences(sets.issues());
    for (const SetFact& set : *sets)
        scenario = withChange(std::move(scenario), set);
    return scenario;
}

const FactKnob* knobOf(const std::vector<FactKnob>& knobs, std::string_view path) {
    const auto found = std::find_if(knobs.begin(), knobs.end(),
                                    [&](const FactKnob& k) { return k.knob.words->field == path; });
    return found == knobs.end() ? nullptr : &*found;
}

// Twenty-four rows, each there on at least one machine.
TEST(FactKnobs, EveryRowIsAFactThatCanBeSetToItself) {
    std::set<std::string_view> met;
    for (const std::string& id : builtinSystemNames()) {
        const Scenario scenario = on(id.c_str());
        for (const FactKnob& fact : factKnobsOf(*scenario.system)) {
            const std::string_view path = fact.knob.words->field;
            met.insert(path);
            EXPECT_FALSE(fact.knob.words->sentence.empty());
            const bool choice = fact.knob.form == KnobForm::Choice;
            const auto sets = choice ? choosingFact(scenario, path, fact.knob.word)
                                     : settingFact(scenario, path, *fact.knob.value);
            ASSERT_TRUE(sets) << id << " " << path << " " << sentences(sets.issues());
            EXPECT_EQ(sets->front().path, path);
            const double shown = shownOf(*scenario.system, path).value;
            EXPECT_NEAR(sets->front().value, shown, 1e-9 * std::abs(shown)) << id << " " << path;
        }
    }
    EXPECT_EQ(met.size(), 24u);
}

// 28 GB/s are 224 Gbit/s, as the source prints them.
TEST(FactKnobs, AValueIsInTheUnitOfTheKnob) {
    const Scenario scenario = on("cloudmatrix384");
    const std::vector<FactKnob> knobs = factKnobsOf(*scenario.system);
    EXPECT_DOUBLE_EQ(*knobOf(knobs, "fabric.link_rate")->knob.value, 28);
    EXPECT_EQ(settingFact(scenario, "fabric.link_rate", 56)->front(), (SetFact{"fabric.link_rate", 448}));
}

// Fifteen chips do not fill boxes of two: 14 do, and so do 16.
TEST(FactKnobs, ARefusalNamesTheNearestPossibleValue) {
    const auto refused = settingFact(on("cloudmatrix384"), "fabric.spines_per_plane", 15);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.issues().front().field, "fabric.spines_per_box");
    EXPECT_NE(
        refused.issues().front().remedy.find("the nearest possible value of fabric.spines_per_plane is 14"),
        std::string::npos)
        << sentences(refused.issues());
    const auto planes = settingFact(on("cloudmatrix384"), "fabric.planes", 0);
    ASSERT_FALSE(planes);
    EXPECT_NE(planes.issues().front().remedy.find("is 1"), std::string::npos) << sentences(planes.issues());
    const auto share = settingFact(on("cloudmatrix384"), "compute.memory_share", 1.5);
    ASSERT_FALSE(share);
    EXPECT_NE(share.issues().front().remedy.find("is 1"), std::string::npos) << sentences(share.issues());
}

// 48 nodes stand four to a rack in 12 racks: 96 of the same height need 24.
TEST(FactKnobs, MoreNodesBringTheirRacks) {
    const Scenario scenario = with(on("cloudmatrix384"), settingFact(on("cloudmatrix384"), "node.count", 96));
    const SystemPtr system = *changedSystem(scenario);
    EXPECT_EQ(system->nodes(), 96);
    EXPECT_GT(system->hall.computeRacks.value, 12);
    EXPECT_TRUE(check(*system).empty());
}

// The bin of 626: 8-bit arithmetic is twice as much, as it was at 752 and 1,504.
TEST(FactKnobs, ABinScalesAllFormats) {
    const Scenario scenario =
        with(on("cloudmatrix384"), choosingFact(on("cloudmatrix384"), "chip.bf16_dense", "626"));
    const SystemPtr system = *changedSystem(scenario);
    EXPECT_DOUBLE_EQ(system->chip.bf16.from.shown, 626);
    EXPECT_NEAR(system->chip.eightBit.from.shown, 2 * 626, 1e-9);
    EXPECT_FALSE(choosingFact(on("cloudmatrix384"), "chip.bf16_dense", "999"));
}

// Copper above the first tier: no module is left to fail or to draw power.
TEST(FactKnobs, CopperIsChosenByItsName) {
    const Scenario fibre = on("cloudmatrix384");
    const std::vector<FactKnob> knobs = factKnobsOf(*fibre.system);
    EXPECT_EQ(knobOf(knobs, "fabric.optical_tiers")->knob.word, "fibre");
    const Scenario copper = with(fibre, choosingFact(fibre, "fabric.optical_tiers", "copper"));
    const SystemPtr system = *changedSystem(copper);
    EXPECT_FALSE(system->optical());
    const std::vector<FactKnob> now = factKnobsOf(*system);
    EXPECT_EQ(knobOf(now, "fabric.optical_tiers")->knob.word, "copper");
    EXPECT_FALSE(choosingFact(fibre, "fabric.optical_tiers", "glass"));
    EXPECT_EQ(knobOf(factKnobsOf(*on("gb200-nvl72").system), "fabric.optical_tiers"), nullptr);
}

TEST(FactKnobs, APublishedPowerIsChosenByItsName) {
    const Scenario scenario = on("cloudmatrix384");
    const std::vector<FactKnob> knobs = factKnobsOf(*scenario.system);
    const Knob& knob = knobOf(knobs, "power.chosen")->knob;
    ASSERT_GT(knob.choices.size(), 1u);
    const std::string last(knob.choices.back());
    const SystemPtr system = *changedSystem(with(scenario, choosingFact(scenario, "power.chosen", last)));
    const std::vector<FactKnob> now = factKnobsOf(*system);
    EXPECT_EQ(knobOf(now, "power.chosen")->knob.word, last);
}

} // namespace
} // namespace supernode
