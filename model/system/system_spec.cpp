// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/system/system_spec.h"

#include "model/base/number_text.h"
#include "model/system/facts_of_system.h"
#include "model/system/published_power.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace supernode {
namespace {

// Limits of this model; the largest machine that is foreseen has 15,488 chips.
constexpr int mostEndpoints = 65'536;
constexpr int mostPlanes = 64;
constexpr int mostSpinesPerPlane = 4'096;
constexpr std::int64_t mostLinks = 4'000'000;

double baseOf(int value) { return value; }
template <class Tag>
double baseOf(Quantity<Tag> value) {
    return value.base();
}

class SystemChecker {
public:
    template <class Value>
    void operator()(std::string_view path, const Fact<Value>& fact) {
        const double value = baseOf(fact.value);
        const Dimension dimension = dimensionOf(fact.value);
        const bool mayBeZero =
            path == "hall.switch_racks" || path == "node.cpus" || path == "fabric.optical_tiers";
        if (!std::isfinite(value) || value < 0 || (value == 0 && !mayBeZero))
            refuse(path, numberText(fact.from.shown) + " is not possible",
                   mayBeZero ? "give zero or a positive number" : "give a positive, finite number");
        else if (dimension == Dimension::Number && value > 1'000'000)
            refuse(path, numberText(value) + " is more than this model can hold", "stay below 1,000,000");
        else if (dimension != Dimension::Number && value != 0 && (value < 1e-15 || value > 1e24))
            refuse(path,
                   numberText(fact.from.shown) + " " + fact.from.unit + " is out of the range of this model",
                   "check the number and its unit");
        else if (dimension == Dimension::Rate && value < 1)
            refuse(path, numberText(value) + " bytes per second is no link",
                   "give at least one byte per second");
        else if (path == "scale_out.oversubscription") {
            if (value < 1)
                refuse(path, numberText(value) + " would be more than all of it", "give 1 or more");
        } else if (dimension == Dimension::Share && value > 1)
            refuse(path, "a share of " + numberText(value) + " is more than all of it",
                   "give a number above 0 and up to 1");
    }
    template <class Value>
    void operator()(std::string_view path, const std::optional<Fact<Value>>& fact) {
        if (fact)
            (*this)(path, *fact);
    }
    void refuse(std::string_view path, std::string reason, std::string remedy) {
        m_issues.push_back({std::string(path), std::move(reason), std::move(remedy)});
    }
    std::vector<Issue> take() { return std::move(m_issues); }
    bool clean() const { return m_issues.empty(); }

private:
    std::vector<Issue> m_issues;
};

std::int64_t linkCount(const SystemSpec& s) {
    const std::int64_t endpoints = s.endpoints(), nodes = s.nodes(), planes = s.planes();
    const std::int64_t pods = std::int64_t{s.supernodes()} * s.pods();
    const std::int64_t perChip = std::int64_t{s.endpointsPerChip()} * (s.endpointsPerChip() - 1) / 2;
    const std::int64_t spineLinks = s.twoTier() ? nodes * s.spinesPerPlane() : 0;
    const std::int64_t coreLinks = s.threeTier() ? pods * s.spinesPerPlane() * s.coresPerSpine() : 0;
    return planes * (endpoints + (s.fabric.cpuBandwidth ? s.cpus() : 0) + spineLinks + coreLinks) +
           (s.fabric.dieLink ? s.chips() * perChip : 0) + (s.scaleOut ? endpoints + s.supernodes() : 0) +
           (s.has(Network::Vpc) ? nodes : 0);
}

// Counts are each below a million here, so products are taken in 64 bits.
void checkSize(const SystemSpec& s, SystemChecker& out) {
    const std::int64_t nodes = std::int64_t{s.supernodes()} * s.nodesPerSupernode();
    const std::int64_t perNode = std::int64_t{s.chipsPerNode()} * std::min(s.endpointsPerChip(), 64);
    const std::int64_t endpoints = perNode > mostEndpoints ? perNode : nodes * perNode;
    if (s.endpointsPerChip() > 64)
        out.refuse("chip.endpoints",
                   std::to_string(s.endpointsPerChip()) + " per chip is more than this model holds",
                   "give 1 to 64");
    if (endpoints > mostEndpoints)
        out.refuse(s.nodesPerSupernode() * perNode > mostEndpoints ? "node.count" : "fabric.supernodes",
                   std::to_string(endpoints) + " endpoints are more than this model can hold",
                   "stay at or below 65,536 (supernodes x nodes x chips x endpoints per chip)");
    if (nodes * s.node.cpus.value > mostEndpoints)
        out.refuse("node.cpus", "more CPUs than this model can hold", "stay at or below 65,536 in all");
    if (s.planes() > mostPlanes)
        out.refuse("fabric.planes", std::to_string(s.planes()) + " planes are more than this model can hold",
                   "stay at or below 64");
    if (s.spinesPerPlane() > mostSpinesPerPlane)
        out.refuse("fabric.spines_per_plane",
                   std::to_string(s.spinesPerPlane()) + " are more than this model can hold",
                   "stay at or below 4,096");
    if (s.coresPerSpine() > mostSpinesPerPlane)
        out.refuse("fabric.cores_per_spine",
                   std::to_string(s.coresPerSpine()) + " are more than this model can hold",
                   "stay at or below 4,096");
}

void checkStacks(const SystemSpec& s, SystemChecker& out) {
    constexpr int mostStacks = 64;
    if (s.chip.hbmStacks && s.chip.hbmStacks->value > mostStacks)
        out.refuse("chip.hbm_stacks",
                   std::to_string(s.chip.hbmStacks->value) + " are more than this model can hold",
                   "stay at or below " + std::to_string(mostStacks));
}

void checkTiers(const SystemSpec& s, SystemChecker& out) {
    const FabricSpec& f = s.fabric;
    const int tiers = f.tiers.value;
    if (tiers > 3)
        out.refuse("fabric.tiers", std::to_string(tiers) + " tiers are not modelled", "give 1, 2 or 3");
    if (tiers == 1 && s.spinesPerPlane() != 1)
        out.refuse("fabric.spines_per_plane",
                   "with one tier a plane is one switch chip, not " + std::to_string(s.spinesPerPlane()),
                   "give 1");
    if (tiers == 1 && f.uplinksPerLeaf)
        out.refuse("fabric.uplinks_per_leaf", "with one tier there is no leaf chip", "leave the field out");
    if (tiers >= 2 && s.uplinksPerLeaf() < s.spinesPerPlane())
        out.refuse("fabric.uplinks_per_leaf",
                   std::to_string(s.uplinksPerLeaf()) + " links do not reach " +
                       std::to_string(s.spinesPerPlane()) + " spine chips",
                   "give at least fabric.spines_per_plane");
    for (const auto& [path, fact] :
         {std::pair{"fabric.pods", &f.pods}, std::pair{"fabric.cores_per_spine", &f.coresPerSpine}}) {
        if (tiers < 3 && *fact)
            out.refuse(path, "only a fabric of three tiers has it", "leave the field out");
        if (tiers == 3 && !*fact)
            out.refuse(path, "a fabric of three tiers needs it", "give a count");
    }
    if (s.nodesPerSupernode() % s.pods() != 0)
        out.refuse("fabric.pods",
                   std::to_string(s.nodesPerSupernode()) + " nodes do not fill " + std::to_string(s.pods()) +
                       " pods evenly",
                   "give a divisor of node.count");
}

void checkCollectives(const SystemSpec& s, SystemChecker& out) {
    if (s.fabric.inSwitchReduction && s.twoTier())
        out.refuse("fabric.in_switch_reduction", "reduction in the switch is modelled with one tier alone",
                   "leave the field out");
    if (s.collective.moeCopies && s.collective.moeCopies->value != 1)
        out.refuse("collective.moe_copies", "a token goes to a rank once, or once for each expert there",
                   "give 1 or leave the field out");
}

void checkBoxes(const SystemSpec& s, SystemChecker& out) {
    const FabricSpec& f = s.fabric;
    if (f.linksPerCable && f.tiers.value == 1)
        out.refuse("fabric.links_per_cable", "optical cables join two tiers, and this fabric has one",
                   "leave the field out");
    if (f.linksPerCable && f.linksPerCable->value != f.spinesPerBox.value)
        out.refuse("fabric.links_per_cable", "a cable carries one link of each spine chip in a box",
                   "give the same number as fabric.spines_per_box");
    if (f.modulesPerCable && !f.linksPerCable)
        out.refuse("fabric.modules_per_cable", "there are no optical cables", "give fabric.links_per_cable");
    if (f.modulesPerCable && f.modulesPerCable->value != 2)
        out.refuse("fabric.modules_per_cable", "a cable has two ends",
                   "give 2, or leave the field out for cables without modules");
    if (f.opticalTiers && !f.linksPerCable)
        out.refuse("fabric.optical_tiers", "there are no optical cables", "give fabric.links_per_cable");
    if (f.opticalTiers && f.opticalTiers->value > 1)
        out.refuse("fabric.optical_tiers",
                   "the links above the first tier are optical or not, all of them together",
                   "give 1 for fibre or 0 for copper");
    if (s.spinesPerPlane() % f.spinesPerBox.value != 0 && s.twoTier())
        out.refuse("fabric.spines_per_box", "the spine chips of a plane do not fill whole boxes",
                   "give a divisor of fabric.spines_per_plane");
    if (s.hall.rows.value > s.hall.computeRacks.value + s.hall.switchRacks.value)
        out.refuse("hall.rows", "more rows than racks", "give fewer rows");
}

void checkNetworks(const SystemSpec& s, SystemChecker& out) {
    if (s.fabric.dieLink && s.endpointsPerChip() == 1)
        out.refuse("fabric.die_link", "a " + s.chip.word + " with one endpoint has nothing to join",
                   "leave the field out, or give chip.endpoints above 1");
    if (s.supernodes() > 1 && !s.scaleOut)
        out.refuse("fabric.supernodes", "nothing joins " + std::to_string(s.supernodes()) + " supernodes",
                   "give 1, or describe the network between them in scale_out");
    if (out.clean() && linkCount(s) > mostLinks)
        out.refuse("fabric", std::to_string(linkCount(s)) + " links are more than this model can hold",
                   "stay at or below 4,000,000");
}

void checkRoom(const SystemSpec& s, SystemChecker& out) {
    const int racks = s.hall.computeRacks.value;
    const int nodesPerRack = (s.nodesPerSupernode() + racks - 1) / racks;
    const std::int64_t chips = std::int64_t{s.planes()} * s.spinesPerPlane() * (s.pods() + s.coresPerSpine());
    const std::int64_t boxes = (chips + s.fabric.spinesPerBox.value - 1) / s.fabric.spinesPerBox.value;
    const int boxRacks = s.hall.switchRacks.value ? s.hall.switchRacks.value : racks;
    const std::int64_t boxesPerRack = (boxes + boxRacks - 1) / boxRacks;
    const double node = s.hall.nodeHeight.value.base(), box = s.hall.boxHeight.value.base();
    const double rack = s.hall.rackHeight.value.base();
    const auto boxHeights = static_cast<double>(boxesPerRack) * box;
    const double inCompute = nodesPerRack * node + (s.hall.switchRacks.value ? 0 : boxHeights);
    if (inCompute > rack)
        out.refuse("hall.compute_racks", std::to_string(nodesPerRack) + " nodes do not fit into one rack",
                   "give more racks or a smaller hall.node_height");
    if (s.hall.switchRacks.value && boxHeights > rack)
        out.refuse("hall.switch_racks", std::to_string(boxesPerRack) + " boxes do not fit into one rack",
                   "give more racks or a smaller hall.box_height");
}

} // namespace

