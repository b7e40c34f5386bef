// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/step_memory.h"

#include <algorithm>

namespace supernode {

StepMemory::StepMemory(const NodeWays& ways) : m_ways(ways), m_damage(damageOf(ways.shape(), ways.state())) {}

std::uint32_t StepMemory::patternOf(const std::vector<std::vector<std::uint32_t>>& groups) {
    const NetworkShape& shape = m_ways.shape();
    const std::uint32_t each = shape.endpoints() / shape.groups();
    std::uint32_t first = shape.groups(), last = 0;
    for (const std::vector<std::uint32_t>& group : groups)
        for (const std::uint32_t e : group) {
            first = std::min(first, shape.groupOf(e));
            last = std::max(last, shape.groupOf(e));
        }
    std::vector<double> pattern;
    const bool anywhere =
        shape.cores() == 0 && shape.domainOf(shape.groups() - 1) == 0 && m_ways.endpointsPerPackage() == 1;
    pattern.push_back(anywhere ? -1.0 : first);
    for (const std::vector<std::uint32_t>& group : groups) {
        pattern.push_back(static_cast<double>(group.size()));
        for (const std::uint32_t e : group)
            pattern.push_back(e - first * each);
    }
    for (const DamagedLink& link : m_damage) {
        const bool end = link.place.tier == NetworkShape::Tier::Attach;
        if (end && link.place.at >= shape.endpoints())
            continue; // of a CPU
        const std::uint32_t node = end ? shape.groupOf(link.place.at) : link.place.at;
        if (anywhere && (node < first || node > last))
            continue;
        const std::uint32_t from = anywhere ? first * (end ? each : 1) : 0;
        pattern.insert(pattern.end(),
                       {double(link.place.tier), double(link.place.plane), double(link.place.at - from),
                        double(link.place.spine), double(link.place.core), link.up, link.down});
    }
    return m_patterns.try_emplace(std::move(pattern), static_cast<std::uint32_t>(m_patterns.size()))
        .first->second;
}

} // namespace supernode
