// SPDX-License-Identifier: GPL-3.0-or-later
// From the loads of a step to its time and to Traffic.
#include "model/traffic/collective_traffic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace supernode {
namespace {

// Loads that differ only by the order of their sums are one.
std::int64_t rounded(double load) { return std::llround(std::log2(load) * 1099511627776.0 /* 2^40 */); }

// Like channels that carry the same.
using Likes = std::map<std::tuple<LinkKind, Direction, double, std::int64_t>, std::uint32_t>;

// Loads by places, and those of packages channel by channel.
class PlaceExchange : public ExchangeLoads {
public:
    struct Parts {
        PlaceLoads places;             // wire bytes of one channel
        std::vector<double> overhead;  // per class of planes: wire bytes per payload byte
        std::vector<double> inPackage; // per channel, wire bytes; or empty
        double overheadInPackage = 1;
    };
    PlaceExchange(Parts parts, double delivered, PairBytesPtr who)
        : ExchangeLoads(delivered, wireOf(parts), std::move(who)), m_parts(std::move(parts)),
          m_fabric(m_parts.places.shape().fabric().shared_from_this()) {}

    void addTo(std::vector<double>& load, std::vector<double>& payload, double times) const override {
        for (std::uint32_t p = 0; p < m_parts.overhead.size(); ++p)
            m_parts.places.visit(p, [&](const PlaceLoads::Place& place, double bytes) {
                m_parts.places.visitChannels(place, [&](ChannelId c) {
                    load[c.value] += bytes * times;
                    payload[c.value] += bytes / m_parts.overhead[p] * times;
                });
            });
        for (std::size_t c = 0; c < m_parts.inPackage.size(); ++c) {
            load[c] += m_parts.inPackage[c] * times;
            payload[c] += m_parts.inPackage[c] / m_parts.overheadInPackage * times;
        }
    }

private:
    static PerLinkKind wireOf(const Parts& parts) {
        PerLinkKind wire{};
        for (std::uint32_t p = 0; p < parts.overhead.size(); ++p)
            parts.places.visit(p, [&](const PlaceLoads::Place& place, double bytes) {
                wire[static_cast<std::size_t>(parts.places.kindOf(place.tier))] +=
                    bytes * parts.places.channelsOf(place);
            });
        wire[static_cast<std::size_t>(LinkKind::DieToDie)] +=
            std::accumulate(parts.inPackage.begin(), parts.inPackage.end(), 0.0);
        return wire;
    }

    Parts m_parts;
    FabricPtr m_fabric; // to which the places refer
};

} // namespace

template <class Visit>
void StepLoads::visitPackages(Visit&& visit) const {
    for (std::uint32_t c = 0; c < m_inPackage.size(); ++c)
        if (m_inPackage[c] > 0)
            visit(ChannelId(c), m_inPackage[c]);
}

double StepLoads::seconds() const {
    double longest = m_load.largestOver(m_ways.capacities());
    const std::vector<double>& capacity = m_ways.state().capacity;
    visitPackages(
        [&](ChannelId channel, double load) { longest = std::max(longest, load / capacity[channel.value]); });
    return longest;
}

double StepLoads::payload() const {
    double sum = m_packages.payload;
    for (std::uint32_t c = 0; c < m_planes.size(); ++c)
        sum += m_planes[c].payload * m_ways.symmetry().planes().count(c);
    return sum;
}

void StepLoads::addFlows(Traffic& traffic, std::uint32_t planes) const {
    const Sum& sum = m_planes[planes];
    if (sum.payload <= 0)
        return;
    const double mean = sum.payload / sum.transfers, count = m_ways.symmetry().planes().count(planes);
    traffic.pairs = 1;
    Likes likes;
    std::vector<Use> uses;
    m_load.visit(planes, [&](const Place& place, double load) {
        const LinkId link = m_load.exampleOf(place);
        const ChannelId channel = channelOf(link, place.direction);
        const double capacity = m_ways.state().capacity[channel.value];
        const auto [found, fresh] =
            likes.try_emplace({m_ways.fabric().link(link).kind, place.direction, capacity, rounded(load)},
                              static_cast<std::uint32_t>(traffic.channel.size()));
        if (fresh)
            uses.push_back({traffic.addResource(channel, capacity), load / mean});
        const std::uint32_t resource = found->second;
        m_load.visitChannels(place, [&](ChannelId c) { traffic.resourceOf[c.value] = resource; });
    });
    traffic.addFlow({sum.transfers * count, mean, sum.wire / sum.payload,
                     m_ways.symmetry().planes().first(planes), 0, sum.from, sum.to, count},
                    uses);
}

// The links of all packages, one more pair.
void StepLoads::addPackageFlow(Traffic& traffic) const {
    if (m_packages.payload <= 0)
        return;
    const double mean = m_packages.payload / m_packages.transfers;
    Likes likes;
    std::vector<Use> uses;
    visitPackages([&](ChannelId channel, double load) {
        const double capacity = m_ways.state().capacity[channel.value];
        const auto [found, fresh] =
            likes.try_emplace({LinkKind::DieToDie, Direction::Up, capacity, rounded(load)},
                              static_cast<std::uint32_t>(traffic.channel.size()));
        if (fresh)
            uses.push_back({traffic.addResource(channel, capacity), load / mean});
        traffic.resourceOf[channel.value] = found->second;
    });
    traffic.addFlow({m_packages.transfers, mean, m_packages.wire / m_packages.payload, 0, traffic.pairs++,
                     m_packages.from, m_packages.to},
                    uses);
}

PairBytesPtr StepLoads::whoSends() const {
    auto who = std::make_shared<PairBytes>(m_who);
    who->add(m_ones);
    return who;
}

ExchangeLoadsPtr StepLoads::exchange() const {
    std::vector<double> overhead;
    for (const Sum& sum : m_planes)
        overhead.push_back(sum.payload > 0 ? sum.wire / sum.payload : 1);
    return std::make_shared<const PlaceExchange>(
        PlaceExchange::Parts{m_load, std::move(overhead), m_inPackage, m_overhead.near}, payload(),
        whoSends());
}

Traffic StepLoads::traffic() const {
    Traffic traffic;
    traffic.resourceOf.assign(m_ways.fabric().channelCount(), Traffic::unused);
    traffic.undelivered = m_undelivered;
    traffic.joined = m_joined;
    traffic.who = whoSends();
    for (std::uint32_t c = 0; c < m_planes.size(); ++c)
        addFlows(traffic, c);
    addPackageFlow(traffic);
    return traffic;
}

} // namespace supernode
