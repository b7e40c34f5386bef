// SPDX-License-Identifier: GPL-3.0-or-later
// What stands and hangs in the hall: bodies, trunks of links, and the single links of what is selected.
//
// From afar links are bundled: two tiers have one trunk for each compute rack, plane and switch rack; one
// tier has one for each node and box. A selected element shows its own links one by one. Drawn from the
// wiring and the selection alone; how busy each is comes with SceneState. Frame: metres, as fabric.h.
// Ownership: immutable, shared. Thread: read anywhere. No OpenGL. Promise: every link between tiers is in one
// trunk. [Instances.TrunksHoldEveryUplinkOnce]
#pragma once

#include "views/scene/curve.h"

#include <memory>
#include <span>
#include <vector>

namespace supernode {

enum class BodyRole : std::uint8_t { Rack, Node, Box, Chip, Endpoint, Cpu, Leaf, Spine, Stack };

// Backdrop: something else is selected.
enum class Emphasis : std::uint8_t { Backdrop, Normal, Selected };

struct BodyInstance {
    Box3 box;
    ElementId element;
    BodyRole role = BodyRole::Rack;
    Emphasis emphasis = Emphasis::Normal;
};

enum class CurveKind : std::uint8_t { Trunk, Link };
constexpr std::uint32_t noPlane = ~0u; // of a link between the dies of a package

struct CurveInstance {
    Curve curve; // runs up: from the endpoint's side to the second tier
    CurveKind kind = CurveKind::Trunk;
    Emphasis emphasis = Emphasis::Normal;
    std::uint32_t plane = 0;
    ElementId element; // the plane (two tiers) or box (one tier) of a trunk, the link itself
    std::uint32_t firstLink = 0, linkCount = 0; // in SceneInstances::links
};

struct SceneInstances {
    FabricPtr fabric;
    std::vector<BodyInstance> bodies;  // racks first, then nodes and boxes, then what is on their fronts
    std::size_t largeBodies = 0;       // racks, nodes and boxes
    std::size_t stacks = 0;            // of memory, the last of the bodies: seen from near alone
    std::vector<CurveInstance> curves; // trunks first
    std::size_t trunks = 0;
    std::vector<LinkId> links;
    Box3 racks;       // all of them
    float extent = 1; // of the whole hall, metres: the measure for sizes and speeds

    std::span<const LinkId> linksOf(const CurveInstance& curve) const {
        return std::span(links).subspan(curve.firstLink, curve.linkCount);
    }
    // Where the picture must reach so that every rack and every trunk is in it.
    std::vector<Vec3> outline() const;
};
using InstancesPtr = std::shared_ptr<const SceneInstances>;

InstancesPtr instancesOf(const FabricPtr& fabric, std::span<const ElementId> selection = {});

// A selection with more links than this is shown by its trunks only.
constexpr std::size_t mostSingleLinks = 1200;

} // namespace supernode
