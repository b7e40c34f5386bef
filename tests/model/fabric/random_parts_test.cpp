// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/random_parts.h"

#include "model/fabric/fabric_state.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace supernode::test {
namespace {

const FabricPtr& fabric() {
    static const FabricPtr made = *buildFabric(cloudMatrix());
    return made;
}

TEST(RandomParts, OneMoreKeepsTheOthers) {
    const FabricState state = *applyChanges(*fabric(), {});
    for (const PartKind& kind : partKindsOf(*fabric()))
        for (int n = 1; n < std::min(6, static_cast<int>(fabric()->count(kind.kind))); ++n) {
            const auto few = *randomParts(*fabric(), state, kind.word, n, 7);
            const auto more = *randomParts(*fabric(), state, kind.word, n + 1, 7);
            EXPECT_EQ(few, *randomParts(*fabric(), state, kind.word, n, 7));
            EXPECT_TRUE(std::includes(more.begin(), more.end(), few.begin(), few.end())) << kind.word << n;
            EXPECT_EQ(std::set(few.begin(), few.end()).size(), static_cast<std::size_t>(n));
        }
}

// 2,000 draws of one in seven: each plane 286 times in the mean, with a deviation of 16; 5 of them are 80.
TEST(RandomParts, EveryPartIsDrawnAsOften) {
    const FabricState state = *applyChanges(*fabric(), {});
    std::map<ElementId, int> seen;
    for (std::uint64_t seed = 0; seed < 2'000; ++seed)
        ++seen[randomParts(*fabric(), state, "planes", 1, seed)->front()];
    ASSERT_EQ(seen.size(), 7u);
    for (const auto& [plane, times] : seen)
        EXPECT_NEAR(times, 2000.0 / 7, 80);
}

TEST(RandomParts, OnlyWhatStillStandsIsDrawn) {
    const FabricState state = *applyChanges(*fabric(), {Fail{"plane 1"}, Fail{"plane 2"}, Fail{"node 5"}});
    const auto planes = *randomParts(*fabric(), state, "planes", 5, 3);
    EXPECT_EQ(planes.front(), fabric()->id(ElementKind::Plane, 2));
    const auto refused = randomParts(*fabric(), state, "planes", 6, 3);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.issues().front().remedy, "give 1 to 5");
    EXPECT_EQ(randomParts(*fabric(), state, "nodes", 47, 1)->size(), 47u);
    EXPECT_FALSE(randomParts(*fabric(), state, "nodes", 48, 1));
}

TEST(RandomParts, AKindThatTheMachineDoesNotHaveIsRefused) {
    const FabricPtr one = *buildFabric(nvl72());
    const FabricState state = *applyChanges(*one, {});
    EXPECT_FALSE(randomParts(*one, state, "l1", 1, 1));
    EXPECT_FALSE(randomParts(*one, state, "nonsense", 1, 1));
    EXPECT_EQ(randomParts(*one, state, "gpus", 72, 1)->size(), 72u);
}

} // namespace
} // namespace supernode::test
