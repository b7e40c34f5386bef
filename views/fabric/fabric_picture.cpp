// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_picture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace supernode {
namespace {

constexpr double wholeTurn = 2 * std::numbers::pi;
constexpr double spokeLength = 0.065; // from the chips to the outermost ring

class PictureMaker {
public:
    explicit PictureMaker(FabricPtr fabric) : m_f(*fabric), m_s(fabric->system()) {
        m_picture.fabric = std::move(fabric);
        m_bunched = m_f.count(ElementKind::Endpoint) > mostTiles;
    }

    FabricPicture make() {
        groupNodes();
        findStrips();
        placeBand();
        placeRings();
        placeLeaves();
        placeSegments();
        for (NetworkStrip& strip : m_picture.strips)
            placeStrip(strip);
        return std::move(m_picture);
    }

private:
    struct Group { // nodes of one rack
        ElementId rack;
        std::vector<std::size_t> nodes;
    };

    std::uint32_t add(RingPart part, std::span<const ElementId> members) {
        part.first = static_cast<std::uint32_t>(m_picture.members.size());
        part.count = static_cast<std::uint32_t>(members.size());
        m_picture.members.insert(m_picture.members.end(), members.begin(), members.end());
        m_picture.parts.push_back(part);
        return static_cast<std::uint32_t>(m_picture.parts.size() - 1);
    }

    void groupNodes() {
        for (std::size_t n = 0; n < m_f.count(ElementKind::Node); ++n) {
            const ElementId rack = m_f.element(m_f.id(ElementKind::Node, n)).parent;
            const auto known = std::find_if(m_groups.begin(), m_groups.end(),
                                            [&](const Group& g) { return g.rack == rack; });
            if (known == m_groups.end())
                m_groups.push_back({rack, {n}});
            else
                known->nodes.push_back(n);
        }
    }

    // Networks that leave the machine run round it.
    void findStrips() {
        constexpr double pitch = 0.026, half = 0.009;
        double radius = 1 - half;
        const auto add = [&](Network network, ElementKind kind) {
            if (m_f.count(kind) == 0)
                return;
            m_picture.strips.push_back({network, m_f.id(kind, 0), radius, half, {}});
            radius -= pitch;
            m_picture.bandOuter = radius;
        };
        add(Network::ScaleOut, ElementKind::ScaleOutSwitch);
        add(Network::Vpc, ElementKind::VpcSwitch);
    }

    void placeStrip(NetworkStrip& strip) {
        strip.partOfNode.resize(m_f.count(ElementKind::Node));
        const auto each = static_cast<std::size_t>(m_s.endpointsPerNode());
        for (const Slot& slot : m_slots) {
            std::vector<ElementId> links;
            const auto take = [&](LinkId link) {
                if (link.valid())
                    links.push_back(m_f.elementOf(link));
            };
            for (const std::size_t node : slot.nodes)
                if (strip.network == Network::Vpc)
                    take(m_f.vpcLink(node));
                else
                    for (std::size_t e = 0; e < each; ++e)
                        take(m_f.scaleOutLink(node * each + e));
            RingPart part;
            part.kind = PartKind::Strip;
            part.element = links.size() == 1 ? links.front() : strip.element;
            part.angle = slot.angle;
            part.halfAngle = slot.wide * 0.44;
            part.radius = strip.radius;
            part.half = strip.half;
            const std::uint32_t at = add(part, links);
            for (const std::size_t node : slot.nodes)
                strip.partOfNode[node] = at;
        }
    }

