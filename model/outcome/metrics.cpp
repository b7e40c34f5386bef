// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/assemble.h"
#include "model/outcome/over_time.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace supernode {
namespace {

using Better = Metric::Better;

double deliveredBytes(const Plan& plan) {
    double sum = 0;
    for (const Step& step : plan.steps)
        for (const Flow& f : step.traffic.flows)
            sum += f.bytes * f.members * step.repeats;
    return sum;
}

// The least rate of a pair over all its planes while its step begins, over all steps.
double slowestPair(const Solved& solved) {
    double least = std::numeric_limits<double>::infinity();
    for (const StepRun& run : solved.runs)
        if (!run.stretches.empty())
            least = std::min(least, run.slowestPair);
    return std::isfinite(least) ? least : 0;
}

std::size_t endpointsUp(const Outcome& o) {
    std::size_t up = 0;
    for (std::size_t e = 0; e < o.fabric->count(ElementKind::Endpoint); ++e)
        up += o.state.alive(o.fabric->id(ElementKind::Endpoint, e));
    return up;
}

// While all flows run.
double meanUtilization(const Outcome& o) {
    const Interval* busiest = &o.intervals.front();
    for (const Interval& i : o.intervals)
        if (i.delivered() > busiest->delivered())
            busiest = &i;
    return meanUse(o, *busiest);
}

// Ordered pairs of the workload, delivered or not, over all steps.
double offeredPairs(const Plan& plan) {
    double pairs = 0;
    for (const Step& step : plan.steps)
        pairs += step.traffic.joined + static_cast<double>(step.traffic.undelivered.pairs);
    return pairs;
}

} // namespace

void addTrafficMetrics(Outcome& o, const Solved& solved) {
    const double bytes = deliveredBytes(solved.plan), end = o.end.base();
    const double rate = end > 0 ? bytes / end : 0;
    const SystemSpec& s = o.fabric->system();
    auto& m = o.metrics;
    if (std::holds_alternative<PointToPoint>(o.scenario.workload)) {
        m.push_back({"bandwidth", "Bandwidth", rate / 1e9, "GB/s", "pair", Grade::Modelled,
                     "Payload bytes divided by the time from the first request to the last byte.",
                     Better::Higher});
    } else {
        m.push_back(
            {"throughput", "Throughput", rate / 1e12, "TB/s", "system", Grade::Modelled,
             "Payload that arrives, over all receivers, divided by the time until the last byte arrives.",
             Better::Higher});
    }
    if (bytes > 0 && !o.metric("time"))
        m.push_back(
            {"time", "Time to finish", end * 1e6, "us", "system", Grade::Modelled,
             "From the start until the last byte arrives; flows share links max-min fairly and share again "
             "whenever one ends. At line rate without latency, as read or write with the measured one.",
             Better::Lower});
    if (const double pairs = offeredPairs(solved.plan); o.undelivered.pairs > 0 && pairs > 0)
        m.push_back({"delivered_pairs", "Pairs still joined",
                     (pairs - static_cast<double>(o.undelivered.pairs)) / pairs * 100, "%", "system",
                     Grade::Modelled,
                     "Ordered pairs of the workload whose ends are up and joined by a plane, of all of them.",
                     Better::Higher});
    m.push_back(
        {"fabric_utilization", "Fabric in use", meanUtilization(o) * 100, "%", "system", Grade::Modelled,
         "Mean over both directions of all links that are up, CPU links apart, at the busiest instant.",
         Better::Neither});
    m.push_back({"slowest_pair", "Slowest pair", slowestPair(solved) / 1e9, "GB/s", "pair", Grade::Modelled,
                 "The least rate of any pair while all flows run, over all its planes.", Better::Higher});
    const auto up = static_cast<double>(endpointsUp(o));
    m.push_back({"endpoint_injection", "Sent per " + s.chip.endpointWord, up > 0 ? rate / up / 1e9 : 0,
                 "GB/s", "endpoint", Grade::Modelled,
                 "Throughput divided by the number of " + s.chip.endpointWord + "s that are up.",
                 Better::Higher});
    m.push_back({"undelivered_pairs", "Pairs cut off", static_cast<double>(o.undelivered.pairs), "pairs",
                 "system", Grade::Modelled,
                 "Ordered pairs of the workload with an end that is down or with no plane that joins them.",
                 Better::Lower});
}

