// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric_state.h"
#include "model/simulation/power_meter.h"
#include "tests/model/powered_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

FabricPtr built(SystemPtr system) {
    const Result<FabricPtr> fabric = buildFabric(std::move(system));
    EXPECT_TRUE(fabric);
    return *fabric;
}

SystemPtr drawing(const SystemSpec& system, double typicalKilowatts) {
    SystemSpec s = system;
    s.cost.typicalPower.value = kilowatts(typicalKilowatts);
    return std::make_shared<const SystemSpec>(std::move(s));
}

Draw drawOf(const Fabric& fabric, const std::vector<Change>& changes, double load, double computing) {
    PerLinkKind wire{};
    for (std::uint32_t c = 0; c < fabric.channelCount(); ++c) {
        const Link& link = fabric.link(linkOf(ChannelId(c)));
        wire[static_cast<std::size_t>(link.kind)] += load * link.rate.base();
    }
    const Result<FabricState> state = applyChanges(fabric, changes);
    EXPECT_TRUE(state);
    return PowerMeter(fabric, *state, *powerBudget(fabric)).at(wire, computing);
}
Draw idle(const Fabric& fabric, const std::vector<Change>& changes = {}) {
    return drawOf(fabric, changes, 0, 0);
}

TEST(PowerBudget, FullLoadIsTheChosenPower) {
    for (const double total : {500.0, 559.378, 719.2}) {
        const FabricPtr fabric = built(drawing(*poweredCloudMatrix(), total));
        EXPECT_NEAR(drawOf(*fabric, {}, 1, 1).total(), total * 1e3, 0.1) << total;
    }
    for (const double total : {120.0, 132.0, 145.0}) {
        const FabricPtr fabric = built(drawing(*poweredNvl72(), total));
        EXPECT_NEAR(drawOf(*fabric, {}, 1, 1).total(), total * 1e3, 0.1) << total;
    }
}