    // Racks round the circle, each as wide as its nodes are many.
    void placeBand() {
        const auto nodes = static_cast<double>(m_f.count(ElementKind::Node));
        const auto groups = static_cast<double>(m_groups.size());
        const double free = wholeTurn - numbersGap;
        const double between = groups > 1 ? std::min(0.08, 0.22 * free / groups) : 0;
        const double each = (free - between * (groups - 1)) / nodes;
        m_picture.tileOfEndpoint.resize(m_f.count(ElementKind::Endpoint));
        m_picture.spokeOfNode.resize(m_f.count(ElementKind::Node));
        double angle = numbersGap / 2;
        for (const Group& group : m_groups) {
            const double wide = each * static_cast<double>(group.nodes.size());
            m_picture.racks.push_back({group.rack, angle + wide / 2});
            if (m_bunched)
                placeBunch(group, angle, wide);
            else
                for (std::size_t i = 0; i < group.nodes.size(); ++i)
                    placeNode(group.nodes[i], angle + each * (static_cast<double>(i) + 0.5), each);
            angle += wide + between;
        }
    }

    struct Grid {
        std::size_t columns = 1, rows = 1;
        double step = 0; // between two tiles
        double worth = 0;
    };
    // The grid with the largest tiles; the widest of them.
    Grid gridFor(std::size_t tiles, double arc) const {
        constexpr double largest = 0.05;
        const double depth = m_picture.bandOuter - m_picture.bandInner;
        Grid best;
        for (std::size_t columns = 1; columns <= tiles; ++columns) {
            const std::size_t rows = (tiles + columns - 1) / columns;
            const double step = std::min(
                {arc * 0.92 / static_cast<double>(columns), depth / static_cast<double>(rows), largest});
            // Rows that are not full look like something is missing.
            const double worth = step * (tiles % columns == 0 ? 1 : 0.75);
            if (worth >= best.worth - 1e-9)
                best = {columns, rows, step, worth};
        }
        return best;
    }

    template <class Place>
    void placeGrid(std::size_t tiles, double angle, double arc, bool spread, Place place) {
        const Grid grid = gridFor(tiles, arc);
        const double middle = (m_picture.bandInner + m_picture.bandOuter) / 2;
        const double across = spread && grid.rows == 1 ? arc / static_cast<double>(grid.columns) : grid.step;
        for (std::size_t i = 0; i < tiles; ++i) {
            const auto row = static_cast<double>(i / grid.columns);
            const double column =
                static_cast<double>(i % grid.columns) - (static_cast<double>(grid.columns) - 1) / 2;
            RingPart part;
            part.angle = angle + column * across / middle;
            part.radius = m_picture.bandOuter - (row + 0.5) * grid.step;
            m_innerEdge = std::min(m_innerEdge, part.radius - grid.step / 2);
            part.half = grid.step * 0.42;
            place(i, part);
        }
    }

    void placeNode(std::size_t node, double angle, double wide) {
        m_slots.push_back({{node}, angle, wide});
        const auto each = static_cast<std::size_t>(m_s.endpointsPerNode());
        const bool spokes = !m_s.twoTier();
        if (!spokes) {
            m_picture.spokeOfNode[node] = static_cast<std::uint32_t>(m_picture.spokes.size());
            m_picture.spokes.push_back({m_f.id(ElementKind::Node, node), angle});
        }
        const double arc = wide * (m_picture.bandInner + m_picture.bandOuter) / 2;
        placeGrid(each, angle, arc, spokes, [&](std::size_t i, RingPart part) {
            const ElementId endpoint = m_f.id(ElementKind::Endpoint, node * each + i);
            part.element = endpoint;
            m_picture.tileOfEndpoint[node * each + i] = add(part, std::span(&endpoint, 1));
            if (spokes)
                m_picture.spokes.push_back({endpoint, part.angle});
        });
    }

