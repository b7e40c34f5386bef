// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/node_ways.h"

#include <algorithm>
#include <limits>

namespace supernode {

NodeWays::NodeWays(const Fabric& fabric, const FabricState& state)
    : m_f(fabric), m_state(state), m_planes(fabric.count(ElementKind::Plane)),
      m_spines(static_cast<std::size_t>(fabric.system().spinesPerPlane())), m_words((m_spines + 63) / 64),
      m_all(m_planes == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << m_planes) - 1),
      m_out(fabric.count(ElementKind::Endpoint)), m_in(m_out.size()) {
    const auto capacity = [&](LinkId link, Direction d) { return state.capacity[channelOf(link, d).value]; };
    const std::size_t nodes = fabric.count(ElementKind::Node);
    for (std::size_t n = 0; n < nodes; ++n)
        m_supernode.push_back(fabric.supernodeOfNode(n));
    for (std::size_t e = 0; e < m_out.size(); ++e)
        for (std::size_t p = 0; p < m_planes; ++p) {
            const std::uint64_t bit = std::uint64_t{1} << p;
            const LinkId link = fabric.endpointLink(e, p);
            m_out[e] |= capacity(link, Direction::Up) > 0 ? bit : 0;
            m_in[e] |= capacity(link, Direction::Down) > 0 ? bit : 0;
        }
    if (!fabric.system().twoTier())
        return;
    m_whole.assign(nodes * 2, m_all);
    m_alike.assign(nodes, m_all);
    m_joined.resize(nodes * m_planes * 2 * m_words);
    for (std::size_t i = 0; i < nodes * m_planes * 2; ++i) {
        const std::size_t node = i / 2 / m_planes, plane = i / 2 % m_planes;
        const Direction d = i % 2 == 0 ? Direction::Up : Direction::Down;
        double least = std::numeric_limits<double>::infinity(), most = 0;
        for (std::size_t k = 0; k < m_spines; ++k) {
            const double rate = capacity(fabric.uplink(node, plane, k), d);
            least = std::min(least, rate);
            most = std::max(most, rate);
            if (rate > 0)
                m_joined[i * m_words + k / 64] |= std::uint64_t{1} << k % 64;
        }
        if (least <= 0)
            m_whole[node * 2 + i % 2] &= ~(std::uint64_t{1} << plane);
        if (least < most)
            m_alike[node] &= ~(std::uint64_t{1} << plane);
    }
}

std::size_t NodeWays::usableSpines(std::size_t a, std::size_t b, std::size_t plane) const {
    int count = 0;
    for (std::size_t word = 0; word < m_words; ++word)
        count += std::popcount(usableBits(a, b, plane, word));
    return static_cast<std::size_t>(count);
}

std::uint64_t NodeWays::damagedBetween(std::size_t a, std::size_t b) const {
    std::uint64_t mask = whole(a, b);
    forEachPlane(m_all & ~mask, [&](std::size_t p) {
        if (usableSpines(a, b, p) > 0)
            mask |= std::uint64_t{1} << p;
    });
    return mask;
}

} // namespace supernode
