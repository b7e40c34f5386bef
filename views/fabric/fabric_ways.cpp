// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_ways.h"

#include "model/outcome/paths.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>

namespace supernode {
namespace {

// From one angle on along a circle, both ends included; `sweep` may be negative. Nothing crosses the gap at
// angle 0, where the numbers of the planes stand.
void addArc(std::vector<QPointF>& points, double radius, double from, double sweep) {
    constexpr double finest = 0.05; // radians
    const int steps = std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / finest)));
    for (int i = 0; i <= steps; ++i)
        points.push_back(onCircle(radius, from + sweep * i / steps));
}

struct LinkSum {
    double up = 0, down = 0;
    std::size_t links = 0, failed = 0;
};

class WayFinder {
public:
    WayFinder(const FabricPicture& picture, const Outcome& outcome, const Interval* interval)
        : m_p(picture), m_o(outcome), m_f(*picture.fabric),
          m_payload(interval ? std::span<const float>(interval->payload()) : std::span<const float>()) {}

    // Of all nodes, or of all endpoints with one tier.
    void addAll() {
        for (std::uint32_t l = 0; l < m_f.linkCount(); ++l)
            if (const LinkKind kind = m_f.link(LinkId(l)).kind;
                kind == LinkKind::LeafSpine || kind == LinkKind::EndpointSpine)
                addToSpoke(LinkId(l));
            else if (payload(LinkId(l), Direction::Up) + payload(LinkId(l), Direction::Down) > 0)
                addToStrip(LinkId(l));
    }

    void addElement(ElementId element) {
        const std::vector<LinkId> links = linksFor(element);
        const bool arcs = std::count_if(links.begin(), links.end(), [&](LinkId l) {
                              return endsInRing(m_f.link(l).kind);
                          }) <= static_cast<std::ptrdiff_t>(mostArcs);
        for (const LinkId link : links)
            if (arcs && endsInRing(m_f.link(link).kind))
                addUplink(link);
            else
                addToSpoke(link);
        addStrips(element);
        if (const Element e = m_f.element(element); e.kind == ElementKind::Endpoint && twoTier())
            for (std::size_t p = 0; p < planes(); ++p)
                addCircle(p, m_o.state.alive(m_f.leaf(m_f.nodeOfEndpoint(e.index), p)));
    }

    void addPair(PairEnds pair, const Phase* phase) {
        const Paths paths = pathsBetween(m_o, pair.from, pair.to);
        const bool spread = phase && m_o.scenario.routing == Routing::Spread && paths.joining > 0 &&
                            !inPackage(pair.from, pair.to);
        for (std::size_t p = 0; p < planes(); ++p) {
            const bool joined = paths.planes[p].ways > 0;
            const double share = spread && joined ? 1.0 / static_cast<double>(paths.joining) : 0;
            const PairFlow flow{share * rateOf(*phaseOr(phase), pair.from, pair.to),
                                share * rateOf(*phaseOr(phase), pair.to, pair.from)};
            if (!twoTier())
                addThrough(pair, p, m_f.spine(p, 0), !joined, flow);
            else if (paths.hops == 2)
                m_ways.push_back({spokeOfEnd(pair.from, p), !joined, flow.there, flow.back});
            else
                addThroughSpines(pair, p, paths.planes[p].ways, flow);
        }
    }

    // Two dies that talk over the link of their package need no plane.
    bool inPackage(ElementId from, ElementId to) const {
        const Element a = m_f.element(from), b = m_f.element(to);
        return a.kind == ElementKind::Endpoint && b.kind == ElementKind::Endpoint &&
               m_o.state.packageLink(m_f, a.index, b.index).valid();
    }

    std::vector<Way> take() {
        for (const auto& [key, sum] : m_spokes)
            m_ways.push_back({spoke(key.first, key.second), sum.links == sum.failed, sum.up, sum.down});
        for (const auto& [key, sum] : m_strips)
            m_ways.push_back({wayToStrip(m_p.parts[key.second]), sum.links == sum.failed, sum.up, sum.down});
        return std::move(m_ways);
    }

private:
    bool twoTier() const { return m_f.system().twoTier(); }
    std::size_t planes() const { return static_cast<std::size_t>(m_f.system().planes()); }
    static bool endsInRing(LinkKind kind) {
        return kind == LinkKind::LeafSpine || kind == LinkKind::EndpointSpine;
    }