    void placeBunch(const Group& group, double angle, double wide) {
        m_slots.push_back({group.nodes, angle + wide / 2, wide});
        const auto each = static_cast<std::size_t>(m_s.endpointsPerNode());
        const auto spoke = static_cast<std::uint32_t>(m_picture.spokes.size());
        m_picture.spokes.push_back({group.rack, angle + wide / 2});
        const double arc = wide * (m_picture.bandInner + m_picture.bandOuter) / 2;
        placeGrid(group.nodes.size(), angle + wide / 2, arc, false, [&](std::size_t i, RingPart part) {
            const std::size_t node = group.nodes[i];
            std::vector<ElementId> endpoints;
            for (std::size_t e = 0; e < each; ++e)
                endpoints.push_back(m_f.id(ElementKind::Endpoint, node * each + e));
            part.element = m_f.id(ElementKind::Node, node);
            const std::uint32_t tile = add(part, endpoints);
            std::fill_n(m_picture.tileOfEndpoint.begin() + static_cast<std::ptrdiff_t>(node * each), each,
                        tile);
            m_picture.spokeOfNode[node] = spoke;
        });
    }

    void placeRings() {
        const bool one = !m_s.twoTier();
        const std::size_t rings =
            one ? 1 : static_cast<std::size_t>(m_s.planes()) + (m_s.threeTier() ? 1 : 0);
        m_picture.bandInner = m_innerEdge;
        const double outer = m_innerEdge - spokeLength;
        const double pitch = std::min(0.085, (outer - m_picture.hole) / static_cast<double>(rings));
        for (std::size_t i = 0; i < rings; ++i) {
            const bool core = m_s.threeTier() && i + 1 == rings;
            Ring ring;
            ring.plane = one || core ? -1 : static_cast<std::int32_t>(i);
            ring.half = pitch * 0.32;
            ring.radius = outer - pitch * (static_cast<double>(i) + 0.62) - (one ? 0.06 : 0);
            ring.leafRadius = ring.radius + pitch * 0.52;
            m_picture.rings.push_back(ring);
        }
        m_picture.hole = m_picture.rings.back().radius - m_picture.rings.back().half - 0.01;
    }

    void placeLeaves() {
        if (!m_s.twoTier())
            return;
        for (std::size_t p = 0; p < static_cast<std::size_t>(m_s.planes()); ++p)
            for (std::uint32_t k = 0; k < m_picture.spokes.size(); ++k) {
                std::vector<ElementId> leaves;
                for (std::size_t n = 0; n < m_picture.spokeOfNode.size(); ++n)
                    if (m_picture.spokeOfNode[n] == k)
                        leaves.push_back(m_f.leaf(n, p));
                RingPart part;
                part.kind = PartKind::Leaf;
                part.element = leaves.size() == 1 ? leaves.front() : m_picture.spokes[k].element;
                part.plane = static_cast<std::int32_t>(p);
                part.angle = m_picture.spokes[k].angle;
                part.radius = m_picture.rings[p].leafRadius;
                part.half = std::min(0.0065, m_picture.rings[p].half * 0.4);
                add(part, leaves);
            }
    }

    // The chips of one ring in equal bunches.
    void placeRing(const Ring& ring, const std::vector<ElementId>& chips, std::int32_t plane) {
        const std::size_t bunches = std::min(chips.size(), mostSegments);
        const double each = (wholeTurn - numbersGap) / static_cast<double>(bunches);
        for (std::size_t b = 0; b < bunches; ++b) {
            const std::size_t first = b * chips.size() / bunches, end = (b + 1) * chips.size() / bunches;
            RingPart part;
            part.kind = PartKind::Segment;
            part.plane = plane;
            part.element = end - first == 1 || plane < 0
                               ? chips[first]
                               : m_f.id(ElementKind::Plane, static_cast<std::size_t>(plane));
            part.angle = numbersGap / 2 + each * (static_cast<double>(b) + 0.5);
            part.radius = ring.radius;
            part.half = ring.half;
            part.halfAngle = each / 2 - std::min(0.006 / ring.radius, each * 0.12);
            const std::uint32_t at = add(part, std::span(chips).subspan(first, end - first));
            for (std::size_t i = first; i < end; ++i)
                if (const Element e = m_f.element(chips[i]); e.kind == ElementKind::SpineSwitch)
                    m_picture.segmentOfSpine[e.index] = at;
        }
    }

