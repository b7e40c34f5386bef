// SPDX-License-Identifier: GPL-3.0-or-later
// One machine as data: how many of what, how fast, how wired, where it stands, and who says so.
//
// Scope: the family "nodes of endpoints, joined by p planes". With two tiers each node has one leaf switch
// chip per plane and each plane has m spine switch chips (CloudMatrix 384: 7 planes x 16). With one tier
// each plane is one switch chip that every endpoint reaches directly (GB200 NVL72: 18 planes x 1). With three
// tiers the nodes stand in pods, each pod has m spine chips of its own in each plane, and spine k of every
// pod has one link to each of the c core chips of column k of its plane: a folded Clos.
// Several supernodes are copies of that fabric, joined by the scale-out network alone; the counts of node,
// fabric and hall are then those of one supernode, and cost is that of all.
// An endpoint is what sends: a die of an Ascend 910C, a Blackwell GPU. Bandwidths are one direction.
// Thread: a value; shared as shared_ptr<const SystemSpec>.
#pragma once

#include "model/base/result.h"
#include "model/system/compute_spec.h"
#include "model/system/fact.h"
#include "model/system/network.h"
#include "model/system/power_spec.h"
#include "model/system/serving_spec.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace supernode {

struct Source {
    std::string title;
    std::string address;
    int year = 0;

    bool operator==(const Source&) const = default;
};

using Count = Fact<int>;

struct ChipSpec {
    std::string name;         // "Ascend 910C"
    std::string word;         // what people call it: "NPU", "GPU"
    std::string endpointWord; // "die", "GPU"
    Count endpoints;          // per chip; each is a rank of its own
    Fact<ComputeRate> bf16;
    Fact<ComputeRate> eightBit; // INT8 or FP8, dense
    std::optional<Fact<ComputeRate>> fourBit;
    Fact<Bytes> hbmCapacity;
    Fact<Bandwidth> hbmBandwidth;
    std::optional<Count> hbmStacks =
        std::nullopt; // of a chip, the same number beside each endpoint; up to 64

    bool operator==(const ChipSpec&) const = default;
};

struct NodeSpec {
    std::string word; // "node", "compute tray"
    Count nodes;      // in one supernode
    Count chips;      // per node
    Count cpus;       // per node
    std::string cpuName;
    std::optional<Fact<Bytes>> cpuMemory = std::nullopt; // per node, as much as fits

    bool operator==(const NodeSpec&) const = default;
};

struct FabricSpec {
    std::string name;      // "Unified Bus"
    std::string planeWord; // "plane"
    std::string leafWord;  // "L1 chip"; unused with one tier
    std::string spineWord; // "L2 chip", "NVSwitch chip"
    std::string boxWord;   // "LingQu 630 box", "switch tray"
    Count tiers;           // 1, 2 or 3
    Count planes;
    Count spinesPerPlane; // of one pod; 1 when tiers is 1
    Count spinesPerBox;
    Fact<Bandwidth> linkRate; // per link
    std::optional<Fact<Bandwidth>>
        cpuBandwidth;                     // per CPU, spread evenly over the planes; absent: no CPU link
    std::optional<Count> linksPerCable;   // UB links in one optical 400G cable; absent: copper
    std::optional<Count> modulesPerCable; // optical modules at the ends of one cable
    // 0: the links above the first tier are copper after all, without cables of several links and modules.
    std::optional<Count> opticalTiers = std::nullopt;       // absent: 1 where there are optical cables
    std::optional<Fact<Length>> copperReach = std::nullopt; // of a passive cable at this rate
    std::optional<Fact<Bandwidth>> dieLink = std::nullopt;  // each way between two endpoints of a chip
    // Physical links from one leaf chip to the spines of its plane; absent: one to each. A cut-down machine
    // with fewer spines keeps them all, so that a leaf-spine link of this model stands for several.
    std::optional<Count> uplinksPerLeaf = std::nullopt;
    std::optional<Count> supernodes = std::nullopt;    // copies of this fabric; absent: 1
    std::optional<Count> pods = std::nullopt;          // three tiers only
    std::optional<Count> coresPerSpine = std::nullopt; // three tiers only
    // Engines in each switch chip that add what all endpoints send and send one result to all; absent: none.
    std::optional<Count> inSwitchReduction = std::nullopt;