    // What shows the traffic of an element: a node, rack or plane by what crosses its border.
    std::vector<LinkId> linksFor(ElementId element) const {
        const ElementKind kind = m_f.element(element).kind;
        const bool inside = kind == ElementKind::Endpoint || kind == ElementKind::Chip ||
                            kind == ElementKind::LeafSwitch || kind == ElementKind::Link;
        std::vector<LinkId> links =
            m_f.linkOf(element).valid() ? std::vector{m_f.linkOf(element)} : m_f.linksOf(element);
        std::erase_if(links, [&](LinkId id) {
            const LinkKind link = m_f.link(id).kind;
            return !(endsInRing(link) ||
                     (inside && kind != ElementKind::LeafSwitch && link == LinkKind::EndpointLeaf));
        });
        return links;
    }

    std::uint32_t spokeNumber(ElementId end) const {
        const Element e = m_f.element(end);
        return e.kind == ElementKind::Node ? m_p.spokeOfNode[e.index] : m_p.spokeOf(e.index);
    }
    std::uint32_t spokeNumber(const Link& link) const {
        const Element lower = m_f.element(link.lower);
        if (lower.kind == ElementKind::LeafSwitch)
            return m_p.spokeOfNode[m_f.element(lower.parent).index];
        return m_p.spokeOf(lower.index);
    }

    std::vector<QPointF> spoke(std::uint32_t number, std::size_t plane) const {
        const double angle = m_p.spokes[number].angle;
        return {onCircle(m_p.bandInner, angle), onCircle(m_p.ringOf(plane).radius, angle)};
    }
    std::vector<QPointF> spokeOfEnd(ElementId end, std::size_t plane) const {
        std::vector<QPointF> points = spoke(spokeNumber(end), plane);
        if (const Element e = m_f.element(end); e.kind == ElementKind::Endpoint)
            points.insert(points.begin(), m_p.parts[m_p.tileOfEndpoint[e.index]].middle());
        return points;
    }

    void addUplink(LinkId id) {
        const Link& link = m_f.link(id);
        const std::size_t plane = *link.plane;
        const std::uint32_t from = spokeNumber(link);
        const RingPart& chip = m_p.parts[m_p.segmentOfSpine[m_f.element(link.upper).index]];
        Way way{spoke(from, plane), !m_o.state.alive(m_f.elementOf(id))};
        const double angle = m_p.spokes[from].angle;
        addArc(way.points, m_p.ringOf(plane).radius, angle, chip.angle - angle);
        way.payloadUp = payload(id, Direction::Up);
        way.payloadDown = payload(id, Direction::Down);
        m_ways.push_back(std::move(way));
    }

    void addToSpoke(LinkId id) {
        const Link& link = m_f.link(id);
        const std::size_t plane = twoTier() ? *link.plane : 0;
        addTo(m_spokes[{spokeNumber(link), plane}], id);
    }

    // Where a link leaves the machine; others are left out.
    void addToStrip(LinkId id) {
        const Link& link = m_f.link(id);
        if (link.kind != LinkKind::ScaleOut && link.kind != LinkKind::Vpc)
            return;
        for (std::size_t i = 0; i < m_p.strips.size(); ++i)
            if (m_p.strips[i].network == link.network())
                addTo(m_strips[{i, m_p.strips[i].partOfNode[nodeBelow(link)]}], id);
    }
    // Of a part what it sends there; of such a network or link all, sent or not.
    void addStrips(ElementId element) {
        const Element e = m_f.element(element);
        const LinkId itself = m_f.linkOf(element);
        const bool whole = e.kind == ElementKind::ScaleOutSwitch || e.kind == ElementKind::VpcSwitch ||
                           (itself.valid() && m_f.link(itself).network() != Network::ScaleUp);
        for (const LinkId link : itself.valid() ? std::vector{itself} : m_f.linksOf(element))
            if (whole || payload(link, Direction::Up) + payload(link, Direction::Down) > 0)
                addToStrip(link);
    }
    std::size_t nodeBelow(const Link& link) const {
        const Element lower = m_f.element(link.lower);
        return lower.kind == ElementKind::Endpoint ? m_f.nodeOfEndpoint(lower.index)
                                                   : m_f.element(lower.parent).index; // of a CPU
    }
    void addTo(LinkSum& sum, LinkId id) const {
        ++sum.links;
        sum.failed += !m_o.state.alive(m_f.elementOf(id));
        sum.up += payload(id, Direction::Up);
        sum.down += payload(id, Direction::Down);
    }
    // Out from the chips to the middle of the segment, and along it.
    std::vector<QPointF> wayToStrip(const RingPart& part) const {
        std::vector<QPointF> points{onCircle(m_p.bandOuter - 0.01, part.angle)};
        addArc(points, part.radius, part.angle, part.halfAngle);
        return points;
    }