namespace {

// A leaf-spine link and its cable stand for several where a leaf has more links than its plane has spines.
double physicalUplinks(const SystemSpec& s) {
    return static_cast<double>(s.uplinksPerLeaf()) / s.spinesPerPlane();
}

double scaleUpLinks(const Fabric& fabric) {
    double links = 0;
    for (std::uint32_t l = 0; l < fabric.linkCount(); ++l) {
        const Link& link = fabric.link(LinkId(l));
        if (link.plane && link.kind != LinkKind::CpuLeaf)
            links += link.kind == LinkKind::LeafSpine ? physicalUplinks(fabric.system()) : 1;
    }
    return links;
}

double opticalCables(const Fabric& fabric) {
    const SystemSpec& s = fabric.system();
    double cables = 0;
    for (std::size_t c = 0; c < fabric.count(ElementKind::Cable); ++c) {
        const ElementId cable = fabric.id(ElementKind::Cable, c);
        const bool node = fabric.element(fabric.element(cable).parent).kind == ElementKind::Node;
        cables += node ? physicalUplinks(s) : 1;
    }
    return cables;
}

// A product is derived, unless what goes into it was typed in.
template <class Value>
Grade made(const Fact<Value>& fact) {
    return fact.from.grade == Grade::Assumption ? Grade::Assumption : Grade::Derived;
}

// Half of the endpoints to the other half, by whole nodes, one direction; empty where more than two tiers or
// another network join the halves.
std::optional<Bandwidth> bisectionOf(const SystemSpec& s) {
    if (s.supernodes() > 1 || s.threeTier())
        return std::nullopt;
    const Bandwidth injected = s.endpointBandwidth() * s.endpointsPerNode();
    const Bandwidth up = s.linkRate() * (s.uplinksPerLeaf() * s.planes());
    return (s.twoTier() ? std::min(injected, up) : injected) * (s.nodes() / 2.0);
}

void addCut(Outcome& o) {
    const SystemSpec& s = o.fabric->system();
    if (const std::optional<Bandwidth> cut = bisectionOf(s))
        o.metrics.push_back(
            {"scale_up_bisection", "Scale-up bisection", cut->base() / 1e12, "TB/s", "system",
             made(s.fabric.linkRate),
             "What half of the nodes can send to the other half: the lesser of what they inject and of "
             "their uplinks, one direction.",
             Better::Higher});
}

// Only where the size of a rack is known: a floor plan that was assumed is no number of the machine.
void addSpace(Outcome& o) {
    const SystemSpec& s = o.fabric->system();
    const double racks = s.hall.computeRacks.value + s.hall.switchRacks.value;
    o.metrics.push_back({"racks", "Racks", racks, "racks", "system", made(s.hall.computeRacks),
                         "Racks of nodes and of switches.", Better::Lower});
    const double depth = s.hall.rackDepth.value.base(), width = s.hall.rackWidth.value.base();
    if (s.hall.rackDepth.from.grade != Grade::Assumption && s.hall.rackWidth.from.grade != Grade::Assumption)
        o.metrics.push_back({"floor", "Floor", racks * width * depth, "m²", "system", Grade::Derived,
                             "Racks x width x depth, without the aisles.", Better::Lower});
}

} // namespace

void addSpecificationMetrics(Outcome& o) {
    const SystemSpec& s = o.fabric->system();
    const double chips = s.chips();
    const auto add = [&](const char* id, const char* name, double value, const char* unit,
                         const std::string& sentence, Grade grade = Grade::Derived,
                         Better better = Better::Higher) {
        o.metrics.push_back({id, name, value, unit, "system", grade, sentence, better});
    };
    const auto origin = [](const auto& fact) {
        const Provenance& p = fact.from;
        return std::string(p.grade == Grade::Assumption ? "An assumption"
                           : p.grade == Grade::Derived  ? "Derived"
                                                        : "As published") +
               (p.note.empty() ? "." : ": " + p.note + ".");
    };
    add("bf16_dense", "BF16 dense", chips * s.chip.bf16.value.base() / 1e15, "PFLOPS",
        "Chips x dense BF16 of a chip.", made(s.chip.bf16));
    add("eight_bit_dense", "8-bit dense", chips * s.chip.eightBit.value.base() / 1e15, "PFLOPS",
        "Chips x dense INT8 or FP8 of a chip.", made(s.chip.eightBit));
    if (s.chip.fourBit)
        add("four_bit_dense", "4-bit dense", chips * s.chip.fourBit->value.base() / 1e15, "PFLOPS",
            "Chips x dense 4-bit of a chip.", made(*s.chip.fourBit));
    add("hbm_capacity", "HBM capacity", chips * s.chip.hbmCapacity.value.base() / 1e12, "TB",
        "Chips x HBM of a chip.", made(s.chip.hbmCapacity));
    add("hbm_bandwidth", "HBM bandwidth", chips * s.chip.hbmBandwidth.value.base() / 1e12, "TB/s",
        "Chips x HBM bandwidth of a chip.", made(s.chip.hbmBandwidth));
    add("scale_up_injection", "Scale-up injection", s.endpoints() * s.endpointBandwidth().base() / 1e12,
        "TB/s", "Endpoints x planes x link rate, one direction.", made(s.fabric.linkRate));
    addCut(o);
    add("scale_up_links", "Scale-up links", scaleUpLinks(*o.fabric), "links",
        "Links between endpoints and switch chips and between the tiers; CPU links apart.", Grade::Derived,
        Better::Neither);
    if (s.fabric.modulesPerCable)
        add("scale_up_optical_modules", "Scale-up optical modules",
            opticalCables(*o.fabric) * s.fabric.modulesPerCable->value, "modules",
            "Optical cables x modules at their ends.", Grade::Derived, Better::Neither);
    if (s.scaleOut)
        add("scale_out_injection", "Scale-out injection",
            s.endpoints() * s.scaleOut->rate.value.base() / 1e12, "TB/s",
            "Endpoints x rate of their scale-out link, one direction.", made(s.scaleOut->rate));
    if (s.scaleOut && s.scaleOut->modulesPerChip)
        add("scale_out_optical_modules", "Scale-out optical modules",
            chips * s.scaleOut->modulesPerChip->value, "modules",
            "Chips x modules of the scale-out network for each.", made(*s.scaleOut->modulesPerChip),
            Better::Neither);
    add("typical_power", "Power, typical", s.cost.typicalPower.value.base() / 1e3, "kW",
        origin(s.cost.typicalPower), s.cost.typicalPower.from.grade, Better::Lower);
    add("maximum_power", "Power, maximum", s.cost.maximumPower.value.base() / 1e3, "kW",
        origin(s.cost.maximumPower), s.cost.maximumPower.from.grade, Better::Lower);
    add("price", "Price", s.cost.price.value.base() / 1e6, "M USD", origin(s.cost.price),
        s.cost.price.from.grade, Better::Lower);
    addSpace(o);
}

} // namespace supernode
