// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends to whom over which planes when everybody sends to everybody in proportion: sets of ends that have
// the same ways, and for each class of planes the problem that product_filling.h solves.
//
// Ends are numbered set by set. Ownership: refers to the ways. Thread: values.
#pragma once

#include "model/traffic/node_ways.h"
#include "model/traffic/product_filling.h"
#include "model/traffic/traffic.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace supernode {

// Ends of one group that reach the same planes.
class ProductSets {
public:
    ProductSets(const NodeWays& ways, const std::vector<std::uint32_t>& endpoints,
                std::span<const double> out, std::span<const double> in);

    struct Joined {
        const Ways* ways = nullptr;
        std::uint64_t over = 0; // classes of planes; 0: not joined
        double planes = 0;
    };
    std::uint32_t sets() const { return static_cast<std::uint32_t>(m_group.size()); }
    const Joined& joined(std::uint32_t from, std::uint32_t to) const { return m_joined[from * sets() + to]; }
    std::uint32_t groupOf(std::uint32_t set) const { return m_group[set]; }
    // Whether a corridor stays inside a group.
    bool inGroup(std::uint32_t corridor) const {
        return m_group[corridor / sets()] == m_group[corridor % sets()];
    }
    std::uint32_t endpoint(std::uint32_t end) const { return m_endpoint[end]; }
    std::uint32_t number(std::uint32_t rank) const { return m_number[rank]; } // of its end
    std::uint32_t setOf(std::uint32_t end) const { return m_bare.setOf[end]; }
    double bytes(std::uint32_t from, std::uint32_t to) const { return m_bare.out[from] * m_bare.in[to]; }
    // The ends and their sets; no corridors yet.
    const ProductProblem& bare() const { return m_bare; }

private:
    void findPackages();
    void join(std::uint32_t from, std::uint32_t to);

    const NodeWays& m_ways;
    ProductProblem m_bare;
    std::vector<std::uint32_t> m_number;   // per rank
    std::vector<std::uint32_t> m_endpoint; // per end
    std::vector<std::uint32_t> m_group;    // per set
    std::vector<std::uint64_t> m_attached; // per set
    std::vector<Joined> m_joined;          // sets x sets
};

// One class of planes: the problem, and which channels its links are.
class ProductPlane {
public:
    ProductPlane(const NodeWays& ways, const ProductSets& sets, Overhead overhead, std::uint32_t planes);

    const ProductProblem& problem() const { return m_problem; }
    std::uint32_t planes() const { return m_planes; }
    const PlaceLoads::Place& place(std::uint32_t link) const { return m_places[link]; }

private:
    using Tier = NetworkShape::Tier;

    std::uint32_t addLink(const PlaceLoads::Place& place);
    void use(const PlaceLoads::Place& place, double load);
    void addCorridor(std::uint32_t from, std::uint32_t to, double overhead);
    void addAbove(std::uint32_t from, std::uint32_t to, const Leg& leg, double overhead);

    const NodeWays& m_ways;
    const ProductSets& m_sets;
    std::uint32_t m_planes;
    ProductProblem m_problem;
    std::vector<PlaceLoads::Place> m_places;            // per link
    std::map<PlaceLoads::Place, std::uint32_t> m_above; // links above the ends
};

} // namespace supernode
