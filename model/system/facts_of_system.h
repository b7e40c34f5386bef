// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every fact of a system by its path in the system file: the one list that the parser, the checks, the
// inspector and the what-if "set" share, so that a new fact is added in one place.
#pragma once

#include "model/system/system_spec.h"

#include <string_view>
#include <type_traits>

namespace supernode {

enum class Dimension : std::uint8_t { Number, Data, Time, Rate, Compute, Watts, Distance, Price, Share };

constexpr Dimension dimensionOf(const int&) { return Dimension::Number; }
constexpr Dimension dimensionOf(const Bytes&) { return Dimension::Data; }
constexpr Dimension dimensionOf(const Duration&) { return Dimension::Time; }
constexpr Dimension dimensionOf(const Bandwidth&) { return Dimension::Rate; }
constexpr Dimension dimensionOf(const ComputeRate&) { return Dimension::Compute; }
constexpr Dimension dimensionOf(const Power&) { return Dimension::Watts; }
constexpr Dimension dimensionOf(const Length&) { return Dimension::Distance; }
constexpr Dimension dimensionOf(const Money&) { return Dimension::Price; }
constexpr Dimension dimensionOf(const Ratio&) { return Dimension::Share; }

// SI base value of one `unit`; empty when the unit does not measure this dimension. A count takes any word.
std::optional<double> unitScale(Dimension dimension, std::string_view unit);
// "GB/s, Gbit/s or TB/s", for messages.
std::string allowedUnits(Dimension dimension);

// Calls visit(path, fact) for each mandatory Fact<T> and visit(path, optional<Fact<T>>) for each optional
// one, in the order of the system file. Spec is SystemSpec or const SystemSpec.
template <class Spec, class Visit>
void visitFacts(Spec& s, Visit&& visit) {
    visit("chip.endpoints", s.chip.endpoints);
    visit("chip.bf16_dense", s.chip.bf16);
    visit("chip.eight_bit_dense", s.chip.eightBit);
    visit("chip.four_bit_dense", s.chip.fourBit);
    visit("chip.hbm_capacity", s.chip.hbmCapacity);
    visit("chip.hbm_bandwidth", s.chip.hbmBandwidth);
    visit("chip.hbm_stacks", s.chip.hbmStacks);
    visit("node.count", s.node.nodes);
    visit("node.chips", s.node.chips);
    visit("node.cpus", s.node.cpus);
    visit("node.cpu_memory", s.node.cpuMemory);
    visit("fabric.tiers", s.fabric.tiers);
    visit("fabric.planes", s.fabric.planes);
    visit("fabric.spines_per_plane", s.fabric.spinesPerPlane);
    visit("fabric.spines_per_box", s.fabric.spinesPerBox);
    visit("fabric.link_rate", s.fabric.linkRate);
    visit("fabric.cpu_bandwidth", s.fabric.cpuBandwidth);
    visit("fabric.links_per_cable", s.fabric.linksPerCable);
    visit("fabric.modules_per_cable", s.fabric.modulesPerCable);
    visit("fabric.optical_tiers", s.fabric.opticalTiers);
    visit("fabric.copper_reach", s.fabric.copperReach);
    visit("fabric.die_link", s.fabric.dieLink);
    visit("fabric.uplinks_per_leaf", s.fabric.uplinksPerLeaf);
    visit("fabric.supernodes", s.fabric.supernodes);
    visit("fabric.pods", s.fabric.pods);
    visit("fabric.cores_per_spine", s.fabric.coresPerSpine);
    if (s.scaleOut) {
        visit("scale_out.rate", s.scaleOut->rate);
        visit("scale_out.oversubscription", s.scaleOut->oversubscription);
        visit("scale_out.modules_per_chip", s.scaleOut->modulesPerChip);
    }
    if (s.vpc)
        visit("vpc.rate", s.vpc->rate);
    visit("fabric.in_switch_reduction", s.fabric.inSwitchReduction);
    visit("transfer.read_share", s.transfer.readShare);
    visit("transfer.write_share", s.transfer.writeShare);
    visit("transfer.cpu_read_share", s.transfer.cpuReadShare);
    visit("transfer.cpu_write_share", s.transfer.cpuWriteShare);
    visit("transfer.tier_share", s.transfer.tierShare);
    visit("transfer.access", s.transfer.access);
    visit("transfer.cpu_access", s.transfer.cpuAccess);
    visit("transfer.write_extra", s.transfer.writeExtra);
    visit("transfer.hop", s.transfer.hop);
    visit("compute.bf16_share", s.compute.bf16Share);
    visit("compute.eight_bit_share", s.compute.eightBitShare);
    visit("compute.four_bit_share", s.compute.fourBitShare);
    visit("compute.attention_share", s.compute.attentionShare);
    visit("compute.memory_share", s.compute.memoryShare);
    visit("compute.launch", s.compute.launch);
    visit("collective.launch", s.collective.launch);
    visit("collective.step", s.collective.step);
    visit("collective.share", s.collective.share);
    visit("collective.in_switch_share", s.collective.inSwitchShare);
    visit("collective.slice", s.collective.slice);
    visit("collective.moe_dispatch", s.collective.moeDispatch);
    visit("collective.moe_combine", s.collective.moeCombine);
    visit("collective.moe_scale", s.collective.moeScale);
    visit("collective.moe_copies", s.collective.moeCopies);
    visit("collective.memory_passes", s.collective.memoryPasses);
    visit("collective.combine_passes", s.collective.combinePasses);
    visit("serving.vector_share", s.serving.vectorShare);
    visit("serving.grouped_share", s.serving.groupedShare);
    visit("serving.step", s.serving.step);
    visit("serving.attention_cores", s.serving.attentionCores);
    visit("serving.decode_skew", s.serving.decodeSkew);
    visit("serving.prefill_skew", s.serving.prefillSkew);
    visit("serving.cache_block", s.serving.cacheBlock);
    visit("serving.cache_rate", s.serving.cacheRate);
    visit("hall.compute_racks", s.hall.computeRacks);
    visit("hall.switch_racks", s.hall.switchRacks);
    visit("hall.rows", s.hall.rows);
    visit("hall.rack_width", s.hall.rackWidth);
    visit("hall.rack_depth", s.hall.rackDepth);
    visit("hall.rack_height", s.hall.rackHeight);
    visit("hall.node_height", s.hall.nodeHeight);
    visit("hall.box_height", s.hall.boxHeight);
    visit("hall.aisle", s.hall.aisle);
    visit("cost.typical_power", s.cost.typicalPower);
    visit("cost.maximum_power", s.cost.maximumPower);
    visit("cost.price", s.cost.price);
    visit("power.chosen", s.power.chosen);
    visit("power.revised", s.power.revised);
    visit("power.estimate", s.power.estimate);
    visit("power.rack", s.power.rack);
    visit("power.rack_parts", s.power.rackParts);
    visit("power.half_racks", s.power.halfRacks);
    visit("power.chip", s.power.chip);
    visit("power.cpu", s.power.cpu);
    visit("power.leaf", s.power.leaf);
    visit("power.box", s.power.box);
    visit("power.module", s.power.module);
    visit("power.fans", s.power.fans);
    visit("power.conversion", s.power.conversion);
    visit("power.chip_idle", s.power.chipIdle);
    visit("power.chip_transfer", s.power.chipTransfer);
    visit("power.cpu_idle", s.power.cpuIdle);
    visit("power.switch_idle", s.power.switchIdle);
    visit("power.module_idle", s.power.moduleIdle);
}

} // namespace supernode
