// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/patterns.h"

#include "model/base/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace supernode {

Result<std::vector<std::uint32_t>> endpointsOf(const SystemSpec& system, const Ranks& ranks) {
    using Answer = Result<std::vector<std::uint32_t>>;
    const int all = system.endpoints(), count = ranks.count == 0 ? all : ranks.count;
    if (count > all)
        return Answer::refused(Issue{"workload.ranks",
                                     system.name + " has " + std::to_string(all) + " " +
                                         system.chip.endpointWord + "s, not " + std::to_string(count),
                                     "give at most " + std::to_string(all) + ", or 0 for all"});
    std::vector<std::uint32_t> ends(static_cast<std::size_t>(count));
    std::iota(ends.begin(), ends.end(), 0u);
    if (ranks.placement == Placement::Scattered) {
        const auto nodes = static_cast<std::uint32_t>(system.nodes());
        const auto perNode = static_cast<std::uint32_t>(system.endpointsPerNode());
        for (std::uint32_t& end : ends)
            end = end % nodes * perNode + end / nodes;
    }
    return ends;
}

Result<Traffic> byRoles(const Fabric& fabric, const FabricState& state,
                        const std::vector<std::uint32_t>& ends, const RolePattern& pattern, Overhead overhead,
                        RouteBy by, const std::stop_token& stop) {
    const NetworkShape shape(fabric, by.network);
    std::vector<std::uint32_t> colours(shape.ends(), EndClasses::idle);
    for (std::size_t i = 0; i < ends.size(); ++i)
        colours[ends[i]] = pattern.roles[i];
    ClassTraffic traffic(fabric, state, by, overhead, colours, damageOf(shape, state), stop);
    if (by.rule == Routing::Hashed)
        traffic.reserve(ends.size() * (ends.size() - 1));
    for (std::uint32_t a = 0; a < pattern.count; ++a)
        for (std::uint32_t b = 0; b < pattern.count; ++b)
            traffic.addAll(a, b, pattern.parcels[a * pattern.count + b]);
    return traffic.take(std::to_string(traffic.classes().ends.size()) + " kinds of endpoints");
}

RolePattern uniformPattern(std::size_t ranks, double bytesPerPair) {
    return {std::vector<std::uint32_t>(ranks, 0), 1, {{bytesPerPair, 1, 0}}};
}

RolePattern hotspotPattern(std::size_t ranks, std::size_t hot, double bytes, double share) {
    const auto others = static_cast<double>(ranks) - 1;
    // With two ranks there is nobody else to send the rest to.
    const double toHot = ranks == 2 ? bytes : bytes * share;
    const double toOther = ranks > 2 ? bytes * (1 - share) / (others - 1) : 0;
    const double fromHot = others > 0 ? bytes / others : 0;
    const double mean = std::max(fromHot, 1e-300);
    RolePattern pattern{std::vector<std::uint32_t>(ranks, 0), 2, {}};
    pattern.roles[hot] = 1;
    for (const double each : {toOther, toHot, fromHot, 0.0})
        pattern.parcels.push_back({each, each / mean, 0, Weighing::ByBytes});
    return pattern;
}

RolePattern handoverPattern(std::size_t senders, std::size_t receivers, double bytes) {
    RolePattern pattern{std::vector<std::uint32_t>(senders + receivers, 1), 2, std::vector<Parcel>(4)};
    std::fill_n(pattern.roles.begin(), senders, 0u);
    pattern.parcels[1].bytes = bytes / static_cast<double>(receivers);
    return pattern;
}

std::vector<Transfer> randomPermutation(const Fabric& fabric, const std::vector<std::uint32_t>& ends,
                                        double bytes, std::uint64_t seed) {
    std::vector<std::size_t> target(ends.size());
    std::iota(target.begin(), target.end(), std::size_t{0});
    // Sattolo's shuffle: one cycle through all, so that nobody sends to itself.
    Random random(seed);
    for (std::size_t i = target.size(); i-- > 1;)
        std::swap(target[i], target[random.below(static_cast<std::uint32_t>(i))]);
    std::vector<Transfer> list;
    for (std::size_t i = 0; i < target.size(); ++i)
        if (target[i] != i)
            list.push_back({fabric.id(ElementKind::Endpoint, ends[i]),
                            fabric.id(ElementKind::Endpoint, ends[target[i]]), bytes});
    return list;
}

std::vector<Transfer> incast(const Fabric& fabric, const std::vector<std::uint32_t>& ends, ElementId to,
                             double bytes) {
    std::vector<Transfer> list;
    for (const std::uint32_t end : ends)
        if (const ElementId from = fabric.id(ElementKind::Endpoint, end); from != to)
            list.push_back({from, to, bytes});
    return list;
}

Result<Traffic> byMatrix(const Fabric& fabric, const FabricState& state,
                         const std::vector<std::uint32_t>& ends, const BytesOf& bytesOf, Overhead overhead,
                         RouteBy by, const std::stop_token& stop) {
    const NetworkShape shape(fabric, by.network);
    std::vector<std::uint32_t> colours(shape.ends(), EndClasses::idle);
    for (const std::uint32_t end : ends)
        colours[end] = end;
    ClassTraffic traffic(fabric, state, by, overhead, colours, damageOf(shape, state), stop);
    double sum = 0;
    std::size_t sending = 0;
    for (std::size_t i = 0; i < ends.size(); ++i)
        for (std::size_t j = 0; j < ends.size(); ++j) {
            const double bytes = i == j ? 0 : bytesOf(i, j);
            sum += bytes;
            sending += bytes > 0 ? 1 : 0;
        }
    traffic.reserve(sending);
    const double mean = sum / static_cast<double>(std::max<std::size_t>(sending, 1));
    for (std::size_t i = 0; i < ends.size() && !stop.stop_requested(); ++i)
        for (std::size_t j = 0; j < ends.size(); ++j)
            if (const double bytes = i == j ? 0 : bytesOf(i, j); bytes > 0)
                traffic.addOne(ends[i], ends[j], {bytes, bytes / mean, 0, Weighing::ByBytes});
    return traffic.take(std::to_string(sending) + " transfers");
}

std::vector<double> zipfShares(std::size_t ranks, double exponent) {
    std::vector<double> share(ranks);
    for (std::size_t i = 0; i < ranks; ++i)
        share[i] = std::pow(static_cast<double>(i + 1), -exponent);
    const double sum = std::accumulate(share.begin(), share.end(), 0.0);
    for (double& s : share)
        s /= sum;
    return share;
}

} // namespace supernode
