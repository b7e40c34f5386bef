// SPDX-License-Identifier: GPL-3.0-or-later
// Traffic channel by channel, without any class: what the tests of classes compare with.
//
// Written from the rules alone: each pair and plane is a flow, each channel a resource. Spread and
// PlanePerDestination over the scale-up network of one, two or three tiers, and the links of packages.
#pragma once

#include "model/simulation/max_min.h"
#include "model/traffic/patterns.h"

#include <vector>

namespace supernode::test {

Traffic singleFlows(const Fabric& fabric, const FabricState& state, const std::vector<Transfer>& list,
                    Overhead overhead, Routing rule);

// Wire load of every channel of the fabric.
std::vector<double> channelLoads(const Fabric& fabric, const Traffic& traffic, const Sharing& sharing);

} // namespace supernode::test
