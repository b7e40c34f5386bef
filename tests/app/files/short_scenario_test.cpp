// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/short_scenario.h"

#include "app/files/builtin.h"
#include "model/base/random.h"
#include "model/fabric/fabric.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

void expectRoundTrip(const Scenario& scenario) {
    const Result<std::string> text = shortScenario(scenario);
    ASSERT_TRUE(text) << sentences(text.issues());
    const Result<Scenario> read = readShortScenario(*text);
    ASSERT_TRUE(read) << *text << "\n" << sentences(read.issues());
    EXPECT_EQ(*read, scenario) << *text;
}

TEST(ShortScenario, WhatIsByItselfIsNotWritten) {
    EXPECT_EQ(*shortScenario(*builtinScenario("all-to-all")), R"(["cloudmatrix384",{"kind":"all-to-all"}])");
}

// Plane 3 is the third plane, index 2: "a" for plane, the third digit '#'... of " !#".
TEST(ShortScenario, AFailedPlaneIsTwoCharacters) {
    EXPECT_EQ(*shortScenario(*builtinScenario("all-to-all-plane-3-failed")),
              R"(["cloudmatrix384",{"kind":"all-to-all"},["a#"]])");
}

// Every kind of every built-in machine, failed, slowed and restored, forwards and backwards.
TEST(ShortScenario, WhatIsReadIsWhatWasWritten) {
    Random random(5);
    for (const std::string& id : builtinSystemNames()) {
        const FabricPtr fabric = *buildFabric(builtinSystem(id));
        Scenario scenario{builtinSystem(id), {}, Permutation{.seed = 77}, Routing::Hashed, 99};
        for (std::size_t kind = 0; kind < elementKinds; ++kind) {
            const auto k = static_cast<ElementKind>(kind);
            for (std::size_t n = 0; n < 8 && fabric->count(k) > 0; ++n) {
                const std::string name =
                    fabric->name(fabric->id(k, random.below(static_cast<std::uint32_t>(fabric->count(k)))));
                const std::uint32_t what = random.below(3);
                scenario.changes.push_back(what == 0   ? Change(Fail{name})
                                           : what == 1 ? Change(Slow{name, 12.5 * (1 + random.below(7))})
                                                       : Change(Restore{name}));
            }
        }
        expectRoundTrip(scenario);
    }
}

TEST(ShortScenario, MovesAndCopiesSurviveTheRoundTrip) {
    expectRoundTrip({builtinSystem("cloudmatrix384"),
                     {MoveParts{"node 1", "node 20"}, MoveParts{"node 3", "node 30", 4}, Fail{"node 5"},
                      MoveParts{"rack 1", "rack 2"}, CopyExpert{"node 1 npu 1 die 1", "node 48 npu 8 die 2"},
                      CopyExpert{"node 1 npu 1 die 1", "node 2 npu 8 die 2"},
                      Slow{"node 1 npu 1 die 1 hbm 3", 40}, Fail{"node 1 npu 1 die 1 hbm 4"}},
                     MoeDispatch{}});
}

TEST(ShortScenario, WaysSurviveTheRoundTrip) {
    for (const auto& [word, rule] : wordsOf(Routing{}))
        for (const auto& [path, package] : wordsOf(PackagePath{}))
            expectRoundTrip({builtinSystem("cloudmatrix384"), {}, AllToAll{}, rule, 5, package});
}

// The sixth plane of a machine with eight planes exists only after the fact was set.
TEST(ShortScenario, ElementsAreThoseOfTheChangedMachine) {
    const SystemPtr system = builtinSystem("cloudmatrix384");
    expectRoundTrip(
        {system, {Fail{"plane 8"}, SetFact{"fabric.planes", 8}, Slow{"plane 8", 50}}, AllToAll{}});
    EXPECT_FALSE(shortScenario({system, {Fail{"plane 8"}}, AllToAll{}}));
}

TEST(ShortScenario, AMachineOfOnesOwnIsRefused) {
    SystemSpec own = *builtinSystem("cloudmatrix384");
    own.name = "Another";
    const auto refused = shortScenario({std::make_shared<const SystemSpec>(own), {}, AllToAll{}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.issues().front().field, "system");
}

TEST(ShortScenario, WhatIsNoneIsRefused) {
    for (const char* text :
         {"", "[]", "[1]", R"(["tpu",{"kind":"all-to-all"}])", R"(["cloudmatrix384",{"kind":"dance"}])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},5])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},["x "]])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},["a~"]])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},["aZ"]])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},["fabric.planes"]])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},[50]])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},[null]])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},[0,"a "]])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},[""]])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},["a~~~~~~~~~~~~~~~~~~~~~~~~~~ "]])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},[],"dance"])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},[],"spread",-1])",
          R"(["cloudmatrix384",{"kind":"all-to-all"},[],"spread",1,2])"})
        EXPECT_FALSE(readShortScenario(text)) << text;
}

} // namespace
} // namespace supernode