std::vector<Issue> check(const SystemSpec& spec) {
    SystemChecker checker;
    visitFacts(spec, checker);
    if (checker.clean())
        checkSize(spec, checker);
    for (const auto& step : {checkStacks, checkTiers, checkCollectives, checkBoxes, checkNetworks})
        if (checker.clean())
            step(spec, checker);
    if (checker.clean())
        checkRoom(spec, checker);
    if (checker.clean())
        return checkPower(spec);
    return checker.take();
}

namespace {

class FactSetter {
public:
    FactSetter(const std::string& path, double value) : m_path(path), m_value(value) {}

    template <class Value>
    void operator()(std::string_view path, Fact<Value>& fact) {
        if (path != m_path)
            return;
        found = true;
        const double scale = unitScale(dimensionOf(fact.value), fact.from.unit).value_or(1.0);
        if constexpr (std::is_same_v<Value, int>)
            set(fact, m_value);
        else
            fact.value = Value::fromBase(m_value * scale);
        fact.from.shown = m_value;
        fact.from.grade = Grade::Assumption;
        fact.from.note = "set by hand";
    }
    template <class Value>
    void operator()(std::string_view path, std::optional<Fact<Value>>& fact) {
        if (path == m_path && !fact)
            absent = true;
        else if (fact)
            (*this)(path, *fact);
    }

