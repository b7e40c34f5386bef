// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/comparison.h"
#include "tests/model/powered_systems.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode::test {
namespace {

std::vector<OutcomePtr> both(const std::vector<Change>& changes = {}) {
    return {answer(allToAllOn(poweredCloudMatrix(), changes)), answer(allToAllOn(poweredNvl72()))};
}

ComparedRow rowOf(const std::vector<OutcomePtr>& outcomes, Per per, std::string_view id) {
    for (const ComparedRow& row : compare(outcomes, per))
        if (row.metric.id == id)
            return row;
    ADD_FAILURE() << "no row " << id;
    return {};
}

// 150 TB/s over 384 chips, 559 kW, 16 racks, 8.2 M USD.
TEST(Comparison, WhatASystemDoesIsSharedOut) {
    const OutcomePtr o = both()[0];
    const SystemSpec& s = *o->scenario.system;
    const Metric& whole = *o->metric("throughput");
    const auto per = [&](Per owner) { return perOf(s, whole, owner, s); };
    EXPECT_EQ(per(Per::System).value, whole.value);
    EXPECT_DOUBLE_EQ(per(Per::Chip).value, whole.value / 384);
    EXPECT_DOUBLE_EQ(per(Per::Kilowatt).value, whole.value / 559);
    EXPECT_DOUBLE_EQ(per(Per::Rack).value, whole.value / 16);
    EXPECT_DOUBLE_EQ(per(Per::Dollar).value, whole.value / 8.2);
    EXPECT_EQ(per(Per::Chip).per, "chip");
    EXPECT_EQ(per(Per::Chip).formula, "throughput / chips");
    EXPECT_EQ(per(Per::Chip).terms[1].value, 384);
}

TEST(Comparison, ATimeIsNotDivided) {
    const OutcomePtr o = both()[0];
    for (const char* id : {"time", "fabric_utilization", "slowest_pair", "energy_per_bit"}) {
        const Metric& m = *o->metric(id);
        EXPECT_EQ(perOf(*o->scenario.system, m, Per::Chip, *o->scenario.system).value, m.value) << id;
        EXPECT_EQ(perOf(*o->scenario.system, m, Per::Chip, *o->scenario.system).per, m.per) << id;
    }
}

// 559 kW feed 559/145 machines of 145 kW, which together have as many times the BF16.
TEST(Comparison, AtEqualPowerTheOtherIsTakenAsOftenAsItFits) {
    const ComparedRow row = rowOf(both(), Per::EqualPower, "bf16_dense");
    EXPECT_NEAR(*row.values[0], 384 * 0.752, 1e-9);
    EXPECT_NEAR(*row.values[1], 72 * 2.5 * 559 / 145, 1e-9);
    EXPECT_EQ(row.leader, 1u);
}

// At equal price the second machine is taken as often as 8.2 M USD buy it. Documents that say 10 for the
// first and 5 for the second move its 180 PFLOPS by 10/8.2 and by its own price over 5.
TEST(Comparison, RivalsOfBothPricesMoveWhatIsTakenAtEqualPrice) {
    const std::vector<OutcomePtr> pair = both();
    SystemSpec first = *pair[0]->scenario.system, second = *pair[1]->scenario.system;
    first.cost.price.from.grade = second.cost.price.from.grade = Grade::Press;
    first.alsoPublished["cost.price"] = {{10, "M USD", Grade::Press, "", "", ""}};
    second.alsoPublished["cost.price"] = {{5, "M USD", Grade::Press, "", "", ""}};
    const Metric& bf16 = *pair[1]->metric("bf16_dense");
    const double taken = perOf(second, bf16, Per::EqualPrice, first).value;
    const std::vector<OtherValue> others = otherValues(second, bf16, Per::EqualPrice, first);
    ASSERT_EQ(others.size(), 2u);
    EXPECT_NEAR(others[0].value, taken * second.cost.price.value.base() / 5e6, 1e-9);
    EXPECT_NEAR(others[1].value, taken * 10e6 / first.cost.price.value.base(), 1e-9);
    EXPECT_TRUE(otherValues(first, *pair[0]->metric("bf16_dense"), Per::EqualPrice, first).empty());
}

// What a person types in stands alone, and the nameplate is no rival of the power in service.
TEST(Comparison, OwnValuesAndNameplatesHaveNoRivals) {
    const std::vector<OutcomePtr> pair = both();
    SystemSpec system = *pair[0]->scenario.system;
    const Metric& power = *pair[0]->metric("typical_power");
    for (const OtherValue& other : otherValues(system, power, Per::System, system))
        EXPECT_NE(other.path, "cost.maximum_power");
    system.alsoPublished["cost.price"] = {{5, "M USD", Grade::Press, "", "", ""}};
    system.cost.price.from.grade = Grade::Press;
    const Metric& throughput = *pair[0]->metric("throughput");
    EXPECT_EQ(otherValues(system, throughput, Per::Dollar, system).size(), 1u);
    system.cost.price.from.grade = Grade::Assumption;
    EXPECT_TRUE(otherValues(system, throughput, Per::Dollar, system).empty());
}

TEST(Comparison, NamesakesAreToldApart) {
    EXPECT_EQ(namesOf(both())[0], both()[0]->scenario.system->name);
    const std::vector<OutcomePtr> same{both({Fail{"plane 3"}})[0], both()[0], both()[0]};
    const std::string name = same[0]->scenario.system->name;
    EXPECT_EQ(namesOf(same),
              (std::vector<std::string>{name + ", 1 change", name + ", as built", name + ", as built (3)"}));
}

// A machine at three times the price of the first counts as a third of one.
TEST(Comparison, AtEqualPriceTheOtherIsTakenAsOftenAsItFits) {
    std::vector<OutcomePtr> pair = both();
    SystemSpec dear = *pair[1]->scenario.system;
    dear.cost.price.value = pair[0]->scenario.system->cost.price.value * 3;
    const Metric& bf16 = *pair[1]->metric("bf16_dense");
    const Metric shared = perOf(dear, bf16, Per::EqualPrice, *pair[0]->scenario.system);
    EXPECT_NEAR(shared.value, 72 * 2.5 / 3, 1e-9);
    EXPECT_NE(shared.per.find("price of"), std::string::npos) << shared.per;
}

// BF16: 288.8 against 180 PFLOPS, but 752 against 2,500 TFLOPS a chip, 0.517 against 1.24 a kilowatt, 18
// against 180 a rack. The price of both test machines is the same.
TEST(Comparison, TheLeaderAndWhatFlipsIt) {
    const ComparedRow row = rowOf(both(), Per::System, "bf16_dense");
    EXPECT_EQ(row.leader, 0u);
    EXPECT_EQ(row.flips, (std::vector<Per>{Per::Chip, Per::Kilowatt, Per::Rack, Per::EqualPower}));
    const ComparedRow chip = rowOf(both(), Per::Chip, "bf16_dense");
    EXPECT_EQ(chip.leader, 1u);
    EXPECT_EQ(chip.flips, (std::vector<Per>{Per::System, Per::Dollar, Per::EqualPrice}));
}

TEST(Comparison, LessIsBetterWhereTheMetricSaysSo) {
    EXPECT_EQ(rowOf(both(), Per::System, "typical_power").leader, 1u);
    EXPECT_FALSE(rowOf(both(), Per::System, "price").leader) << "both cost the same";
    EXPECT_FALSE(rowOf(both(), Per::System, "scale_up_links").leader) << "neither more nor fewer is better";
}

TEST(Comparison, AMissingNumberStaysMissing) {
    const ComparedRow row = rowOf(both(), Per::System, "scale_up_optical_modules");
    EXPECT_TRUE(row.values[0]);
    EXPECT_FALSE(row.values[1]);
    const std::vector<OutcomePtr> unstated{answer(allToAllOn(poweredCloudMatrix())),
                                           answer(allToAllOn(nvl72()))};
    const ComparedRow power = rowOf(unstated, Per::System, "power");
    EXPECT_FALSE(power.values[1]);
    EXPECT_FALSE(power.leader) << "one value leads nobody";
}

TEST(Comparison, WhoLeavesPairsUndeliveredDoesNotLead) {
    EXPECT_EQ(rowOf(both(), Per::System, "throughput").leader, 0u);
    const ComparedRow broken = rowOf(both({Fail{"node 1"}}), Per::System, "throughput");
    EXPECT_GT(*broken.values[0], *broken.values[1]);
    EXPECT_EQ(broken.leader, 1u);
    EXPECT_EQ(rowOf(both({Fail{"node 1"}}), Per::System, "bf16_dense").leader, 0u) << "a data sheet";
}

TEST(Comparison, TheGradeIsTheWorstOfAll) {
    EXPECT_EQ(rowOf(both(), Per::Chip, "throughput").metric.grade, Grade::Modelled);
    // The typical power of the second test machine is an assumption, that of the first is not.
    EXPECT_EQ(rowOf(both(), Per::Kilowatt, "bf16_dense").metric.grade, Grade::Assumption);
    EXPECT_EQ(rowOf(both(), Per::Dollar, "bf16_dense").metric.grade, Grade::Derived);
}

TEST(Comparison, TheSentenceCountsTheRows) {
    const std::vector<OutcomePtr> outcomes = both();
    std::vector<ComparedRow> rows{rowOf(outcomes, Per::System, "bf16_dense"),
                                  rowOf(outcomes, Per::System, "typical_power"),
                                  rowOf(outcomes, Per::System, "price")};
    EXPECT_EQ(leadersOf(outcomes, rows).substr(0, 52),
              "CloudMatrix 384 leads on 1 of 2, GB200 NVL72 on 1. I");
}

} // namespace
} // namespace supernode::test
