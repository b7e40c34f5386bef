// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/traffic.h"

#include "model/base/random.h"

#include <numeric>
#include <utility>

namespace supernode {

std::optional<Issue> tooMany(const Fabric& fabric, double flows, const std::string& what) {
    const SystemSpec& s = fabric.system();
    const double usesEach = 2.0 + (s.twoTier() ? 2.0 * s.spinesPerPlane() : 0.0);
    const double uses = flows * s.planes() * usesEach;
    if (uses <= static_cast<double>(mostUses))
        return std::nullopt;
    return Issue{"",
                 what + " load links " + std::to_string(static_cast<long long>(uses)) +
                     " times, more than this model can hold",
                 "stay below " + std::to_string(mostUses) +
                     ": fewer different changes, or a smaller machine"};
}

std::vector<Transfer> randomPermutation(const Fabric& fabric, double bytes, std::uint64_t seed) {
    const std::size_t n = fabric.count(ElementKind::Endpoint);
    std::vector<std::size_t> target(n);
    std::iota(target.begin(), target.end(), std::size_t{0});
    // Sattolo's shuffle: one cycle through all, so that nobody sends to itself.
    Random random(seed);
    for (std::size_t i = n; i-- > 1;)
        std::swap(target[i], target[random.below(static_cast<std::uint32_t>(i))]);
    std::vector<Transfer> list;
    for (std::size_t i = 0; i < n; ++i)
        if (target[i] != i)
            list.push_back(
                {fabric.id(ElementKind::Endpoint, i), fabric.id(ElementKind::Endpoint, target[i]), bytes});
    return list;
}

std::vector<Transfer> incast(const Fabric& fabric, ElementId to, double bytes) {
    std::vector<Transfer> list;
    for (std::size_t i = 0; i < fabric.count(ElementKind::Endpoint); ++i)
        if (const ElementId from = fabric.id(ElementKind::Endpoint, i); from != to)
            list.push_back({from, to, bytes});
    return list;
}

} // namespace supernode
