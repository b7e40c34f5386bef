// SPDX-License-Identifier: GPL-3.0-or-later
// The wiring of one machine, frozen: every element, every link, and where each of them stands.
//
// Shapes: elements are in one array, grouped by kind, each kind in the order of its index; links are in one
// array, kind by kind: endpoint-leaf (two tiers and more) or endpoint-spine (one tier), CPU-leaf, leaf-spine,
// spine-core, die-to-die, scale-out, scale-out trunks, VPC. Each link has two channels (ids.h). Numbers in
// names count from 1, indices from 0. Nodes, pods, racks and boxes are numbered through all supernodes; a
// plane has its number in all of them.
// Frame: metres; x along a row of racks, y up from the floor, z towards the visitor; the origin is the middle
// of the hall's floor. Every front looks towards +z. Limits: placement inside a node, which bus rack holds
// which plane, and the way of a cable are schematic; no document gives them. The switches of the scale-out
// and VPC networks are one leaf for each supernode and one core, without a body. In a machine with fewer
// spines than uplinks of a leaf, a leaf-spine link and its cable stand for several.
// Ownership: immutable, shared as FabricPtr. Thread: read anywhere.
#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/scenario/words.h"
#include "model/system/system_spec.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace supernode {

enum class ElementKind : std::uint8_t {
    System,
    Supernode, // only when there are several
    Rack,
    Node,
    Chip,     // package: NPU or GPU
    Endpoint, // die (CloudMatrix) or the GPU itself (NVL72): what sends
    Cpu,
    LeafSwitch, // L1 chip, in the node; none with one tier
    Plane,
    Box,            // enclosure of spine chips
    SpineSwitch,    // L2 chip or NVSwitch chip
    CoreSwitch,     // third tier
    Cable,          // optical cable between node and box, or between two boxes; none with copper
    Module,         // at each end of a cable
    ScaleOutSwitch, // leaf of a supernode; with several, the core after them
    VpcSwitch,
    HbmStack, // of the memory of an endpoint; none where their number is not known
    Link
};
constexpr std::size_t elementKinds = 18;

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

enum class LinkKind : std::uint8_t {
    EndpointLeaf,
    EndpointSpine,
    CpuLeaf,
    LeafSpine,
    SpineCore,
    DieToDie,      // between two endpoints of a package
    ScaleOut,      // endpoint to the scale-out leaf of its supernode
    ScaleOutTrunk, // scale-out leaf to the core between supernodes
    Vpc            // first CPU of a node to the core of the VPC network
};
constexpr std::size_t linkKinds = 9;
using PerLinkKind = std::array<double, linkKinds>; // one number for each kind

constexpr Network networkOf(LinkKind kind) {
    return kind == LinkKind::Vpc        ? Network::Vpc
           : kind >= LinkKind::ScaleOut ? Network::ScaleOut
                                        : Network::ScaleUp;
}

struct Link {
    ElementId lower; // nearer to the endpoint
    ElementId upper;
    LinkKind kind = LinkKind::EndpointLeaf;
    std::optional<std::uint32_t> plane; // of the scale-up network; none for a link between dies
    Bandwidth rate;                     // each direction
    ElementId cable;                    // invalid for copper

    Network network() const { return networkOf(kind); }
};

enum class CableEnd : std::uint8_t { Lower, Upper }; // nearer to the endpoint, farther from it

class Fabric;
using FabricPtr = std::shared_ptr<const Fabric>;

// The only way to wire a machine. Fails with check(spec)'s issues.
// Promise: counts and links follow the data of the system. [Fabric.CloudMatrixIsWiredLinkByLink]
Result<FabricPtr> buildFabric(SystemPtr system);

class Fabric : public std::enable_shared_from_this<Fabric> {
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
    // Links of one kind have consecutive ids.
    LinkId firstLink(LinkKind kind) const { return LinkId(m_firstLink[static_cast<std::size_t>(kind)]); }
    std::uint32_t linkCount(LinkKind kind) const {
        return m_firstLink[static_cast<std::size_t>(kind) + 1] - firstLink(kind).value;
    }
    LinkId linkOf(ElementId id) const; // invalid when the element is no link
    ElementId elementOf(LinkId id) const;

    std::size_t nodeOfEndpoint(std::size_t endpoint) const;
    std::size_t supernodeOfNode(std::size_t node) const;
    // A supernode of one or two tiers is one pod.
    std::size_t podOfNode(std::size_t node) const;

    // Two tiers and more: the leaf of a node in a plane. One tier: invalid.
    ElementId leaf(std::size_t node, std::size_t plane) const;
    ElementId spine(std::size_t plane, std::size_t index) const; // of pod 0
    ElementId spineOfPod(std::size_t pod, std::size_t plane, std::size_t index) const;
    // Three tiers only: core j of the column that spine `column` of each pod reaches.
    ElementId core(std::size_t supernode, std::size_t plane, std::size_t column, std::size_t j) const;
    ElementId module(ElementId cable, CableEnd end) const; // invalid for a cable without modules
    ElementId scaleOutLeaf(std::size_t supernode) const;   // invalid without such a network

