// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric_state.h"
#include "model/workload/collective_plan.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

// Six groups of 16 ranks on six nodes: one in each place of a node.
Groups acrossNodes(std::uint32_t firstNode) {
    Groups groups(16);
    for (std::uint32_t node = firstNode; node < firstNode + 6; ++node)
        for (std::uint32_t place = 0; place < 16; ++place)
            groups[place].push_back(node * 16 + place);
    return groups;
}

struct Machine {
    FabricPtr fabric = *buildFabric(cloudMatrix());
    FabricState state;

    explicit Machine(const std::vector<Change>& changes = {}) : state(*applyChanges(*fabric, changes)) {}
};

// Two stages asked one after the other answer as each would alone, whole or damaged, whatever the size.
TEST(StepMemory, StagesThatAreAlikeTakeAsLongAsAlone) {
    for (const std::vector<Change>& changes :
         {std::vector<Change>{}, std::vector<Change>{Fail{"plane 3"}},
          std::vector<Change>{Fail{"plane 3 l2 7"}}, std::vector<Change>{Slow{"node 8", 20}}}) {
        const Machine machine(changes);
        const NodeWays ways(*machine.fabric, machine.state);
        StepMemory memory(ways);
        std::vector<Issue> warnings;
        for (const std::uint32_t first : {0u, 6u, 12u})
            for (const double size : {3e5, 1e9}) {
                const CollectiveJob job{Collective::AllGather,
                                        Algorithm::Auto,
                                        Operation::Write,
                                        bytes(size),
                                        {acrossNodes(first)}};
                const Result<CollectiveTime> alone =
                    collectiveTime(*machine.fabric, machine.state, job, warnings);
                const Result<std::vector<CollectiveStep>> after =
                    collectiveSteps(ways, job, &memory, warnings);
                ASSERT_TRUE(alone && after);
                double seconds = 0;
                for (const CollectiveStep& step : *after)
                    seconds += step.start + step.wire;
                EXPECT_NEAR(seconds / alone->time.base(), 1, 1e-12);
            }
    }
}

TEST(StepMemory, DamageTellsStagesApart) {
    const auto patterns = [](const std::vector<Change>& changes) {
        const Machine machine(changes);
        const NodeWays ways(*machine.fabric, machine.state);
        StepMemory memory(ways);
        return std::pair(memory.patternOf(acrossNodes(0)), memory.patternOf(acrossNodes(6)));
    };
    const auto same = patterns({}), plane = patterns({Fail{"plane 3"}}),
               slow = patterns({Slow{"node 8", 20}});
    EXPECT_EQ(same.first, same.second);
    EXPECT_EQ(plane.first, plane.second);
    EXPECT_NE(slow.first, slow.second);
    // Other places of the same nodes are another pattern.
    const Machine machine;
    const NodeWays ways(*machine.fabric, machine.state);
    StepMemory memory(ways);
    EXPECT_NE(memory.patternOf({{0, 16}}), memory.patternOf({{0, 17}}));
    EXPECT_EQ(memory.patternOf({{0, 16}}), memory.patternOf({{32, 48}}));
}

} // namespace
} // namespace supernode::test
