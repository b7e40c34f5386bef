// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody should ask of a fabric and its traffic: each is answered with a sentence, and nothing hangs.
//
// Files with such numbers: tests of app/files/system_file and scenario_file. Problems of single flows:
// sharing_problem_test. Stopping: MaxMin, IncrementalSharing, Fluid, Adaptive, Traffic and Evaluate.
#include "model/fabric/fabric_state.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace supernode::test {
namespace {

const double nan = std::numeric_limits<double>::quiet_NaN(),
             infinite = std::numeric_limits<double>::infinity();
const std::string one = "node 1 npu 1 die 1", two = "node 2 npu 1 die 1";

Flows flow(const std::string& from, const std::string& to, double size) {
    return {.list = {{from, to, bytes(size), {}}}};
}

// "field: reason" of a refusal, "" of an answer.
std::string refusal(const Scenario& scenario) {
    const Result<OutcomePtr> outcome = evaluate(scenario);
    return outcome ? "" : outcome.issues().front().field + ": " + outcome.issues().front().reason;
}

TEST(BadInput, AnEndWithLooseLinksOnlyIsToldAsCutOff) {
    // All seven links of a die are cut; the die itself is up.
    std::vector<Change> cuts;
    for (int p = 1; p <= 7; ++p)
        cuts.push_back(Fail{"link " + two + " plane " + std::to_string(p)});
    const OutcomePtr o = answer({cloudMatrix(), cuts, flow(one, two, 1e6)});
    EXPECT_EQ(o->undelivered.pairs, 1u);
    EXPECT_EQ(o->end.base(), 0);
    ASSERT_FALSE(o->undelivered.examples.empty());
    EXPECT_NE(o->undelivered.examples.front().find(two), std::string::npos);
}

TEST(BadInput, NoWiringRunsInACycle) {
    // Every link leads from a tier to a higher one, so no sequence of links upwards comes back; and every
    // part is mounted in one that stands before it.
    const auto tier = [](ElementKind kind) {
        return kind == ElementKind::Endpoint || kind == ElementKind::Cpu                ? 0
               : kind == ElementKind::LeafSwitch                                        ? 1
               : kind == ElementKind::SpineSwitch || kind == ElementKind::VpcSwitch     ? 2
               : kind == ElementKind::CoreSwitch || kind == ElementKind::ScaleOutSwitch ? 3
                                                                                        : -1;
    };
    for (const SystemPtr& system : {cloudMatrix(), nvl72(), smallMachine(4, 2, 2, 3, 4)}) {
        const FabricPtr f = *buildFabric(system);
        for (std::uint32_t l = 0; l < f->linkCount(); ++l) {
            const Link& link = f->link(LinkId(l));
            const int lower = tier(f->element(link.lower).kind), upper = tier(f->element(link.upper).kind);
            ASSERT_GE(lower, 0) << f->name(f->elementOf(LinkId(l)));
            if (link.kind == LinkKind::DieToDie || link.kind == LinkKind::ScaleOutTrunk)
                ASSERT_NE(link.lower, link.upper);
            else
                ASSERT_LT(lower, upper) << f->name(f->elementOf(LinkId(l)));
        }
        for (std::uint32_t e = 1; e < f->elementCount() - f->linkCount(); ++e)
            ASSERT_LT(f->element(ElementId(e)).parent.value, e);
    }
}

TEST(BadInput, ACapacityOfZeroIsRefusedAndAFailureIsNamedInstead) {
    EXPECT_NE(refusal({cloudMatrix(), {Slow{"plane 1", 0}}, AllToAll{}}).find("changes[0]"),
              std::string::npos);
    for (const double rate : {0.0, -1.0, nan, infinite})
        EXPECT_NE(refusal({cloudMatrix(), {SetFact{"fabric.link_rate", rate}}, AllToAll{}})
                      .find("fabric.link_rate"),
                  std::string::npos)
            << rate;
    // A link without capacity carries nothing, and nobody divides by it.
    const OutcomePtr o = answer({cloudMatrix(), {Fail{"plane 1"}}, AllToAll{}});
    for (const float use : channelUtilization(*o, o->intervals.front()))
        ASSERT_TRUE(std::isfinite(use));
}

TEST(BadInput, AFlowToAnEndThatIsDownIsToldNotSent) {
    for (const char* down : {"node 2", "node 2 npu 1", "node 2 npu 1 die 1"}) {
        const OutcomePtr o = answer({cloudMatrix(), {Fail{down}}, flow(one, two, 1e6)});
        EXPECT_EQ(o->undelivered.pairs, 1u) << down;
        EXPECT_EQ(metric(o, "throughput"), 0) << down;
    }
}

TEST(BadInput, AFlowToAnEndThatDoesNotExistIsRefusedByItsPlace) {
    for (const char* nowhere : {"node 49 npu 1 die 1", "node 1", "", "gpu 1", "plane 3 l2 7"})
        EXPECT_EQ(refusal({cloudMatrix(), {}, flow(one, nowhere, 1)}).substr(0, 21), "workload.flows[0].to:")
            << nowhere;
}

TEST(BadInput, AFlowToItselfIsRefused) {
    EXPECT_NE(refusal({cloudMatrix(), {}, flow(one, one, 1)}).find("workload.flows[0]"), std::string::npos);
    // Patterns leave out what would stay where it is, and say so by their pairs: 768 x 767.
    EXPECT_EQ(metric(answer({cloudMatrix(), {}, AllToAll{}}), "undelivered_pairs"), 0);
}

TEST(BadInput, SizesThatAreNoNumbersOrOverflowAreRefused) {
    for (const double size : {nan, infinite, -1.0, 1e300}) {
        EXPECT_NE(refusal({cloudMatrix(), {}, flow(one, two, size)}).find("workload.flows[0].bytes"),
                  std::string::npos)
            << size;
        EXPECT_NE(refusal({cloudMatrix(), {}, AllToAll{.bytes = bytes(size)}}).find("workload.bytes"),
                  std::string::npos)
            << size;
    }
    Flows late = flow(one, two, 1);
    for (const double start : {nan, infinite, -1.0}) {
        late.list.front().start = seconds(start);
        EXPECT_NE(refusal({cloudMatrix(), {}, late}).find("workload.flows[0].start"), std::string::npos)
            << start;
    }
}

TEST(BadInput, AMillionFlowsAtOnePortShareIt) {
    // From the dies of node 1 to one die of node 2: 196 GB/s come in, so a million times 1 kB take 5.1 ms.
    Flows many;
    for (int i = 0; i < 1'000'000; ++i)
        many.list.push_back({"node 1 npu " + std::to_string(1 + i % 8) + " die 1", two, bytes(1e3), {}});
    const OutcomePtr o = answer({cloudMatrix(), {}, many});
    EXPECT_NEAR(o->end.base(), 1e9 / 196e9, 1e-9 * 1e9 / 196e9);
    EXPECT_EQ(o->undelivered.pairs, 0u);
}

} // namespace
} // namespace supernode::test
