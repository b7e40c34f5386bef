// SPDX-License-Identifier: GPL-3.0-or-later
// One synchronous step of a collective: transfers that start together and progress in proportion.
//
// The step ends when its fullest channel has carried its bytes, as the slowest link paces a ring. Max-min
// fair sharing gives the same time where all transfers are equally long, and none less. So planes that no
// fault tells apart are one Flow: a member is a transfer in one of them, and a use says what the mean rate of
// a member puts on the channel; channels that carry the same at the same capacity are one resource. Ways are
// those of Router: any network, any number of tiers, any rule but Adaptive, which needs all transfers at once
// and spreads here. Two dies of one package talk over the link between them, where FabricState says so: all
// such links make up one more Flow. Units: bytes, bytes per second; endpoints are indices of
// ElementKind::Endpoint. What is known of the share of a link that a stream reaches inside a node is taken
// for the links of packages, too.
// Promise: a step takes as long as max-min fair sharing says.
// [CollectiveTraffic.EqualTransfersTakeAsLongAsSingleFlows] Promise: the solver takes as long as seconds().
// [CollectiveTraffic.TheSolverAgreesWithTheFullestChannel]
#pragma once

#include "model/traffic/end_classes.h"
#include "model/traffic/exchange_loads.h"
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

    double seconds() const;            // of the fullest channel
    double payload() const;            // bytes that arrive, all receivers
    Traffic traffic() const;           // with who sends to whom
    ExchangeLoadsPtr exchange() const; // the same without flows
    std::size_t undelivered() const { return m_undelivered.pairs; }
    Distance farthest() const { return m_farthest; } // of all transfers

private:
    using Tier = NetworkShape::Tier;
    using Place = PlaceLoads::Place;
    struct Sum { // over one class of planes, for one plane of it; or over the links of packages
        double transfers = 0, payload = 0, wire = 0;
        ElementId from, to; // of the first transfer
    };
    struct Group;  // ranks of one group that reach the same planes
    struct Pair;   // of two groups in one place
    struct Kind;   // groups whose ways to any other are alike
    struct Others; // groups elsewhere, joined in the same way

    double& load(const Place& place) { return m_load.at(place); }
    void addInPackage(std::uint32_t from, std::uint32_t to, LinkId link, double bytes);
    void addTo(Sum& sum, double transfers, double payload, double wire, std::uint32_t from,
               std::uint32_t to) const;
    void cross(std::uint32_t from, std::uint32_t to, const Ways& ways, double wireEach);
    Distance distanceOf(std::uint32_t from, std::uint32_t to) const;
    void refuse(std::uint32_t from, std::uint32_t to, double pairs);
    std::vector<Group> groupsOf(std::span<const std::uint32_t> ranks, std::span<const double> out,
                                std::span<const double> in) const;
    void addPair(const Pair& pair);
    std::vector<double> besides(const Pair& pair, const Group& group, const Group& others,
                                const std::vector<double>& amounts) const;
    double pairsBeside(const Pair& pair) const;
    void addPackages(const Pair& pair);
    std::vector<Kind> kindsOf(const std::vector<Group>& groups) const;
    std::vector<Others> othersOf(const std::vector<Kind>& kinds, const Group& group, Direction d);
    void addOthers(const Group& group, const Others& others, Direction d);
    void rememberProduct(const std::vector<Group>& groups, const std::vector<Kind>& kinds);
    void rememberPackages(const Group& from, const Group& to);
    template <class Visit>
    void visitPackages(Visit&& visit) const; // (channel, wire bytes)
    PairBytesPtr whoSends() const;
    void addFlows(Traffic& traffic, std::uint32_t planes) const;
    void addPackageFlow(Traffic& traffic) const;

    const NodeWays& m_ways;
    Overhead m_overhead;
    PlaceLoads m_load;         // wire bytes of one channel
    std::vector<Sum> m_planes; // by class
    Sum m_packages;
    std::vector<double> m_inPackage; // per channel, wire bytes; empty where nothing stays in a package
    Undelivered m_undelivered;
    Distance m_farthest = Distance::SamePackage;
    double m_joined = 0; // transfers
    PairBytes m_who;     // products; the rest in m_ones
    std::vector<OnePair> m_ones;
};

} // namespace supernode
