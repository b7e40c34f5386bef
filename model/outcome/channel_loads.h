// SPDX-License-Identifier: GPL-3.0-or-later
// From rates of flows to loads on channels. Units: bytes per second.
#pragma once

#include "model/outcome/outcome.h"
#include "model/traffic/traffic.h"

namespace supernode {

// Adds what the flows put on the channels at these rates; an empty sum is made as long as it has to be.
void addLoads(ChannelLoads& sum, const std::vector<double>& rate, const Traffic& traffic,
              std::size_t channels);

} // namespace supernode
