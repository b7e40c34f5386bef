// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything in the rings stands: chips outside, first-tier chips on spokes, planes as rings.
//
// Frame: the middle of the rings is the origin, y grows downwards, the outer edge of the chips has radius 1;
// angles in radians grow clockwise from the right, where a gap leaves room for the numbers of the planes.
// Two tiers and more: plane 1 is the outermost ring and its chips of the second tier are the segments. One
// tier: every switch chip is a plane, so all of them make one ring. More than mostTiles endpoints are shown
// by node; the RDMA and VPC networks are strips round the chips, a segment for each node; more than
// mostSegments chips in a ring by equal bunches; the third tier is one ring inside. Ownership: immutable,
// shared. Thread: read anywhere. No widgets. Promise: every chip of the machine is in one part.
// [FabricPicture.HoldsEveryChipOnce]
#pragma once

#include "model/fabric/fabric.h"

#include <QPointF>

#include <memory>
#include <span>
#include <vector>

namespace supernode {

enum class PartKind : std::uint8_t { Tile, Leaf, Segment, Strip };

struct RingPart {
    PartKind kind = PartKind::Tile;
    ElementId element;                  // what a click selects
    std::int32_t plane = -1;            // from 0
    double angle = 0;                   // of its middle
    double radius = 0;                  // of its middle
    double halfAngle = 0;               // of a segment or a strip
    double half = 0;                    // half its thickness or side
    std::uint32_t first = 0, count = 1; // in FabricPicture::members

    QPointF middle() const;
};

// A way inwards: of a node, of a rack where nodes are bunched, of an endpoint where there is one tier.
struct Spoke {
    ElementId element;
    double angle = 0;
};

struct Ring {
    std::int32_t plane = -1; // -1: holds chips of several planes
    double radius = 0;       // of its middle
    double half = 0;
    double leafRadius = 0; // where its first-tier chips stand
};

// A network that leaves the machine: its segments hold the links of one node, or of a bunch of nodes.
struct NetworkStrip {
    Network network = Network::ScaleOut;
    ElementId element; // its first switch
    double radius = 0, half = 0;
    std::vector<std::uint32_t> partOfNode; // in parts
};

struct RackCaption {
    ElementId element;
    double angle = 0;
};

struct FabricPicture {
    FabricPtr fabric;
    std::vector<RingPart> parts; // tiles, then leaves, then segments, then strips
    std::vector<ElementId> members;
    std::vector<Spoke> spokes;
    std::vector<Ring> rings;          // outermost first; the third tier last
    std::vector<NetworkStrip> strips; // outermost first
    std::vector<RackCaption> racks;
    std::vector<std::uint32_t> spokeOfNode;    // two tiers and more
    std::vector<std::uint32_t> tileOfEndpoint; // in parts
    std::vector<std::uint32_t> segmentOfSpine; // in parts, by the spine's index
    double bandInner = 0.83, bandOuter = 1;    // of the tiles: at least, and as they came out
    double hole = 0.36;                        // radius free for the caption

    std::span<const ElementId> membersOf(const RingPart& part) const {
        return std::span(members).subspan(part.first, part.count);
    }
    std::uint32_t spokeOf(std::size_t endpoint) const;
    const Ring& ringOf(std::size_t plane) const;
    // The first part with this element; none: parts.size().
    std::size_t find(ElementId element) const;
};
using FabricPicturePtr = std::shared_ptr<const FabricPicture>;

constexpr std::size_t mostTiles = 2000;
constexpr std::size_t mostSegments = 96; // in one ring
constexpr double numbersGap = 0.16;      // radians left free at the right

FabricPicturePtr fabricPictureOf(FabricPtr fabric);

QPointF onCircle(double radius, double angle);

// What is drawn at a point; nothing within `tolerance` of it: parts.size().
// Promise: the middle of a part picks it. [FabricPicture.TheMiddleOfAPartPicksIt]
std::size_t partAt(const FabricPicture& picture, QPointF point, double tolerance);

} // namespace supernode
