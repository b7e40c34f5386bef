// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/assemble.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace supernode {
namespace {

using Better = Metric::Better;

// A leaf-spine link and its cable stand for several where a leaf has more links than its plane has spines.
double physicalUplinks(const SystemSpec& s) {
    return static_cast<double>(s.uplinksPerLeaf()) / s.spinesPerPlane();
}

double scaleUpLinks(const Fabric& fabric) {
    double links = 0;
    for (const LinkKind kind :
         {LinkKind::EndpointLeaf, LinkKind::EndpointSpine, LinkKind::LeafSpine, LinkKind::SpineCore})
        links +=
            fabric.linkCount(kind) * (kind == LinkKind::LeafSpine ? physicalUplinks(fabric.system()) : 1);
    return links;
}

// Cables have consecutive ids, those of nodes first; the others lead from box to box.
double opticalCables(const Fabric& fabric) {
    const std::size_t all = fabric.count(ElementKind::Cable);
    std::size_t first = 0, last = all; // of those from boxes, by halving
    while (first < last) {
        const std::size_t middle = (first + last) / 2;
        const Element cable = fabric.element(fabric.id(ElementKind::Cable, middle));
        if (fabric.element(cable.parent).kind == ElementKind::Node)
            first = middle + 1;
        else
            last = middle;
    }
    return static_cast<double>(first) * physicalUplinks(fabric.system()) + static_cast<double>(all - first);
}

// A product is derived, unless what goes into it was typed in.
template <class Value>
Grade made(const Fact<Value>& fact) {
    return fact.from.grade == Grade::Assumption ? Grade::Assumption : Grade::Derived;
}

// A fact as its source prints it.
template <class Value>
Term term(const char* name, const char* path, const Fact<Value>& fact) {
    return {name, fact.from.shown, fact.from.unit, fact.from.grade, path};
}

// What the formulas are made of. Counts of nodes are those of one supernode.
class Sheet {
public:
    explicit Sheet(Outcome& outcome) : m_outcome(outcome), m_system(outcome.fabric->system()) {}