    bool found = false;
    bool absent = false;
    bool fraction = false;

private:
    void set(Count& fact, double value) {
        fraction = std::floor(value) != value || std::abs(value) > 1e9;
        fact.value = fraction ? 0 : static_cast<int>(value);
    }

    const std::string& m_path;
    double m_value;
};

} // namespace

std::optional<Issue> setFact(SystemSpec& spec, const std::string& path, double value) {
    if (!std::isfinite(value))
        return Issue{path, "the value is not a finite number", "give a positive number"};
    FactSetter setter(path, value);
    visitFacts(spec, setter);
    if (setter.absent)
        return Issue{path, spec.name + " has no such number", "set one that its system file states"};
    if (!setter.found)
        return Issue{path, "there is no such number", "use a path of the system file, e.g. fabric.link_rate"};
    if (setter.fraction)
        return Issue{path, numberText(value) + " is not a whole number", "give a count"};
    return std::nullopt;
}

Result<SystemSpec> withFact(const SystemSpec& spec, const std::string& path, double value) {
    using Answer = Result<SystemSpec>;
    SystemSpec changed = spec;
    if (std::optional<Issue> issue = setFact(changed, path, value))
        return Answer::refused(std::move(*issue));
    std::vector<Issue> issues = check(changed);
    if (!issues.empty())
        return Answer::refused(std::move(issues));
    return changed;
}

} // namespace supernode
