// SPDX-License-Identifier: GPL-3.0-or-later
// What a damaged network cannot tell apart: planes, spines of a plane, cores of a spine, ends and groups.
//
// Made from the damaged links alone, which are few. Two planes are alike when every link of the one is as
// fast as the same link of the other; so are two spines of a plane, and two cores of a spine. Two ends
// (groups) with the same look can be exchanged when nothing else tells them apart. Each such exchange is an
// automorphism of the damaged network, and so is every sequence of them. Thread: a value.
#pragma once

#include "model/traffic/network_shape.h"

#include <map>
#include <vector>

namespace supernode {

struct DamagedLink {
    NetworkShape::Place place;
    double up = 0, down = 0; // bytes per second that are left
    auto operator<=>(const DamagedLink&) const = default;
};
// Every link of the network that is not as fast as it was built, in the order of their places. Cost: one look
// at each of them.
std::vector<DamagedLink> damageOf(const NetworkShape& shape, const FabricState& state);

// Sets of numbers 0..n-1 that are alike.
struct Partition {
    std::vector<std::uint32_t> classOf;
    std::vector<std::vector<std::uint32_t>> members;

    std::uint32_t size() const { return static_cast<std::uint32_t>(members.size()); }
    std::uint32_t first(std::uint32_t c) const { return members[c].front(); }
    double count(std::uint32_t c) const { return static_cast<double>(members[c].size()); }
};

// What a routing rule treats alike: a hash tells every plane and spine apart.
enum class Alike : std::uint8_t { PlanesAndSpines, Spines, Nothing };

class Symmetry {
public:
    // `damage` as damageOf gives it.
    Symmetry(const NetworkShape& shape, const FabricState& state, const std::vector<DamagedLink>& damage,
             Alike alike);

    const Partition& planes() const { return m_planes; }
    const Partition& spines(std::uint32_t planeClass) const { return m_spines[planeClass]; }
    const Partition& cores(std::uint32_t planeClass, std::uint32_t spineClass) const {
        return m_cores[planeClass][spineClass];
    }
    std::uint32_t mostSpineClasses() const;
    std::uint32_t mostCoreClasses() const;
    // Equal numbers look alike; 0 is as built.
    std::uint32_t lookOfEnd(std::uint32_t end) const { return m_endLook[end]; }
    std::uint32_t lookOfGroup(std::uint32_t group) const { return m_groupLook[group]; }

private:
    Partition m_planes;
    std::vector<Partition> m_spines;
    std::vector<std::vector<Partition>> m_cores;
    std::vector<std::uint32_t> m_endLook, m_groupLook;
};

} // namespace supernode