    // Along the whole ring: spread over all its chips.
    void addCircle(std::size_t plane, bool alive) {
        Way way{{}, !alive};
        addArc(way.points, m_p.ringOf(plane).radius, numbersGap / 2, 2 * std::numbers::pi - numbersGap);
        m_ways.push_back(std::move(way));
    }

    struct PairFlow { // bytes per second
        double there = 0, back = 0;
    };
    static const Phase* phaseOr(const Phase* phase) {
        static const Phase silent;
        return phase ? phase : &silent;
    }
    // Endpoints of an end: itself, or those of its node.
    double rateOf(const Phase& phase, ElementId from, ElementId to) const {
        return pairRate(m_f, phase, from, to).base();
    }

    // One way for each chip of the second tier that carries; a plane that joins nobody is one failed ring.
    void addThroughSpines(PairEnds pair, std::size_t plane, std::size_t ways, PairFlow flow) {
        if (ways == 0) {
            for (const ElementId end : {pair.from, pair.to})
                m_ways.push_back({spokeOfEnd(end, plane), true});
            return addCircle(plane, false);
        }
        const std::size_t a = nodeOf(pair.from), b = nodeOf(pair.to);
        const auto spines = static_cast<std::size_t>(m_f.system().spinesPerPlane());
        std::vector<std::size_t> carrying;
        for (std::size_t s = 0; s < spines; ++s)
            if (m_o.state.alive(m_f.elementOf(m_f.uplink(a, plane, s))) &&
                m_o.state.alive(m_f.elementOf(m_f.uplink(b, plane, s))))
                carrying.push_back(s);
        const auto share = 1.0 / static_cast<double>(std::max<std::size_t>(1, carrying.size()));
        for (const std::size_t s : carrying)
            addThrough(pair, plane, m_f.link(m_f.uplink(a, plane, s)).upper, false,
                       {flow.there * share, flow.back * share});
    }
    std::size_t nodeOf(ElementId end) const {
        const Element e = m_f.element(end);
        return e.kind == ElementKind::Node ? e.index : m_f.nodeOfEndpoint(e.index);
    }

    // In from one end, along the ring to the chip, along the ring to the other end, out again.
    void addThrough(PairEnds pair, std::size_t plane, ElementId spine, bool failed, PairFlow flow) {
        const double radius = m_p.ringOf(plane).radius;
        const double a = m_p.spokes[spokeNumber(pair.from)].angle, b = m_p.spokes[spokeNumber(pair.to)].angle,
                     chip = m_p.parts[m_p.segmentOfSpine[m_f.element(spine).index]].angle;
        Way way{spokeOfEnd(pair.from, plane), failed, flow.there, flow.back};
        addArc(way.points, radius, a, chip - a);
        addArc(way.points, radius, chip, b - chip);
        const std::vector<QPointF> out = spokeOfEnd(pair.to, plane);
        way.points.insert(way.points.end(), out.rbegin(), out.rend());
        m_ways.push_back(std::move(way));
    }

    double payload(LinkId link, Direction direction) const {
        return m_payload.empty() ? 0 : static_cast<double>(m_payload[channelOf(link, direction).value]);
    }

    const FabricPicture& m_p;
    const Outcome& m_o;
    const Fabric& m_f;
    std::span<const float> m_payload;
    std::map<std::pair<std::uint32_t, std::size_t>, LinkSum> m_spokes; // by spoke and plane
    std::map<std::pair<std::size_t, std::uint32_t>, LinkSum> m_strips; // by strip and part
    std::vector<Way> m_ways;
};

