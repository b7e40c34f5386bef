// SPDX-License-Identifier: GPL-3.0-or-later
// One synchronous step of a collective: transfers that start together and progress in proportion.
//
// The step ends when its fullest channel has carried its bytes, as the slowest link paces a ring. Max-min
// fair sharing gives the same time where all transfers are equally long, and none less. So a plane is one
// Flow: a member is a transfer, and a use says what the mean rate of a member puts on the channel; channels
// that carry the same at the same capacity are one resource. Routing as in traffic.h: evenly over the planes
// that join the two ends and over the spine chips inside a plane. Units: bytes, bytes per second. Limits: one
// or two tiers, the planes of a supernode (none joins two of them); endpoints are indices of
// ElementKind::Endpoint. Promise: a step takes as long as max-min fair sharing says.
// [CollectiveTraffic.EqualTransfersTakeAsLongAsSingleFlows] Promise: the solver takes as long as seconds().
// [CollectiveTraffic.TheSolverAgreesWithTheFullestChannel]
#pragma once

#include "model/traffic/node_ways.h"
#include "model/traffic/traffic.h"

#include <cstdint>
#include <span>
#include <vector>

namespace supernode {

class StepLoads {
public:
    StepLoads(const NodeWays& ways, Overhead overhead);

    void add(std::uint32_t from, std::uint32_t to, double bytes); // from == to: nothing
    // Everybody to everybody: rank i sends out[i] x in[j] bytes to rank j, and nothing to itself.
    void addProduct(std::span<const std::uint32_t> ranks, std::span<const double> out,
                    std::span<const double> in);
    // Rank i sends up[i] bytes into the switch chips that all ranks share, and `down` come to each of them.
    // One tier only.
    void addInSwitch(std::span<const std::uint32_t> ranks, std::span<const double> up, double down);

    double seconds() const;  // of the fullest channel
    double payload() const;  // bytes that arrive, all receivers
    Traffic traffic() const; // with who sends to whom
    std::size_t undelivered() const { return m_undelivered.pairs; }
    Scope scope() const { return m_far ? Scope::InterNode : Scope::IntraNode; } // of the farthest transfer

private:
    struct PlaneSum {
        double transfers = 0, payload = 0, wire = 0;
        ElementId from, to; // of the first transfer
    };
    struct Group; // ranks of one node that reach the same planes
    struct Sum;   // of what groups at the other end take or send, joined by the same planes

    void count(std::uint64_t mask, double transfers, double payload, double wire, std::uint32_t from,
               std::uint32_t to);
    void cross(std::size_t a, std::size_t b, std::uint64_t mask, double wireEach);
    void refuse(std::uint32_t from, std::uint32_t to, double pairs);
    std::vector<Group> groupsOf(std::span<const std::uint32_t> ranks, std::span<const double> out,
                                std::span<const double> in) const;
    std::vector<Sum> sumsOf(const std::vector<Group>& groups, std::size_t self, Direction d);
    void addSum(const Group& group, const Sum& sum, Direction d);
    void addWithin(const Group& group);
    void rememberProduct(const std::vector<Group>& groups);
    // visit(first, links, wire bytes) for the channels that carry: the same direction of so many links that
    // follow each other, alike in load and capacity.
    template <class Visit>
    void visitChannels(std::size_t plane, Visit&& visit) const;

    const NodeWays& m_ways;
    Overhead m_overhead;
    std::vector<double> m_up, m_down;         // per endpoint and plane, wire bytes
    std::vector<double> m_nodeUp, m_nodeDown; // per node and plane, even over all its spine chips
    std::vector<double> m_uneven;             // per channel, on top of the even part; empty where all is even
    std::vector<PlaneSum> m_planes;
    Undelivered m_undelivered;
    bool m_far = false;
    PairBytes m_who; // products; the rest in m_ones
    std::vector<OnePair> m_ones;
};

} // namespace supernode
