// SPDX-License-Identifier: GPL-3.0-or-later
// Which planes and spine chips are left for a pair of nodes: the routing rule, in one place.
#pragma once

#include "model/fabric/fabric.h"

#include <cstdint>
#include <vector>

namespace supernode {

// Spine chips of `plane` over which node `from` reaches node `to`: those with a live link from the one and a
// live link to the other.
inline std::vector<std::uint32_t> usableSpines(const Fabric& fabric, const FabricState& state,
                                               std::size_t from, std::size_t to, std::size_t plane) {
    std::vector<std::uint32_t> usable;
    const auto spines = static_cast<std::uint32_t>(fabric.system().spinesPerPlane());
    for (std::uint32_t k = 0; k < spines; ++k) {
        const ChannelId up = channelOf(fabric.uplink(from, plane, k), Direction::Up);
        const ChannelId down = channelOf(fabric.uplink(to, plane, k), Direction::Down);
        if (state.capacity[up.value] > 0 && state.capacity[down.value] > 0)
            usable.push_back(k);
    }
    return usable;
}

} // namespace supernode