// Parts to outline: the element itself, or what is mounted in it.
std::vector<std::uint32_t> partsOf(const FabricPicture& picture, ElementId element) {
    std::vector<std::uint32_t> parts;
    for (std::uint32_t i = 0; i < picture.parts.size(); ++i) {
        const std::span<const ElementId> members = picture.membersOf(picture.parts[i]);
        if (picture.parts[i].element == element ||
            std::any_of(members.begin(), members.end(),
                        [&](ElementId member) { return picture.fabric->contains(element, member); }))
            parts.push_back(i);
    }
    return parts;
}

} // namespace

namespace {

// Where a way first runs along a ring, and which way round: 0 where it does not.
struct Setting {
    QPointF from;
    int turn = 0;
};
Setting settingOf(const Way& way) {
    for (std::size_t i = 0; i + 1 < way.points.size(); ++i) {
        const QPointF a = way.points[i], b = way.points[i + 1];
        const double out = std::hypot(b.x(), b.y()) - std::hypot(a.x(), a.y());
        const double cross = a.x() * b.y() - a.y() * b.x();
        if (std::abs(out) < 1e-9 && std::abs(cross) > 1e-12)
            return {a, cross > 0 ? 1 : -1};
    }
    return {way.points.back(), 0};
}

double lengthOf(const Way& way) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < way.points.size(); ++i)
        sum +=
            std::hypot(way.points[i + 1].x() - way.points[i].x(), way.points[i + 1].y() - way.points[i].y());
    return sum;
}

} // namespace

std::vector<const Way*> linesOf(const FabricWays& ways) {
    using Place = std::array<std::int64_t, 2>;
    const auto rounded = [](QPointF p) {
        return Place{std::llround(p.x() * 1e6), std::llround(p.y() * 1e6)};
    };
    std::map<std::tuple<Place, Place, int, bool>, std::pair<double, const Way*>> longest;
    for (const Way& way : ways.ways) {
        const Setting setting = settingOf(way);
        auto& best = longest[{rounded(way.points.front()), rounded(setting.from), setting.turn, way.failed}];
        if (const double length = lengthOf(way); !best.second || length > best.first)
            best = {length, &way};
    }
    std::vector<const Way*> lines;
    for (const auto& [key, best] : longest)
        lines.push_back(best.second);
    return lines;
}

PairEnds pairOf(const Fabric& fabric, std::span<const ElementId> selection) {
    if (selection.size() != 2)
        return {};
    const ElementKind a = fabric.element(selection[0]).kind, b = fabric.element(selection[1]).kind;
    const bool ends = a == ElementKind::Endpoint || (a == ElementKind::Node && fabric.system().twoTier());
    return a == b && ends ? PairEnds{selection[0], selection[1]} : PairEnds{};
}

FabricWays waysOf(const FabricPicture& picture, const Outcome& outcome, const Interval* interval,
                  std::span<const ElementId> selection) {
    FabricWays found;
    WayFinder finder(picture, outcome, interval);
    const PairEnds pair = pairOf(*picture.fabric, selection);
    found.lit = !selection.empty();
    if (selection.empty())
        finder.addAll();
    else if (pair.valid())
        finder.addPair(pair,
                       interval && !outcome.phases.empty() ? &outcome.phases[interval->phase] : nullptr);
    else
        for (const ElementId element : selection)
            if (picture.fabric->element(element).kind == ElementKind::System)
                found.lit = false;
            else
                finder.addElement(element);
    if (!selection.empty() && !found.lit)
        finder.addAll();
    for (const ElementId element : selection)
        if (found.lit)
            for (const std::uint32_t part : partsOf(picture, element))
                found.selected.push_back(part);
    found.ways = finder.take();
    return found;
}

Bandwidth pairRate(const Fabric& fabric, const Phase& phase, ElementId from, ElementId to) {
    const auto endpointsOf = [&](ElementId end) -> std::pair<std::uint32_t, std::uint32_t> {
        const Element e = fabric.element(end);
        if (e.kind == ElementKind::Endpoint)
            return {e.index, e.index + 1};
        const auto each = static_cast<std::uint32_t>(fabric.system().endpointsPerNode());
        return {e.index * each, (e.index + 1) * each};
    };
    const auto [first, end] = endpointsOf(from);
    const auto [firstTo, endTo] = endpointsOf(to);
    Bandwidth sum;
    for (std::uint32_t a = first; a < end; ++a)
        for (std::uint32_t b = firstTo; b < endTo; ++b)
            sum += phase.rateBetween(a, b);
    return sum;
}

} // namespace supernode
