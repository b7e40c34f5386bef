// SPDX-License-Identifier: GPL-3.0-or-later
// From the loads of a step to its time and to Traffic.
#include "model/traffic/collective_traffic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace supernode {
namespace {

// Loads that differ only by the order of their sums are one.
std::int64_t rounded(double load) { return std::llround(std::log2(load) * 1099511627776.0 /* 2^40 */); }

// Like channels that carry the same.
using Likes = std::map<std::tuple<LinkKind, Direction, double, std::int64_t>, std::uint32_t>;

} // namespace

LinkId StepLoads::exampleOf(const Place& p) const {
    const NetworkShape& shape = m_ways.shape();
    const Symmetry& symmetry = m_ways.symmetry();
    const std::uint32_t plane = symmetry.planes().first(p.planes);
    if (p.tier == Tier::Attach)
        return shape.attach(p.at, plane);
    const std::uint32_t spine = symmetry.spines(p.planes).first(p.spines);
    return p.tier == Tier::Uplink
               ? shape.uplink(p.at, plane, spine)
               : shape.coreLink(p.at, plane, spine, symmetry.cores(p.planes, p.spines).first(p.cores));
}

template <class Visit>
void StepLoads::visitLoads(std::uint32_t planes, Visit&& visit) const {
    const NetworkShape& shape = m_ways.shape();
    const auto each = [&](Place place) {
        for (const Direction d : {Direction::Up, Direction::Down}) {
            place.direction = d;
            const double load = m_load[static_cast<std::size_t>(place.tier)][indexOf(place)];
            if (load > 0)
                visit(place, load);
        }
    };
    if (shape.hasAttach())
        for (std::uint32_t e = 0; e < shape.endpoints(); ++e)
            each({Tier::Attach, Direction::Up, planes, e, 0, 0});
    if (m_farthest <= Distance::SameGroup && !shape.meetsAtSpine())
        return;
    const std::uint32_t spines = m_ways.symmetry().spines(planes).size();
    for (std::uint32_t g = 0; g < shape.groups(); ++g)
        for (std::uint32_t k = 0; k < spines; ++k)
            each({Tier::Uplink, Direction::Up, planes, g, k, 0});
    if (m_farthest <= Distance::SamePod)
        return;
    for (std::uint32_t pod = 0; pod < shape.groups() / shape.groupsPerPod(); ++pod)
        for (std::uint32_t k = 0; k < spines; ++k)
            for (std::uint32_t j = 0; j < m_ways.symmetry().cores(planes, k).size(); ++j)
                each({Tier::Core, Direction::Up, planes, pod, k, j});
}

template <class Visit>
void StepLoads::visitPackages(Visit&& visit) const {
    for (std::uint32_t c = 0; c < m_inPackage.size(); ++c)
        if (m_inPackage[c] > 0)
            visit(ChannelId(c), m_inPackage[c]);
}

double StepLoads::seconds() const {
    double longest = 0;
    const std::vector<double>& capacity = m_ways.state().capacity;
    for (std::uint32_t c = 0; c < m_planeClasses; ++c)
        visitLoads(c, [&](const Place& place, double load) {
            longest = std::max(longest, load / capacity[channelOf(exampleOf(place), place.direction).value]);
        });
    visitPackages(
        [&](ChannelId channel, double load) { longest = std::max(longest, load / capacity[channel.value]); });
    return longest;
}

double StepLoads::payload() const {
    double sum = m_packages.payload;
    for (std::uint32_t c = 0; c < m_planeClasses; ++c)
        sum += m_planes[c].payload * m_ways.symmetry().planes().count(c);
    return sum;
}

// Every channel that a load stands for.
void StepLoads::map(const Place& p, std::uint32_t resource, std::vector<std::uint32_t>& resourceOf) const {
    const NetworkShape& shape = m_ways.shape();
    const Symmetry& symmetry = m_ways.symmetry();
    const auto set = [&](LinkId link) { resourceOf[channelOf(link, p.direction).value] = resource; };
    for (const std::uint32_t plane : symmetry.planes().members[p.planes]) {
        if (p.tier == Tier::Attach) {
            set(shape.attach(p.at, plane));
            continue;
        }
        for (const std::uint32_t spine : symmetry.spines(p.planes).members[p.spines])
            if (p.tier == Tier::Uplink)
                set(shape.uplink(p.at, plane, spine));
            else
                for (const std::uint32_t core : symmetry.cores(p.planes, p.spines).members[p.cores])
                    set(shape.coreLink(p.at, plane, spine, core));
    }
}

void StepLoads::addFlows(Traffic& traffic, std::uint32_t planes) const {
    const Sum& sum = m_planes[planes];
    if (sum.payload <= 0)
        return;
    const double mean = sum.payload / sum.transfers, count = m_ways.symmetry().planes().count(planes);
    traffic.pairs = 1;
    Likes likes;
    std::vector<Use> uses;
    visitLoads(planes, [&](const Place& place, double load) {
        const LinkId link = exampleOf(place);
        const ChannelId channel = channelOf(link, place.direction);
        const double capacity = m_ways.state().capacity[channel.value];
        const auto [found, fresh] =
            likes.try_emplace({m_ways.fabric().link(link).kind, place.direction, capacity, rounded(load)},
                              static_cast<std::uint32_t>(traffic.channel.size()));
        if (fresh)
            uses.push_back({traffic.addResource(channel, capacity), load / mean});
        map(place, found->second, traffic.resourceOf);
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

Traffic StepLoads::traffic() const {
    Traffic traffic;
    traffic.resourceOf.assign(m_ways.fabric().channelCount(), Traffic::unused);
    traffic.undelivered = m_undelivered;
    traffic.joined = m_joined;
    auto who = std::make_shared<PairBytes>(m_who);
    who->add(m_ones);
    traffic.who = std::move(who);
    for (std::uint32_t c = 0; c < m_planeClasses; ++c)
        addFlows(traffic, c);
    addPackageFlow(traffic);
    return traffic;
}

} // namespace supernode
