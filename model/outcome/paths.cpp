// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/paths.h"

#include "model/traffic/operation.h"

#include <algorithm>

namespace supernode {
namespace {

// One end of the ways: what it has in each plane, before and after failures.
class PathFinder {
public:
    explicit PathFinder(const Outcome& outcome) : m_f(*outcome.fabric), m_state(outcome.state) {}

    double capacity(LinkId link) const {
        return std::min(m_state.capacity[channelOf(link, Direction::Up).value],
                        m_state.capacity[channelOf(link, Direction::Down).value]);
    }
    std::size_t nodeOf(ElementId end) const {
        const Element e = m_f.element(end);
        return e.kind == ElementKind::Node ? e.index : m_f.nodeOfEndpoint(e.index);
    }
    // What the end itself can send into the plane.
    double into(ElementId end, std::size_t plane) const {
        const Element e = m_f.element(end);
        if (e.kind == ElementKind::Endpoint)
            return capacity(m_f.endpointLink(e.index, plane));
        double sum = 0;
        const auto each = static_cast<std::size_t>(m_f.system().endpointsPerNode());
        for (std::size_t i = 0; i < each; ++i)
            sum += capacity(m_f.endpointLink(e.index * each + i, plane));
        return sum;
    }
    double builtInto(ElementId end) const {
        const double link = m_f.system().linkRate().base();
        return m_f.element(end).kind == ElementKind::Endpoint ? link : link * m_f.system().endpointsPerNode();
    }
    // The ways above the two nodes, in one plane.
    PathsInPlane above(std::size_t a, std::size_t b, std::size_t plane) const {
        PathsInPlane paths;
        double sum = 0;
        const std::size_t podA = m_f.podOfNode(a), podB = m_f.podOfNode(b);
        for (std::size_t s = 0; s < static_cast<std::size_t>(m_f.system().spinesPerPlane()); ++s) {
            const double up = std::min(capacity(m_f.uplink(a, plane, s)), capacity(m_f.uplink(b, plane, s)));
            if (up <= 0)
                continue;
            if (podA == podB) {
                ++paths.ways;
                sum += up;
                continue;
            }
            double cores = 0;
            for (std::size_t j = 0; j < static_cast<std::size_t>(m_f.system().coresPerSpine()); ++j) {
                const double core = std::min(capacity(m_f.coreLink(podA, plane, s, j)),
                                             capacity(m_f.coreLink(podB, plane, s, j)));
                paths.ways += core > 0;
                cores += core;
            }
            sum += std::min(up, cores);
        }
        paths.most = bytesPerSecond(sum);
        return paths;
    }

private:
    const Fabric& m_f;
    const FabricState& m_state;
};

enum class Reach : std::uint8_t { OneChip, SecondTier, ThirdTier, Apart };

Reach reachOf(const Fabric& f, std::size_t a, std::size_t b) {
    if (f.supernodeOfNode(a) != f.supernodeOfNode(b))
        return Reach::Apart;
    if (!f.system().twoTier() || a == b)
        return Reach::OneChip;
    return f.podOfNode(a) == f.podOfNode(b) ? Reach::SecondTier : Reach::ThirdTier;
}

std::size_t waysAsBuilt(const SystemSpec& s, Reach reach) {
    const auto spines = static_cast<std::size_t>(s.spinesPerPlane());
    return reach == Reach::OneChip      ? 1
           : reach == Reach::SecondTier ? spines
           : reach == Reach::ThirdTier  ? spines * static_cast<std::size_t>(s.coresPerSpine())
                                        : 0;
}

std::optional<Duration> latencyBetween(const SystemSpec& s, Reach reach) {
    if (reach == Reach::Apart)
        return std::nullopt;
    std::vector<Issue> unpublished;
    const Duration time = latencyOf(s, Operation::Read, Target::Endpoint,
                                    reach == Reach::OneChip      ? Distance::SameGroup
                                    : reach == Reach::SecondTier ? Distance::SamePod
                                                                 : Distance::SameDomain,
                                    unpublished);
    return unpublished.empty() && time.base() > 0 ? std::optional(time) : std::nullopt;
}

} // namespace

std::size_t Paths::perPlane() const {
    std::size_t each = 0;
    for (const PathsInPlane& plane : planes) {
        if (plane.ways > 0 && each > 0 && plane.ways != each)
            return 0;
        each = std::max(each, plane.ways);
    }
    return each;
}

Paths pathsBetween(const Outcome& outcome, ElementId from, ElementId to) {
    const Fabric& f = *outcome.fabric;
    const SystemSpec& s = f.system();
    const PathFinder find(outcome);
    const std::size_t a = find.nodeOf(from), b = find.nodeOf(to);
    const Reach reach = reachOf(f, a, b);
    const auto planes = static_cast<std::size_t>(s.planes());
    Paths paths;
    paths.planes.resize(planes);
    paths.hops = reach == Reach::OneChip ? 2 : reach == Reach::SecondTier ? 4 : 6;
    paths.healthy = planes * waysAsBuilt(s, reach);
    paths.latency = latencyBetween(s, reach);
    const double uplinks = s.uplinkRate().base() * s.spinesPerPlane();
    const double built = std::min(
        {find.builtInto(from), find.builtInto(to), reach == Reach::OneChip ? find.builtInto(from) : uplinks});
    double sum = 0;
    for (std::size_t p = 0; p < planes && reach != Reach::Apart; ++p) {
        const double ends = std::min(find.into(from, p), find.into(to, p));
        PathsInPlane& plane = paths.planes[p];
        if (ends > 0)
            plane = reach == Reach::OneChip ? PathsInPlane{1, bytesPerSecond(ends)} : find.above(a, b, p);
        plane.most = bytesPerSecond(std::min(ends, plane.most.base()));
        paths.count += plane.ways;
        paths.joining += plane.ways > 0;
        sum += plane.most.base();
    }
    paths.most = bytesPerSecond(sum);
    paths.healthyMost = bytesPerSecond(reach == Reach::Apart ? 0 : built * static_cast<double>(planes));
    if (paths.count == 0 && f.element(from).kind == ElementKind::Endpoint)
        paths.why = whyCut(f, outcome.state, from, to);
    return paths;
}

} // namespace supernode