    const SystemSpec& system() const { return m_system; }
    std::vector<Term> nodes() const {
        std::vector<Term> terms{term("nodes", "node.count", m_system.node.nodes)};
        if (m_system.supernodes() > 1)
            terms.push_back(term("supernodes", "fabric.supernodes", *m_system.fabric.supernodes));
        return terms;
    }
    std::vector<Term> chips() const {
        std::vector<Term> terms = nodes();
        terms.push_back(term("chips of a node", "node.chips", m_system.node.chips));
        return terms;
    }
    std::vector<Term> endpoints() const {
        std::vector<Term> terms = chips();
        if (m_system.endpointsPerChip() > 1)
            terms.push_back(term("endpoints of a chip", "chip.endpoints", m_system.chip.endpoints));
        return terms;
    }
    static std::vector<Term> with(std::vector<Term> terms, std::vector<Term> more) {
        terms.insert(terms.end(), more.begin(), more.end());
        return terms;
    }
    static std::string product(const std::vector<Term>& terms) {
        std::string text;
        for (const Term& t : terms)
            text += (text.empty() ? "" : " x ") + t.name;
        return text;
    }
    Metric& add(Metric metric) { return m_outcome.metrics.emplace_back(std::move(metric)); }
    // A product of facts.
    void multiply(const char* id, const char* name, double value, const char* unit, const char* sentence,
                  Grade grade, std::vector<Term> terms, Better better = Better::Higher) {
        std::string formula = product(terms);
        add({id, name, value, unit, "system", grade, sentence, better, std::move(formula), std::move(terms)});
    }
    // A fact as it stands; a note says how it was derived.
    template <class Value>
    void state(const char* id, const char* name, double value, const char* unit, const char* path,
               const Fact<Value>& fact) {
        const Provenance& p = fact.from;
        const std::string origin =
            std::string(p.grade == Grade::Assumption ? "An assumption"
                        : p.grade == Grade::Derived  ? "Derived"
                                                     : "As published") +
            (p.note.empty() ? "." : ": " + p.note + (p.note.ends_with('.') ? "" : "."));
        add({id,
             name,
             value,
             unit,
             "system",
             p.grade,
             origin,
             Better::Lower,
             {},
             {term("stated", path, fact)}});
    }

private:
    Outcome& m_outcome;
    const SystemSpec& m_system;
};

void addArithmetic(Sheet& sheet) {
    const SystemSpec& s = sheet.system();
    const double chips = s.chips();
    const auto ofChip = [&](Term last) { return Sheet::with(sheet.chips(), {std::move(last)}); };
    sheet.multiply("bf16_dense", "BF16 dense", chips * s.chip.bf16.value.base() / 1e15, "PFLOPS",
                   "Chips x dense BF16 of a chip.", made(s.chip.bf16),
                   ofChip(term("BF16 of a chip", "chip.bf16_dense", s.chip.bf16)));
    sheet.multiply("eight_bit_dense", "8-bit dense", chips * s.chip.eightBit.value.base() / 1e15, "PFLOPS",
                   "Chips x dense INT8 or FP8 of a chip.", made(s.chip.eightBit),
                   ofChip(term("8-bit of a chip", "chip.eight_bit_dense", s.chip.eightBit)));
    if (s.chip.fourBit)
        sheet.multiply("four_bit_dense", "4-bit dense", chips * s.chip.fourBit->value.base() / 1e15, "PFLOPS",
                       "Chips x dense 4-bit of a chip.", made(*s.chip.fourBit),
                       ofChip(term("4-bit of a chip", "chip.four_bit_dense", *s.chip.fourBit)));
    sheet.multiply("hbm_capacity", "HBM capacity", chips * s.chip.hbmCapacity.value.base() / 1e12, "TB",
                   "Chips x HBM of a chip.", made(s.chip.hbmCapacity),
                   ofChip(term("HBM of a chip", "chip.hbm_capacity", s.chip.hbmCapacity)));
    sheet.multiply("hbm_bandwidth", "HBM bandwidth", chips * s.chip.hbmBandwidth.value.base() / 1e12, "TB/s",
                   "Chips x HBM bandwidth of a chip.", made(s.chip.hbmBandwidth),
                   ofChip(term("HBM bandwidth of a chip", "chip.hbm_bandwidth", s.chip.hbmBandwidth)));
}

// Half of the endpoints to the other half, by whole nodes, one direction; nothing where more than two tiers
// or another network join the halves.
void addCut(Sheet& sheet) {
    const SystemSpec& s = sheet.system();
    if (s.supernodes() > 1 || s.threeTier())
        return;
    const Bandwidth injected = s.endpointBandwidth() * s.endpointsPerNode();
    const Bandwidth up = s.linkRate() * (s.uplinksPerLeaf() * s.planes());
    const bool byUplinks = s.twoTier() && up < injected;
    const Bandwidth cut = (byUplinks ? up : injected) * (s.nodes() / 2.0);
    std::vector<Term> terms = Sheet::with(byUplinks ? sheet.nodes() : sheet.endpoints(),
                                          {term("planes", "fabric.planes", s.fabric.planes),
                                           term("link rate", "fabric.link_rate", s.fabric.linkRate)});
    if (byUplinks)
        terms.push_back(
            s.fabric.uplinksPerLeaf
                ? term("uplinks of an L1 chip", "fabric.uplinks_per_leaf", *s.fabric.uplinksPerLeaf)
                : term("uplinks of an L1 chip", "fabric.spines_per_plane", s.fabric.spinesPerPlane));
    std::string formula = Sheet::product(terms) + " / 2";
    sheet.add({"scale_up_bisection", "Scale-up bisection", cut.base() / 1e12, "TB/s", "system",
               made(s.fabric.linkRate),
               "What half of the nodes can send to the other half: the lesser of what they inject and of "
               "their uplinks, one direction.",
               Better::Higher, std::move(formula), std::move(terms)});
}

void addLinks(Sheet& sheet, const Fabric& fabric) {
    const SystemSpec& s = sheet.system();
    sheet.multiply(
        "scale_up_injection", "Scale-up injection", s.endpoints() * s.endpointBandwidth().base() / 1e12,
        "TB/s", "Endpoints x planes x link rate, one direction.", made(s.fabric.linkRate),
        Sheet::with(sheet.endpoints(), {term("planes", "fabric.planes", s.fabric.planes),
                                        term("link rate", "fabric.link_rate", s.fabric.linkRate)}));
    addCut(sheet);
    sheet.add({"scale_up_links", "Scale-up links", scaleUpLinks(fabric), "links", "system", Grade::Derived,
               "Links between endpoints and switch chips and between the tiers; CPU links apart.",
               Better::Neither});
    if (s.optical() && s.fabric.modulesPerCable)
        sheet.multiply("scale_up_optical_modules", "Scale-up optical modules",
                       opticalCables(fabric) * s.fabric.modulesPerCable->value, "modules",
                       "Optical cables x modules at their ends.", Grade::Derived,
                       {{"optical cables", opticalCables(fabric), "cables", Grade::Derived},
                        term("modules of a cable", "fabric.modules_per_cable", *s.fabric.modulesPerCable)},
                       Better::Neither);
    if (s.scaleOut)
        sheet.multiply(
            "scale_out_injection", "Scale-out injection",
            s.endpoints() * s.scaleOut->rate.value.base() / 1e12, "TB/s",
            "Endpoints x rate of their scale-out link, one direction.", made(s.scaleOut->rate),
            Sheet::with(sheet.endpoints(), {term("scale-out rate", "scale_out.rate", s.scaleOut->rate)}));
    if (s.scaleOut && s.scaleOut->modulesPerChip)
        sheet.multiply("scale_out_optical_modules", "Scale-out optical modules",
                       s.chips() * s.scaleOut->modulesPerChip->value, "modules",
                       "Chips x modules of the scale-out network for each.",
                       made(*s.scaleOut->modulesPerChip),
                       Sheet::with(sheet.chips(), {term("modules of a chip", "scale_out.modules_per_chip",
                                                        *s.scaleOut->modulesPerChip)}),
                       Better::Neither);
}

// Only where the size of a rack is known: a floor plan that was assumed is no number of the machine.
void addSpace(Sheet& sheet) {
    const SystemSpec& s = sheet.system();
    const double racks = s.hall.computeRacks.value + s.hall.switchRacks.value;
    std::vector<Term> terms{term("racks of nodes", "hall.compute_racks", s.hall.computeRacks),
                            term("racks of switches", "hall.switch_racks", s.hall.switchRacks)};
    sheet.add({"racks", "Racks", racks, "racks", "system", made(s.hall.computeRacks),
               "Racks of nodes and of switches.", Better::Lower, "racks of nodes + racks of switches",
               terms});
    const double depth = s.hall.rackDepth.value.base(), width = s.hall.rackWidth.value.base();
    if (s.hall.rackDepth.from.grade == Grade::Assumption || s.hall.rackWidth.from.grade == Grade::Assumption)
        return;
    sheet.add({"floor", "Floor", racks * width * depth, "m²", "system", Grade::Derived,
               "Racks x width x depth, without the aisles.", Better::Lower,
               "(racks of nodes + racks of switches) x width x depth",
               Sheet::with(terms, {term("width", "hall.rack_width", s.hall.rackWidth),
                                   term("depth", "hall.rack_depth", s.hall.rackDepth)})});
}

} // namespace

void addSpecificationMetrics(Outcome& o) {
    Sheet sheet(o);
    const CostSpec& cost = sheet.system().cost;
    addArithmetic(sheet);
    addLinks(sheet, *o.fabric);
    sheet.state("typical_power", "Power, typical", cost.typicalPower.value.base() / 1e3, "kW",
                "cost.typical_power", cost.typicalPower);
    sheet.state("maximum_power", "Power, maximum", cost.maximumPower.value.base() / 1e3, "kW",
                "cost.maximum_power", cost.maximumPower);
    sheet.state("price", "Price", cost.price.value.base() / 1e6, "M USD", "cost.price", cost.price);
    addSpace(sheet);
}

} // namespace supernode