    void placeSegments() {
        m_picture.segmentOfSpine.resize(m_f.count(ElementKind::SpineSwitch));
        const auto pods = static_cast<std::size_t>(m_s.supernodes() * m_s.pods());
        std::vector<ElementId> all;
        for (std::size_t p = 0; p < static_cast<std::size_t>(m_s.planes()); ++p) {
            std::vector<ElementId> chips;
            for (std::size_t pod = 0; pod < pods; ++pod)
                for (std::size_t i = 0; i < static_cast<std::size_t>(m_s.spinesPerPlane()); ++i)
                    chips.push_back(m_f.spineOfPod(pod, p, i));
            if (m_s.twoTier())
                placeRing(m_picture.rings[p], chips, static_cast<std::int32_t>(p));
            all.insert(all.end(), chips.begin(), chips.end());
        }
        if (!m_s.twoTier())
            placeRing(m_picture.rings.front(), all, -1);
        std::vector<ElementId> cores;
        for (std::size_t i = 0; i < m_f.count(ElementKind::CoreSwitch); ++i)
            cores.push_back(m_f.id(ElementKind::CoreSwitch, i));
        if (m_s.threeTier())
            placeRing(m_picture.rings.back(), cores, -1);
    }

    FabricPicture m_picture;
    const Fabric& m_f;
    const SystemSpec& m_s;
    bool m_bunched = false;
    double m_innerEdge = 1; // of the tiles
    std::vector<Group> m_groups;
    struct Slot { // of the circle, that holds a node or a bunch
        std::vector<std::size_t> nodes;
        double angle = 0, wide = 0;
    };
    std::vector<Slot> m_slots;
};

// Distance from a part to a point in its own frame; 0 inside.
double distanceTo(const RingPart& part, QPointF point) {
    if (part.kind == PartKind::Segment || part.kind == PartKind::Strip) {
        const double radius = std::hypot(point.x(), point.y());
        const double away =
            std::abs(std::remainder(std::atan2(point.y(), point.x()) - part.angle, wholeTurn));
        return std::max(
            {0.0, std::abs(radius - part.radius) - part.half, (away - part.halfAngle) * part.radius});
    }
    const QPointF by = point - part.middle();
    const double c = std::cos(part.angle), s = std::sin(part.angle);
    const double outwards = std::abs(by.x() * c + by.y() * s), along = std::abs(by.y() * c - by.x() * s);
    if (part.kind == PartKind::Leaf)
        return std::max(0.0, std::hypot(outwards, along) - part.half);
    return std::max({0.0, outwards - part.half, along - part.half});
}

} // namespace

QPointF onCircle(double radius, double angle) { return {radius * std::cos(angle), radius * std::sin(angle)}; }

QPointF RingPart::middle() const { return onCircle(radius, angle); }

std::uint32_t FabricPicture::spokeOf(std::size_t endpoint) const {
    return fabric->system().twoTier() ? spokeOfNode[fabric->nodeOfEndpoint(endpoint)]
                                      : static_cast<std::uint32_t>(endpoint);
}

const Ring& FabricPicture::ringOf(std::size_t plane) const {
    return fabric->system().twoTier() ? rings[plane] : rings.front();
}

std::size_t FabricPicture::find(ElementId element) const {
    const auto at = std::find_if(parts.begin(), parts.end(),
                                 [&](const RingPart& part) { return part.element == element; });
    return static_cast<std::size_t>(at - parts.begin());
}

FabricPicturePtr fabricPictureOf(FabricPtr fabric) {
    return std::make_shared<const FabricPicture>(PictureMaker(std::move(fabric)).make());
}

std::size_t partAt(const FabricPicture& picture, QPointF point, double tolerance) {
    std::size_t best = picture.parts.size();
    double nearest = tolerance;
    for (std::size_t i = 0; i < picture.parts.size(); ++i)
        if (const double away = distanceTo(picture.parts[i], point);
            away < nearest || (away <= 0 && best == picture.parts.size())) {
            nearest = away;
            best = i;
        }
    return best;
}

} // namespace supernode
