// SPDX-License-Identifier: GPL-3.0-or-later
// The platform that is written for SimGrid, loaded by SimGrid.
#include "app/files/exports.h"
#include "app/files/open_scenario.h"
#include "app/files/text_file.h"
#include "model/evaluate.h"
#include "tests/app/files/folder.h"

#include <simgrid/s4u.hpp>

#include <gtest/gtest.h>

namespace supernode {
namespace {

// From a die to one of another node: up to the first tier, to the second, down, down: four links of 28 GB/s.
// Within the node two.
TEST(SimgridExport, SimgridLoadsItAndFindsItsWay) {
    const Folder folder;
    const std::string file = (folder / "platform.xml").string();
    const OutcomePtr outcome = *evaluate(*openScenario("all-to-all-plane-3-failed"));
    ASSERT_FALSE(writeTextFile(file, simgridPlatform(*outcome)));
    int count = 1;
    std::string name = "test";
    char* arguments[] = {name.data(), nullptr};
    simgrid::s4u::Engine engine(&count, arguments);
    engine.load_platform(file);
    engine.seal_platform();
    EXPECT_EQ(engine.get_host_count(), 768u + 192u);
    const auto way = [&](const char* from, const char* to) {
        std::vector<simgrid::s4u::Link*> links;
        double latency = 0;
        engine.host_by_name(from)->route_to(engine.host_by_name(to), links, &latency);
        return std::pair(links, latency);
    };
    const auto [far, farLatency] = way("node 1 npu 1 die 1", "node 2 npu 1 die 1");
    const auto [near, nearLatency] = way("node 1 npu 1 die 1", "node 1 npu 2 die 1");
    ASSERT_EQ(far.size(), 4u);
    for (const simgrid::s4u::Link* link : far)
        EXPECT_DOUBLE_EQ(link->get_bandwidth(), 28e9);
    EXPECT_EQ(near.size(), 2u);
    // Through three switch chips, and through one.
    const double hop = outcome->fabric->system().transfer.hop->value.base();
    EXPECT_NEAR(farLatency, 3 * hop, 1e-15);
    EXPECT_NEAR(nearLatency, hop, 1e-15);
}

} // namespace
} // namespace supernode
