// SPDX-License-Identifier: GPL-3.0-or-later
// Which ways join whom in one network; made once for a damaged fabric and shared by all steps on it.
//
// Any network, any number of tiers. Sets of classes of planes (Symmetry) are bits of a 64-bit number, class 0
// the lowest. The adaptive rule needs all transfers at once: here it spreads. Ownership: refers to fabric and
// state, which outlive it. Thread: one at a time, since ways are remembered.
#pragma once

#include "model/traffic/place_loads.h"
#include "model/traffic/routing.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace supernode {

class NodeWays {
public:
    NodeWays(const Fabric& fabric, const FabricState& state, RouteBy by = {});
    NodeWays(const NodeWays&) = delete;
    NodeWays& operator=(const NodeWays&) = delete;

    const Fabric& fabric() const { return m_shape.fabric(); }
    const FabricState& state() const { return m_state; }
    const NetworkShape& shape() const { return m_shape; }
    const Symmetry& symmetry() const { return *m_symmetry; }
    const std::shared_ptr<const Symmetry>& sharedSymmetry() const { return m_symmetry; }
    // Bytes per second of one channel of each place.
    const PlaceLoads& capacities() const;
    // Whether the rule picks the way of each pair by itself, so that pairs of two groups differ.
    bool pairByPair() const { return m_pairByPair; }
    // Classes of planes that the endpoint is joined with, both ways.
    std::uint64_t attached(std::uint32_t endpoint) const { return m_attached[endpoint]; }
    // Of two endpoints by the rule; until the next call.
    const Ways& between(std::uint32_t from, std::uint32_t to) const;
    // All that joins two groups, evenly; like pairs of groups have the same object.
    const Ways& above(std::uint32_t fromGroup, std::uint32_t toGroup) const;
    // Over which two endpoints talk instead of over the planes; invalid for those of two packages.
    LinkId packageLink(std::uint32_t a, std::uint32_t b) const {
        return m_perPackage > 1 ? m_state.packageLink(fabric(), a, b) : LinkId();
    }
    std::uint32_t endpointsPerPackage() const { return m_perPackage; } // 1: none talks inside a package

private:
    NetworkShape m_shape;
    const FabricState& m_state;
    std::shared_ptr<const Symmetry> m_symmetry;
    bool m_pairByPair;
    std::uint32_t m_perPackage = 1;
    std::vector<std::uint64_t> m_attached;
    mutable Router m_router;
    mutable Ways m_found;
    mutable std::optional<PlaceLoads> m_capacities; // once they are asked for
};

} // namespace supernode