    LinkId endpointLink(std::size_t endpoint, std::size_t plane) const;
    LinkId cpuLink(std::size_t cpu, std::size_t plane) const; // invalid without CPU links
    // Two tiers and more: to a spine of the node's own pod.
    LinkId uplink(std::size_t node, std::size_t plane, std::size_t spine) const;
    LinkId coreLink(std::size_t pod, std::size_t plane, std::size_t spine,
                    std::size_t j) const; // three tiers
    // Between two endpoints of one chip; invalid for others, and where the package has no such link.
    LinkId dieLink(std::size_t a, std::size_t b) const;
    LinkId scaleOutLink(std::size_t endpoint) const; // invalid without such a network
    LinkId trunk(std::size_t supernode) const;       // invalid with a single supernode
    LinkId vpcLink(std::size_t node) const;          // invalid without such a network

    // As it is laid: on a package and in a rack, Manhattan between the middles of the two bodies; from rack
    // to rack, up from the one to the trays 0.3 m above the racks, along x and z, down to the other, and a
    // metre of slack. Schematic, like the floor plan. Never zero.
    // Promise: the way is never shorter than the straight line. [Fabric.NoCableIsShorterThanTheStraightLine]
    Length cableLength(LinkId id) const;

    // Elements mounted directly in this one. A plane has its switch chips, a cable its links.
    std::vector<ElementId> children(ElementId id) const;
    // From the system down to the element itself: what the breadcrumbs show.
    std::vector<ElementId> path(ElementId id) const;
    // Whether `part` is the element itself, is mounted in it, or is a switch chip of that plane.
    bool contains(ElementId whole, ElementId part) const;
    // Every link that has an end in the element or in anything it contains, in the order of their ids. Cost:
    // as many steps as parts and links found, and their sorting.
    std::vector<LinkId> linksOf(ElementId id) const;
    // Links that end at the element itself; of a plane its links, of a cable or module those it carries.
    std::span<const LinkId> linksAt(ElementId id) const;

    // "node 18 npu 3 die 1", "plane 3 l2 7", "link node 18 plane 3 l2 7", "link node 3 npu 2 die 1 rdma".
    // find() reads it back, in any case; for a link of no plane also without "link", and "node 3 npu 2 die
    // link".
    std::string name(ElementId id) const;
    // The last part only: "die 1", "L2 chip 7".
    std::string shortName(ElementId id) const;
    Result<ElementId> find(std::string_view name) const;

private:
    friend class FabricBuilder;
    Fabric() = default;

    LinkId linkAt(LinkKind kind, std::size_t offset) const;
    std::span<const ElementId> mounted(ElementId id) const;

    // Lists of varying length in one array: list i is items[first[i]] to items[first[i + 1]].
    template <class Item>
    struct Lists {
        std::vector<std::uint32_t> first{0};
        std::vector<Item> items;
        std::span<const Item> of(std::size_t i) const {
            return {items.data() + first[i], items.data() + first[i + 1]};
        }
    };

    SystemPtr m_system;
    std::vector<Element> m_elements; // all kinds but links
    std::array<std::size_t, elementKinds> m_counts{};
    std::array<std::size_t, elementKinds> m_first{};
    std::vector<Link> m_links;
    std::array<std::uint32_t, linkKinds + 1> m_firstLink{};
    Lists<ElementId> m_mounted; // per element
    Lists<LinkId> m_linksAt;    // per element
};

// What is left of the memory of an endpoint, as shares of the whole.
struct MemoryLeft {
    double capacity = 1, rate = 1;
    bool operator==(const MemoryLeft&) const = default;
};
// A further copy of the hottest expert of one endpoint on another; indices of endpoints.
struct ExpertCopy {
    std::uint32_t from = 0, onto = 0;
    bool operator==(const ExpertCopy&) const = default;
};

// The machine after the changes of the scenario: what is down and slow, where work is placed, and how dies of
// one package talk.
struct FabricState {
    std::vector<std::uint8_t> failed; // per element (links too): itself or what it is mounted in is down
    std::vector<double> capacity;     // per channel, bytes per second; 0: carries nothing
    std::vector<LinkId> damaged = {}; // links that are not as fast as they were built, in order
    PackagePath package = PackagePath::Fabric;
    std::vector<MemoryLeft> memory = {};       // per endpoint; empty: all is whole
    std::vector<std::uint32_t> chipOrder = {}; // chips as work is placed on them; empty: in their order
    std::vector<ExpertCopy> expertCopies = {}; // in the order in which they were made

    MemoryLeft memoryOf(std::size_t endpoint) const {
        return endpoint < memory.size() ? memory[endpoint] : MemoryLeft();
    }
    bool alive(ElementId id) const { return !failed[id.value]; }
    // Both directions of a link: acknowledgements travel back over it.
    bool carries(LinkId link) const {
        return link.valid() && capacity[channelOf(link, Direction::Up).value] > 0 &&
               capacity[channelOf(link, Direction::Down).value] > 0;
    }
    // The link over which these two endpoints talk instead of over the planes; else invalid.
    LinkId packageLink(const Fabric& fabric, std::size_t a, std::size_t b) const {
        const LinkId link = package == PackagePath::Link ? fabric.dieLink(a, b) : LinkId();
        return carries(link) ? link : LinkId();
    }
};

} // namespace supernode
