// SPDX-License-Identifier: GPL-3.0-or-later
// Which planes and spine chips join whom; made once for a damaged fabric and shared by all steps on it.
//
// Sets of planes are bits of a 64-bit number, plane 0 the lowest. Capacities: bytes per second. One or two
// tiers. Ownership: refers to fabric and state, which outlive it. Thread: immutable, read anywhere.
#pragma once

#include "model/fabric/fabric.h"

#include <bit>
#include <cstdint>
#include <vector>

namespace supernode {

template <class Visit>
void forEachPlane(std::uint64_t mask, Visit&& visit) {
    for (; mask != 0; mask &= mask - 1)
        visit(static_cast<std::size_t>(std::countr_zero(mask)));
}

class NodeWays {
public:
    NodeWays(const Fabric& fabric, const FabricState& state);

    const Fabric& fabric() const { return m_f; }
    const FabricState& state() const { return m_state; }
    std::size_t planes() const { return m_planes; }
    std::size_t spines() const { return m_spines; }
    std::uint64_t out(std::size_t endpoint) const { return m_out[endpoint]; } // planes it can send into
    std::uint64_t in(std::size_t endpoint) const { return m_in[endpoint]; }
    // Nodes whose transfers cross the second tier.
    bool far(std::size_t a, std::size_t b) const { return !m_whole.empty() && a != b; }
    // Planes that join two nodes.
    std::uint64_t between(std::size_t a, std::size_t b) const {
        if (m_supernode[a] != m_supernode[b])
            return 0;
        return !far(a, b) || whole(a, b) == m_all ? m_all : damagedBetween(a, b);
    }
    // visit(spine) for each spine chip of the plane over which node a reaches node b; how many there are.
    std::size_t usableSpines(std::size_t a, std::size_t b, std::size_t plane) const;
    template <class Visit>
    void forEachUsableSpine(std::size_t a, std::size_t b, std::size_t plane, Visit&& visit) const {
        for (std::size_t word = 0; word < m_words; ++word)
            forEachPlane(usableBits(a, b, plane, word),
                         [&](std::size_t bit) { visit(static_cast<std::uint32_t>(word * 64 + bit)); });
    }
    // Planes in which every spine chip is joined with both nodes. Two tiers only.
    std::uint64_t whole(std::size_t a, std::size_t b) const { return m_whole[a * 2] & m_whole[b * 2 + 1]; }
    // Whether the links between the node and the spine chips of the plane all have one capacity.
    bool alike(std::size_t node, std::size_t plane) const { return (m_alike[node] >> plane & 1) != 0; }

private:
    std::uint64_t damagedBetween(std::size_t a, std::size_t b) const;
    std::uint64_t usableBits(std::size_t a, std::size_t b, std::size_t plane, std::size_t word) const {
        return m_joined[((a * m_planes + plane) * 2) * m_words + word] &
               m_joined[((b * m_planes + plane) * 2 + 1) * m_words + word];
    }

    const Fabric& m_f;
    const FabricState& m_state;
    std::size_t m_planes, m_spines, m_words; // 64-bit words for a set of spine chips
    std::uint64_t m_all;                     // planes
    std::vector<std::size_t> m_supernode;    // per node
    std::vector<std::uint64_t> m_out, m_in;
    std::vector<std::uint64_t> m_whole;  // planes, per node: up, down
    std::vector<std::uint64_t> m_alike;  // planes, per node
    std::vector<std::uint64_t> m_joined; // spine chips, per node, plane and direction
};

} // namespace supernode