    bool operator==(const FabricSpec&) const = default;
};

// RDMA: every endpoint has a link of `rate` to the leaf of its supernode; leaves meet in one core.
struct ScaleOutSpec {
    std::string name;     // "RDMA plane"
    Fact<Bandwidth> rate; // per endpoint
    // What the endpoints of a supernode can send over what its leaf can pass to the core; absent: 1.
    std::optional<Fact<Ratio>> oversubscription;
    std::optional<Count> modulesPerChip; // optical modules of this network, all tiers

    bool operator==(const ScaleOutSpec&) const = default;
};

// The data centre's network: a card on the first CPU of each node; nodes without CPUs have none.
struct VpcSpec {
    std::string name;     // "VPC plane"
    Fact<Bandwidth> rate; // per node

    bool operator==(const VpcSpec&) const = default;
};

// What software reaches of the line rate, and how long it takes to say the first word.
// bandwidth = line rate x share [x tierShare when the spine is crossed];
// latency = access [+ writeExtra] + switch traversals of the round trip x hop.
struct TransferSpec {
    std::optional<Fact<Ratio>> readShare; // endpoint to endpoint
    std::optional<Fact<Ratio>> writeShare;
    std::optional<Fact<Ratio>> cpuReadShare; // endpoint to CPU
    std::optional<Fact<Ratio>> cpuWriteShare;
    std::optional<Fact<Ratio>> tierShare;
    std::optional<Fact<Duration>> access; // software and memory of the far endpoint
    std::optional<Fact<Duration>> cpuAccess;
    std::optional<Fact<Duration>> writeExtra;
    std::optional<Fact<Duration>> hop; // one switch chip, one way

    bool operator==(const TransferSpec&) const = default;
};

// What a library of collectives and the kernels of a mixture of experts add to the bytes. What is absent
// costs nothing, but for `share` and `step`: without them the measured transfers of TransferSpec count.
struct CollectiveSpec {
    std::optional<Fact<Duration>> launch;     // once in each collective
    std::optional<Fact<Duration>> step;       // each step: the neighbour is told and answers
    std::optional<Fact<Ratio>> share;         // of the line rate that a stream reaches
    std::optional<Fact<Ratio>> inSwitchShare; // the same with reduction in the switch
    std::optional<Fact<Bytes>> slice; // most bytes that a stage takes in before it hands them to the next
    std::optional<Fact<Duration>> moeDispatch; // start-up of a dispatch: quantise, count, notify
    std::optional<Fact<Duration>> moeCombine;
    std::optional<Fact<Bytes>> moeScale; // scales of one 8-bit token; absent: 4 bytes for 128 elements
    std::optional<Count> moeCopies;      // 1: a token goes once to a rank; absent: once for each expert there
    std::optional<Count> memoryPasses;   // of what a rank receives through its memory, not hidden by the wire
    std::optional<Count> combinePasses;  // further ones of a combine, over all rows that a rank adds up

    bool operator==(const CollectiveSpec&) const = default;
};

struct HallSpec {
    Count computeRacks; // racks that hold nodes
    Count switchRacks;  // racks that hold only switch boxes; 0: the boxes share the compute rack
    Count rows;
    Fact<Length> rackWidth;
    Fact<Length> rackDepth;
    Fact<Length> rackHeight;
    Fact<Length> nodeHeight;
    Fact<Length> boxHeight;
    Fact<Length> aisle; // between the rows

    bool operator==(const HallSpec&) const = default;
};

struct CostSpec {
    Fact<Power> typicalPower; // all-in
    Fact<Power> maximumPower;
    Fact<Money> price;

    bool operator==(const CostSpec&) const = default;
};

