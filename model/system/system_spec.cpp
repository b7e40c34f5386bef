// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/system/system_spec.h"

#include "model/system/facts_of_system.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace supernode {
namespace {

// Limits of this model; the largest machine that is foreseen has 15,488 chips.
constexpr int mostEndpoints = 65'536;
constexpr int mostPlanes = 64;
constexpr int mostSpinesPerPlane = 4'096;
constexpr std::int64_t mostLinks = 4'000'000;

std::string shown(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

double baseOf(int value) { return value; }
template <class Tag>
double baseOf(Quantity<Tag> value) {
    return value.base();
}

class Checker {
public:
    template <class Value>
    void operator()(std::string_view path, const Fact<Value>& fact) {
        const double value = baseOf(fact.value);
        const Dimension dimension = dimensionOf(fact.value);
        const bool mayBeZero = path == "hall.switch_racks" || path == "node.cpus";
        if (!std::isfinite(value) || value < 0 || (value == 0 && !mayBeZero))
            refuse(path, shown(fact.from.shown) + " is not possible",
                   mayBeZero ? "give zero or a positive number" : "give a positive, finite number");
        else if (dimension == Dimension::Number && value > 1'000'000)
            refuse(path, shown(value) + " is more than this model can hold", "stay below 1,000,000");
        else if (dimension != Dimension::Number && value != 0 && (value < 1e-15 || value > 1e24))
            refuse(path, shown(fact.from.shown) + " " + fact.from.unit + " is out of the range of this model",
                   "check the number and its unit");
        else if (dimension == Dimension::Rate && value < 1)
            refuse(path, shown(value) + " bytes per second is no link", "give at least one byte per second");
        else if (dimension == Dimension::Share && value > 1)
            refuse(path, "a share of " + shown(value) + " is more than all of it",
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
    const std::int64_t perPlane = std::int64_t{s.endpoints()} + (s.fabric.cpuBandwidth ? s.cpus() : 0) +
                                  (s.twoTier() ? std::int64_t{s.nodes()} * s.spinesPerPlane() : 0);
    return perPlane * s.planes();
}

// Counts are each below a million here, so products are taken in 64 bits.
void checkSize(const SystemSpec& s, Checker& out) {
    const std::int64_t perNode = std::int64_t{s.chipsPerNode()} * std::min(s.endpointsPerChip(), 64);
    const std::int64_t endpoints = perNode > mostEndpoints ? perNode : s.nodes() * perNode;
    if (s.endpointsPerChip() > 64)
        out.refuse("chip.endpoints",
                   std::to_string(s.endpointsPerChip()) + " per chip is more than this model holds",
                   "give 1 to 64");
    if (endpoints > mostEndpoints)
        out.refuse("node.count", std::to_string(endpoints) + " endpoints are more than this model can hold",
                   "stay at or below 65,536 (nodes x chips x endpoints per chip)");
    if (std::int64_t{s.nodes()} * s.node.cpus.value > mostEndpoints)
        out.refuse("node.cpus", "more CPUs than this model can hold", "stay at or below 65,536 in all");
    if (s.planes() > mostPlanes)
        out.refuse("fabric.planes", std::to_string(s.planes()) + " planes are more than this model can hold",
                   "stay at or below 64");
    if (s.spinesPerPlane() > mostSpinesPerPlane)
        out.refuse("fabric.spines_per_plane",
                   std::to_string(s.spinesPerPlane()) + " are more than this model can hold",
                   "stay at or below 4,096");
    if (out.clean() && linkCount(s) > mostLinks)
        out.refuse("fabric", std::to_string(linkCount(s)) + " links are more than this model can hold",
                   "stay at or below 4,000,000");
}

void checkShape(const SystemSpec& s, Checker& out) {
    const int tiers = s.fabric.tiers.value;
    if (tiers != 1 && tiers != 2)
        out.refuse("fabric.tiers", std::to_string(tiers) + " tiers are not modelled", "give 1 or 2");
    if (tiers == 1 && s.spinesPerPlane() != 1)
        out.refuse("fabric.spines_per_plane",
                   "with one tier a plane is one switch chip, not " + std::to_string(s.spinesPerPlane()),
                   "give 1");
    if (s.fabric.linksPerCable && tiers == 1)
        out.refuse("fabric.links_per_cable", "optical cables join two tiers, and this fabric has one",
                   "leave the field out");
    if (s.fabric.linksPerCable && s.fabric.linksPerCable->value != s.fabric.spinesPerBox.value)
        out.refuse("fabric.links_per_cable", "a cable carries one link of each spine chip in a box",
                   "give the same number as fabric.spines_per_box");
    if (s.spinesPerPlane() % s.fabric.spinesPerBox.value != 0 && tiers == 2)
        out.refuse("fabric.spines_per_box", "the spine chips of a plane do not fill whole boxes",
                   "give a divisor of fabric.spines_per_plane");
    if (s.hall.rows.value > s.hall.computeRacks.value + s.hall.switchRacks.value)
        out.refuse("hall.rows", "more rows than racks", "give fewer rows");
}

void checkRoom(const SystemSpec& s, Checker& out) {
    const int racks = s.hall.computeRacks.value;
    const int nodesPerRack = (s.nodes() + racks - 1) / racks;
    const int boxes =
        (s.planes() * s.spinesPerPlane() + s.fabric.spinesPerBox.value - 1) / s.fabric.spinesPerBox.value;
    const int boxRacks = s.hall.switchRacks.value ? s.hall.switchRacks.value : racks;
    const int boxesPerRack = (boxes + boxRacks - 1) / boxRacks;
    const double node = s.hall.nodeHeight.value.base(), box = s.hall.boxHeight.value.base();
    const double rack = s.hall.rackHeight.value.base();
    const double inCompute = nodesPerRack * node + (s.hall.switchRacks.value ? 0 : boxesPerRack * box);
    if (inCompute > rack)
        out.refuse("hall.compute_racks", std::to_string(nodesPerRack) + " nodes do not fit into one rack",
                   "give more racks or a smaller hall.node_height");
    if (s.hall.switchRacks.value && boxesPerRack * box > rack)
        out.refuse("hall.switch_racks", std::to_string(boxesPerRack) + " boxes do not fit into one rack",
                   "give more racks or a smaller hall.box_height");
}

} // namespace

std::vector<Issue> check(const SystemSpec& spec) {
    Checker checker;
    visitFacts(spec, checker);
    if (checker.clean())
        checkSize(spec, checker);
    if (checker.clean())
        checkShape(spec, checker);
    if (checker.clean())
        checkRoom(spec, checker);
    return checker.take();
}

namespace {

class Setter {
public:
    Setter(const std::string& path, double value) : m_path(path), m_value(value) {}

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
    Setter setter(path, value);
    visitFacts(spec, setter);
    if (setter.absent)
        return Issue{path, spec.name + " has no such number", "set one that its system file states"};
    if (!setter.found)
        return Issue{path, "there is no such number", "use a path of the system file, e.g. fabric.link_rate"};
    if (setter.fraction)
        return Issue{path, shown(value) + " is not a whole number", "give a count"};
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
