// SPDX-License-Identifier: GPL-3.0-or-later
// The wiring of one machine, frozen: every element, every link, and where each of them stands.
//
// Shapes: elements are in one array, grouped by kind, each kind in the order of its index; links are in one
// array: endpoint-leaf links first, then CPU-leaf, then leaf-spine (two tiers), or endpoint-spine (one tier).
// Each link has two channels (ids.h). Numbers in names count from 1, indices from 0.
// Frame: metres; x along a row of racks, y up from the floor, z towards the visitor; the origin is the middle
// of the hall's floor. Every front looks towards +z. Limit: placement inside a node, and which bus rack holds
// which plane, are schematic; no document gives them. Ownership: immutable, shared as FabricPtr. Thread: read
// anywhere.
#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/system/system_spec.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace supernode {

enum class ElementKind : std::uint8_t {
    System,
    Rack,
    Node,
    Chip,     // package: NPU or GPU
    Endpoint, // die (CloudMatrix) or the GPU itself (NVL72): what sends
    Cpu,
    LeafSwitch, // L1 chip, in the node; none with one tier
    Plane,
    Box,         // enclosure of spine chips
    SpineSwitch, // L2 chip or NVSwitch chip
    Cable,       // optical cable between node and box with a module at each end; none with copper
    Link
};
constexpr std::size_t elementKinds = 12;

struct Vec3 {
    float x = 0, y = 0, z = 0;
    bool operator==(const Vec3&) const = default;
};

// Axis-aligned, in metres.
struct Box3 {
    Vec3 centre;
    Vec3 half; // all zero: the element has no body of its own (system, plane, link)
};

struct Element {
    ElementKind kind = ElementKind::System;
    std::uint32_t index = 0; // within its kind, from 0
    ElementId parent; // where it is mounted: endpoint > chip > node > rack > system; spine > box > rack
    std::int32_t plane = -1; // from 0; -1 when it belongs to no single plane
    Box3 body;
};

enum class LinkKind : std::uint8_t { EndpointLeaf, CpuLeaf, LeafSpine, EndpointSpine };

struct Link {
    ElementId lower; // nearer to the endpoint
    ElementId upper;
    LinkKind kind = LinkKind::EndpointLeaf;
    std::uint32_t plane = 0;
    Bandwidth rate;  // each direction
    ElementId cable; // invalid for copper
};

class Fabric;
using FabricPtr = std::shared_ptr<const Fabric>;

// The only way to wire a machine. Fails with check(spec)'s issues.
// Promise: counts and links follow the data of the system. [Fabric.CloudMatrixIsWiredLinkByLink]
Result<FabricPtr> buildFabric(SystemPtr system);

class Fabric {
public:
    const SystemSpec& system() const { return *m_system; }
    SystemPtr systemPtr() const { return m_system; }

    std::size_t count(ElementKind kind) const { return m_counts[static_cast<std::size_t>(kind)]; }
    std::size_t elementCount() const { return m_elements.size() + m_links.size(); }
    std::size_t linkCount() const { return m_links.size(); }
    std::size_t channelCount() const { return m_links.size() * 2; }

    ElementId id(ElementKind kind, std::size_t index) const; // index < count(kind)
    // By value: a link's element is put together on demand.
    Element element(ElementId id) const;
    const Link& link(LinkId id) const { return m_links[id.value]; }
    LinkId linkOf(ElementId id) const; // invalid when the element is no link
    ElementId elementOf(LinkId id) const;

    // Two tiers only: the leaf of a node in a plane. One tier: invalid.
    ElementId leaf(std::size_t node, std::size_t plane) const;
    ElementId spine(std::size_t plane, std::size_t index) const;
    std::size_t nodeOfEndpoint(std::size_t endpoint) const;
    LinkId endpointLink(std::size_t endpoint, std::size_t plane) const;
    LinkId cpuLink(std::size_t cpu, std::size_t plane) const;                    // invalid without CPU links
    LinkId uplink(std::size_t node, std::size_t plane, std::size_t spine) const; // two tiers only

    // Elements mounted directly in this one. A plane has its leaves and spines, a cable its links.
    std::vector<ElementId> children(ElementId id) const;
    // From the system down to the element itself: what the breadcrumbs show.
    std::vector<ElementId> path(ElementId id) const;
    // Whether \`part\` is the element itself, is mounted in it, or is a switch chip of that plane.
    bool contains(ElementId whole, ElementId part) const;
    // Every link that has an end in the element or in anything it contains.
    std::vector<LinkId> linksOf(ElementId id) const;

    // "node 18 npu 3 die 1", "plane 3 l2 7", "link node 18 plane 3 l2 7". find() reads it back, in any case.
    std::string name(ElementId id) const;
    // The last part only: "die 1", "L2 chip 7".
    std::string shortName(ElementId id) const;
    Result<ElementId> find(std::string_view name) const;

private:
    friend class FabricBuilder;
    Fabric() = default;

    SystemPtr m_system;
    std::vector<Element> m_elements; // all kinds but links
    std::array<std::size_t, elementKinds> m_counts{};
    std::array<std::size_t, elementKinds> m_first{};
    std::vector<Link> m_links;
};

// The fabric after the scenario's failures and slow-downs.
struct FabricState {
    std::vector<std::uint8_t> failed; // per element (links too): itself or what it is mounted in is down
    std::vector<double> capacity;     // per channel, bytes per second; 0: carries nothing

    bool alive(ElementId id) const { return !failed[id.value]; }
};

} // namespace supernode