struct SystemSpec {
    std::string id;   // "cloudmatrix384"
    std::string name; // "CloudMatrix 384"
    std::string maker;
    std::string accent; // #rrggbb, the colour that stands for this system everywhere
    std::map<std::string, Source> sources;
    ChipSpec chip;
    NodeSpec node;
    FabricSpec fabric;
    std::optional<ScaleOutSpec> scaleOut;
    std::optional<VpcSpec> vpc;
    TransferSpec transfer;
    ComputeSpec compute{};
    CollectiveSpec collective;
    ServingSpec serving{};
    HallSpec hall;
    CostSpec cost;
    PowerSpec power;
    // What other documents print for a fact, in its unit, by its path. Nothing is computed from them.
    std::map<std::string, std::vector<Provenance>, std::less<>> alsoPublished{};

    bool operator==(const SystemSpec&) const = default;

    int supernodes() const { return fabric.supernodes ? fabric.supernodes->value : 1; }
    int pods() const { return fabric.pods ? fabric.pods->value : 1; } // in one supernode
    int nodesPerSupernode() const { return node.nodes.value; }
    int nodesPerPod() const { return nodesPerSupernode() / pods(); }
    int nodes() const { return supernodes() * nodesPerSupernode(); } // in all
    int chipsPerNode() const { return node.chips.value; }
    int endpointsPerChip() const { return chip.endpoints.value; }
    // 0: how the memory of an endpoint is made up is not known, or the stacks are not shared evenly.
    int stacksPerEndpoint() const {
        const int stacks = chip.hbmStacks ? chip.hbmStacks->value : 0;
        return stacks % endpointsPerChip() == 0 ? stacks / endpointsPerChip() : 0;
    }
    int endpointsPerNode() const { return chipsPerNode() * endpointsPerChip(); }
    int endpointsPerSupernode() const { return nodesPerSupernode() * endpointsPerNode(); }
    int chips() const { return nodes() * chipsPerNode(); }
    int endpoints() const { return nodes() * endpointsPerNode(); }
    int cpus() const { return nodes() * node.cpus.value; }
    int planes() const { return fabric.planes.value; }
    int spinesPerPlane() const { return fabric.spinesPerPlane.value; } // of one pod
    int coresPerSpine() const { return fabric.coresPerSpine ? fabric.coresPerSpine->value : 0; }
    int uplinksPerLeaf() const {
        return fabric.uplinksPerLeaf ? fabric.uplinksPerLeaf->value : spinesPerPlane();
    }
    bool twoTier() const { return fabric.tiers.value >= 2; } // leaf chips in the nodes, spines above them
    bool threeTier() const { return fabric.tiers.value == 3; }
    // Cables of several links with modules above the first tier, and not copper.
    bool optical() const {
        return fabric.linksPerCable && (!fabric.opticalTiers || fabric.opticalTiers->value > 0);
    }
    bool has(Network network) const {
        return network == Network::ScaleUp    ? true
               : network == Network::ScaleOut ? scaleOut.has_value()
                                              : vpc.has_value() && node.cpus.value > 0;
    }
    // Of a leaf-spine link as the model has it: all physical links between the two chips.
    Bandwidth uplinkRate() const { return linkRate() * uplinksPerLeaf() / spinesPerPlane(); }
    Bandwidth linkRate() const { return fabric.linkRate.value; }
    Bandwidth endpointBandwidth() const { return linkRate() * planes(); }
};

using SystemPtr = std::shared_ptr<const SystemSpec>;

// Every way in which the numbers cannot be a machine; empty when they can.
// Refused: counts below 1 or above the limits of this model (65,536 endpoints, 64 planes, 4,096 spine chips a
// plane, 4,000,000 links), rates and sizes that are not finite and positive, shares outside (0, 1], tiers
// other than 1, 2 or 3, pods that the nodes do not fill, supernodes that nothing joins, networks without what
// hosts them, racks that cannot hold their nodes or boxes.
std::vector<Issue> check(const SystemSpec& spec);

// The same machine with one fact replaced, as a what-if; its grade becomes "assumption". `path` is the
// path of the fact in the system file, e.g. "fabric.link_rate"; `value` is in the fact's own unit.
Result<SystemSpec> withFact(const SystemSpec& spec, const std::string& path, double value);
// The same in place and without check(), for several at once. The issue when there is no such fact or no such
// value.
std::optional<Issue> setFact(SystemSpec& spec, const std::string& path, double value);

} // namespace supernode
