// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/routing.h"

#include "model/base/random.h"

#include <algorithm>

namespace supernode {

Router::Router(const NetworkShape& shape, const FabricState& state, const Symmetry& symmetry, RouteBy by)
    : m_shape(shape), m_state(state), m_symmetry(symmetry), m_by(by) {}

void Router::find(std::uint32_t from, std::uint32_t to, Ways& ways) {
    ways.clear();
    if (!m_state.alive(m_shape.elementOf(from)) || !m_state.alive(m_shape.elementOf(to)))
        return;
    const Ways& all = between(m_shape.groupOf(from), m_shape.groupOf(to));
    for (const Leg& leg : all.legs)
        if (attached(leg.planes, from, to)) {
            ways.planes += leg.count;
            ways.legs.push_back(leg);
        }
    if (m_by.rule == Routing::Hashed)
        return pickByHash(from, to, all, ways);
    if (m_by.rule == Routing::PlanePerDestination && !ways.legs.empty())
        pickPlane(to, ways);
    ways.spines = all.spines;
    ways.cores = all.cores;
}

bool Router::attached(std::uint32_t planes, std::uint32_t from, std::uint32_t to) const {
    if (!m_shape.hasAttach())
        return true;
    const std::uint32_t plane = m_symmetry.planes().first(planes);
    return m_state.carries(m_shape.attach(from, plane)) && m_state.carries(m_shape.attach(to, plane));
}

const Ways& Router::between(std::uint32_t a, std::uint32_t b) {
    if (m_last && m_lastGroups == std::pair(a, b))
        return *m_last;
    const Sides sides{m_symmetry.lookOfGroup(a), m_symmetry.lookOfGroup(b), m_shape.podOf(a),
                      m_shape.podOf(b), a == b};
    const auto [at, fresh] = m_between.try_emplace(sides);
    if (fresh && m_shape.domainOf(a) == m_shape.domainOf(b))
        for (std::uint32_t c = 0; c < m_symmetry.planes().size(); ++c)
            addLeg(c, a, b, at->second);
    m_lastGroups = {a, b};
    m_last = &at->second;
    return *m_last;
}

void Router::addLeg(std::uint32_t planes, std::uint32_t a, std::uint32_t b, Ways& ways) const {
    const std::uint32_t plane = m_symmetry.planes().first(planes);
    Leg leg{planes, m_symmetry.planes().count(planes), static_cast<std::uint32_t>(ways.spines.size()), 0};
    if (a != b || m_shape.meetsAtSpine()) {
        const std::uint32_t podA = m_shape.podOf(a), podB = m_shape.podOf(b);
        const Partition& spines = m_symmetry.spines(planes);
        double usable = 0;
        for (std::uint32_t k = 0; k < spines.size(); ++k) {
            if (!m_state.carries(m_shape.uplink(a, plane, spines.first(k))) ||
                !m_state.carries(m_shape.uplink(b, plane, spines.first(k))))
                continue;
            const auto firstCore = static_cast<std::uint32_t>(ways.cores.size());
            if (podA != podB && addCores(planes, k, podA, podB, ways) == 0)
                continue;
            usable += spines.count(k);
            ways.spines.push_back({k, 0, firstCore, static_cast<std::uint32_t>(ways.cores.size())});
        }
        if (usable == 0)
            return;
        for (std::size_t i = leg.firstSpine; i < ways.spines.size(); ++i) {
            SpinePart& part = ways.spines[i];
            part.share = 1 / usable;
            for (std::uint32_t j = part.firstCore; j < part.endCore; ++j)
                ways.cores[j].share *= part.share;
        }
    }
    leg.endSpine = static_cast<std::uint32_t>(ways.spines.size());
    ways.planes += leg.count;
    ways.legs.push_back(leg);
}

// The cores that join spine k of two pods, evenly; how many.
double Router::addCores(std::uint32_t planes, std::uint32_t spines, std::uint32_t podFrom,
                        std::uint32_t podTo, Ways& ways) const {
    const std::uint32_t plane = m_symmetry.planes().first(planes);
    const std::uint32_t spine = m_symmetry.spines(planes).first(spines);
    const Partition& cores = m_symmetry.cores(planes, spines);
    const std::size_t first = ways.cores.size();
    double usable = 0;
    for (std::uint32_t j = 0; j < cores.size(); ++j)
        if (m_state.carries(m_shape.coreLink(podFrom, plane, spine, cores.first(j))) &&
            m_state.carries(m_shape.coreLink(podTo, plane, spine, cores.first(j)))) {
            usable += cores.count(j);
            ways.cores.push_back({j, 0});
        }
    for (std::size_t i = first; i < ways.cores.size(); ++i)
        ways.cores[i].share = 1 / usable;
    return usable;
}

// With a hash every plane, spine and core is a class of its own.
void Router::pickByHash(std::uint32_t from, std::uint32_t to, const Ways& all, Ways& ways) const {
    const std::uint64_t pair = Random(m_by.seed).next() ^ (std::uint64_t{from} << 32 | to);
    const std::uint64_t mixed = Random(pair).next();
    for (Leg& leg : ways.legs) {
        if (leg.firstSpine == leg.endSpine)
            continue;
        Random hash(mixed ^ leg.planes);
        SpinePart spine = all.spines[leg.firstSpine + hash.below(leg.endSpine - leg.firstSpine)];
        spine.share = 1;
        if (spine.firstCore != spine.endCore) {
            const std::uint32_t core = spine.firstCore + hash.below(spine.endCore - spine.firstCore);
            spine.firstCore = static_cast<std::uint32_t>(ways.cores.size());
            spine.endCore = spine.firstCore + 1;
            ways.cores.push_back({all.cores[core].cores, 1});
        }
        leg.firstSpine = static_cast<std::uint32_t>(ways.spines.size());
        leg.endSpine = leg.firstSpine + 1;
        ways.spines.push_back(spine);
    }
}

// Every plane is a class of its own.
void Router::pickPlane(std::uint32_t to, Ways& ways) const {
    const std::uint32_t planes = m_shape.planes(), wanted = to % planes;
    const auto steps = [&](const Leg& leg) { return (leg.planes + planes - wanted) % planes; };
    Leg nearest = ways.legs.front();
    for (const Leg& leg : ways.legs)
        if (steps(leg) < steps(nearest))
            nearest = leg;
    ways.legs = {nearest};
    ways.planes = 1;
}

std::string whyCut(const Fabric& fabric, const FabricState& state, ElementId from, ElementId to,
                   Network network) {
    if (!fabric.system().has(network))
        return "the machine has no such network";
    const NetworkShape shape(fabric, network);
    const std::uint32_t a = shape.endOf(from), b = shape.endOf(to);
    for (const std::uint32_t end : {a, b})
        if (!shape.reaches(end))
            return fabric.name(shape.elementOf(end)) + " has no link in this network";
    if (!state.alive(from))
        return "the sender is down";
    if (!state.alive(to))
        return "the receiver is down";
    if (shape.domainOf(shape.groupOf(a)) != shape.domainOf(shape.groupOf(b)))
        return "they stand in different supernodes, which this network does not join";
    if (network == Network::ScaleUp && std::max(a, b) < shape.endpoints() &&
        state.packageLink(fabric, a, b).valid())
        return "";
    const Symmetry symmetry(shape, state, {}, Alike::Nothing);
    Ways ways;
    Router(shape, state, symmetry, {network}).find(a, b, ways);
    return ways.legs.empty() ? "no plane joins them" : "";
}

} // namespace supernode
