// SPDX-License-Identifier: GPL-3.0-or-later
// A number for each place of a network: channels that a damaged fabric cannot tell apart and that hang on
// the same end, group or pod.
//
// Ends are endpoints, no CPUs. Units: whoever fills it says so. Ownership: refers to the fabric, shares the
// symmetry. Thread: a value.
#pragma once

#include "model/traffic/symmetry.h"

#include <array>
#include <compare>
#include <memory>
#include <utility>
#include <vector>

namespace supernode {

class PlaceLoads {
public:
    using Tier = NetworkShape::Tier;
    struct Place { // like channels of a class of planes
        Tier tier = Tier::Attach;
        Direction direction = Direction::Up;
        std::uint32_t planes = 0;
        std::uint32_t at = 0; // end, group or pod
        std::uint32_t spines = 0, cores = 0;
        auto operator<=>(const Place&) const = default;
    };

    PlaceLoads(const NetworkShape& shape, std::shared_ptr<const Symmetry> symmetry);

    double& at(const Place& place) { return m_load[static_cast<std::size_t>(place.tier)][indexOf(place)]; }
    double at(const Place& place) const {
        return m_load[static_cast<std::size_t>(place.tier)][indexOf(place)];
    }
    LinkId exampleOf(const Place& place) const;
    double channelsOf(const Place& place) const; // how many
    LinkKind kindOf(Tier tier) const { return m_kinds[static_cast<std::size_t>(tier)]; }

    // Calls visit(place) for all places in a class of planes.
    template <class Visit>
    void visitPlaces(std::uint32_t planes, Visit&& visit) const;
    // Calls visit(place, number) for those with a number above 0.
    template <class Visit>
    void visit(std::uint32_t planes, Visit&& visit) const;
    // Calls visit(channel) for all channels of a place.
    template <class Visit>
    void visitChannels(const Place& place, Visit&& visit) const;
    // The largest quotient of two numbers of one place, where ours is above 0; `others` is of the same shape.
    double largestOver(const PlaceLoads& others) const;

    const NetworkShape& shape() const { return m_shape; }
    const Symmetry& symmetry() const { return *m_symmetry; }

private:
    std::size_t indexOf(const Place& place) const;

    NetworkShape m_shape;
    std::shared_ptr<const Symmetry> m_symmetry;
    std::size_t m_planeClasses, m_spineClasses, m_coreClasses;
    std::array<LinkKind, 3> m_kinds{};         // by tier
    std::array<std::vector<double>, 3> m_load; // by tier
};

template <class Visit>
void PlaceLoads::visitPlaces(std::uint32_t planes, Visit&& visit) const {
    const auto both = [&](Place place) {
        for (const Direction d : {Direction::Up, Direction::Down}) {
            place.direction = d;
            visit(std::as_const(place));
        }
    };
    if (m_shape.hasAttach())
        for (std::uint32_t e = 0; e < m_shape.endpoints(); ++e)
            both({Tier::Attach, Direction::Up, planes, e, 0, 0});
    const std::uint32_t spines = m_symmetry->spines(planes).size();
    for (std::uint32_t g = 0; g < m_shape.groups(); ++g)
        for (std::uint32_t k = 0; k < spines; ++k)
            both({Tier::Uplink, Direction::Up, planes, g, k, 0});
    if (m_load[2].empty())
        return;
    for (std::uint32_t pod = 0; pod < m_shape.groups() / m_shape.groupsPerPod(); ++pod)
        for (std::uint32_t k = 0; k < spines; ++k)
            for (std::uint32_t j = 0; j < m_symmetry->cores(planes, k).size(); ++j)
                both({Tier::Core, Direction::Up, planes, pod, k, j});
}

template <class Visit>
void PlaceLoads::visit(std::uint32_t planes, Visit&& visit) const {
    visitPlaces(planes, [&](const Place& place) {
        if (const double load = at(place); load > 0)
            visit(place, load);
    });
}

template <class Visit>
void PlaceLoads::visitChannels(const Place& p, Visit&& visit) const {
    for (const std::uint32_t plane : m_symmetry->planes().members[p.planes]) {
        if (p.tier == Tier::Attach) {
            visit(channelOf(m_shape.attach(p.at, plane), p.direction));
            continue;
        }
        for (const std::uint32_t spine : m_symmetry->spines(p.planes).members[p.spines])
            if (p.tier == Tier::Uplink)
                visit(channelOf(m_shape.uplink(p.at, plane, spine), p.direction));
            else
                for (const std::uint32_t core : m_symmetry->cores(p.planes, p.spines).members[p.cores])
                    visit(channelOf(m_shape.coreLink(p.at, plane, spine, core), p.direction));
    }
}

} // namespace supernode