// 5,376 modules of 10 W, their fans and what conversion loses: 53,760 x 1.05 / 0.965 W less at the mains.
TEST(PowerBudget, CopperDrawsThatLessTheModules) {
    SystemSpec copper = *poweredCloudMatrix();
    copper.fabric.opticalTiers = Count{0, {0, "tiers", Grade::Assumption, "", "", ""}};
    const FabricPtr fabric = built(std::make_shared<const SystemSpec>(copper));
    EXPECT_EQ(fabric->count(ElementKind::Module), 0u);
    const double fibre = drawOf(*built(poweredCloudMatrix()), {}, 1, 1).total();
    EXPECT_NEAR(fibre - drawOf(*fabric, {}, 1, 1).total(), 53'760 * 1.05 / 0.965, 0.1);
}

// 559 kW x 0.965 / 1.05 = 513,748 W for the parts; 192 CPUs x 150 + 336 L1 chips x 100 + 112 L2 chips x 350 +
// 5,376 modules x 10 = 155,360 W; the rest over 384 chips.
TEST(PowerBudget, ChipsShareWhatTheOthersLeave) {
    const PowerBudget b = *powerBudget(*built(poweredCloudMatrix()));
    EXPECT_NEAR(b.chip.watts, (559e3 * 0.965 / 1.05 - 155'360) / 384, 1e-9);
    EXPECT_EQ(b.chip.grade, Grade::Derived);
    EXPECT_EQ(b.rest.watts, 0);
    EXPECT_EQ(b.scale, 1);
}

// 145 kW x 0.965 / 1.05 = 133,262 W; 72 x 1,200 + 36 x 300 + 18 x 300 (half a tray of 600 W) = 102,600 W.
TEST(PowerBudget, AStatedChipLeavesTheRestToTheNodes) {
    const PowerBudget b = *powerBudget(*built(poweredNvl72()));
    EXPECT_EQ(b.chip.watts, 1200);
    EXPECT_NEAR(b.rest.watts, (145e3 * 0.965 / 1.05 - 102'600) / 18, 1e-9);
}

// 100 kW leave 91,905 W for parts of 102,600 W.
TEST(PowerBudget, PeaksThatDoNotFitAreAllScaledAlike) {
    const FabricPtr fabric = built(drawing(*poweredNvl72(), 100));
    const PowerBudget b = *powerBudget(*fabric);
    EXPECT_NEAR(b.scale, 100e3 * 0.965 / 1.05 / 102'600, 1e-12);
    EXPECT_NEAR(b.chip.watts, 1200 * b.scale, 1e-9);
    EXPECT_NEAR(drawOf(*fabric, {}, 1, 1).total(), 100e3, 0.1);
}

TEST(PowerBudget, AMachineThatStatesNoPartsHasNone) { EXPECT_FALSE(powerBudget(*built(cloudMatrix()))); }

// Idle shares: 0.2 of a chip, 0.4 of a CPU, 0.7 of a switch chip, 0.9 of a module; fans as at full load, and
// conversion 0.035 / 0.965 of all that.
TEST(PowerMeter, AnIdleMachineDrawsItsIdleShares) {
    const FabricPtr fabric = built(poweredCloudMatrix());
    const PowerBudget b = *powerBudget(*fabric);
    const Draw d = idle(*fabric);
    EXPECT_NEAR(d.chips, 0.2 * 384 * b.chip.watts, 1e-6);
    EXPECT_NEAR(d.cpus, 0.4 * 28'800, 1e-6);
    EXPECT_NEAR(d.switches, 0.7 * (33'600 + 39'200), 1e-6);
    EXPECT_NEAR(d.modules, 0.9 * 53'760, 1e-6);
    EXPECT_NEAR(d.fans, 0.05 * 559e3 * 0.965 / 1.05, 1e-6);
    EXPECT_NEAR(d.conversion, 0.035 * d.total(), 1e-6);
}

// A chip whose links are full takes 0.3 of its step from 0.2 to 1: 0.44 of its peak. Links do not move CPUs.
TEST(PowerMeter, AChipThatOnlySendsTakesAPartOfItsStep) {
    const FabricPtr fabric = built(poweredCloudMatrix());
    const Draw d = drawOf(*fabric, {}, 1, 0);
    EXPECT_NEAR(d.chips, 0.44 * 384 * powerBudget(*fabric)->chip.watts, 0.1);
    EXPECT_NEAR(d.switches, 33'600 + 39'200, 0.1);
    EXPECT_NEAR(d.modules, 53'760, 0.1);
    EXPECT_NEAR(d.cpus, 0.4 * 28'800, 1e-6);
}

// Node 1 is 8 of 384 chips, 4 of 192 CPUs, 7 of 336 L1 chips; of its 56 cables the modules at the boxes stay.
TEST(PowerMeter, PartsThatAreDownDrawNothing) {
    const FabricPtr fabric = built(poweredCloudMatrix());
    const Draw whole = idle(*fabric), d = idle(*fabric, {Fail{"node 1"}});
    EXPECT_NEAR(d.chips, whole.chips * 47 / 48, 1e-6);
    EXPECT_NEAR(d.cpus, whole.cpus * 47 / 48, 1e-6);
    EXPECT_NEAR(whole.switches - d.switches, 0.7 * 7 * 100, 1e-6);
    EXPECT_NEAR(whole.modules - d.modules, 0.9 * 56 * 10, 1e-6);
    EXPECT_LT(d.fans, whole.fans);
}

TEST(PowerMeter, HalfOfAChipDrawsHalf) {
    const FabricPtr fabric = built(poweredCloudMatrix());
    const Draw whole = idle(*fabric), d = idle(*fabric, {Fail{"node 1 npu 1 die 1"}});
    EXPECT_NEAR(d.chips, whole.chips * 767 / 768, 1e-6);
    EXPECT_EQ(d.switches, whole.switches);
}

// A module draws 10 W, 0.9 of it without traffic; a cut fibre leaves the modules at its ends up.
TEST(PowerMeter, AModuleThatIsDownDrawsNothingAndACutFibreStopsNone) {
    const FabricPtr fabric = built(poweredCloudMatrix());
    const Draw whole = idle(*fabric);
    const Draw module = idle(*fabric, {Fail{fabric->name(fabric->id(ElementKind::Module, 0))}});
    const Draw cable = idle(*fabric, {Fail{fabric->name(fabric->id(ElementKind::Cable, 0))}});
    EXPECT_NEAR(whole.modules - module.modules, 0.9 * 10, 1e-6);
    EXPECT_EQ(module.switches, whole.switches);
    EXPECT_EQ(cable, whole);
}

TEST(PowerMeter, WithAllRacksDownNothingIsDrawn) {
    for (const SystemPtr& system : {poweredCloudMatrix(), poweredNvl72()}) {
        const FabricPtr fabric = built(system);
        std::vector<Change> changes;
        for (std::size_t i = 0; i < fabric->count(ElementKind::Rack); ++i)
            changes.emplace_back(Fail{fabric->name(fabric->id(ElementKind::Rack, i))});
        EXPECT_EQ(idle(*fabric, changes).total(), 0) << system->name;
    }
}

} // namespace
} // namespace supernode::test
