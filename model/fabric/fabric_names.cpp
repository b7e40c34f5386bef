// SPDX-License-Identifier: GPL-3.0-or-later
// Names of elements: how they are written and how they are read back.
#include "model/fabric/fabric.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace supernode {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

std::string capital(std::string text) {
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string numbered(std::string_view word, std::size_t index) {
    return std::string(word) + " " + std::to_string(index + 1);
}

// Divides an index into (outer, inner).
struct Split {
    std::size_t outer, inner;
    Split(std::size_t index, std::size_t perOuter) : outer(index / perOuter), inner(index % perOuter) {}
};

struct Step {
    std::string word;
    std::size_t number = 0; // from 1
};

// "node 18 npu 3" -> {node 18} {npu 3}; empty when a word has no number.
std::optional<std::vector<Step>> stepsOf(std::string_view name) {
    std::vector<Step> steps;
    std::size_t i = 0;
    const auto token = [&] {
        while (i < name.size() && name[i] == ' ')
            ++i;
        const std::size_t start = i;
        while (i < name.size() && name[i] != ' ')
            ++i;
        return lower(name.substr(start, i - start));
    };
    for (std::string word = token(); !word.empty(); word = token()) {
        const std::string number = token();
        if (number.empty() || number.size() > 7 ||
            !std::all_of(number.begin(), number.end(), [](unsigned char c) { return std::isdigit(c); }))
            return std::nullopt;
        steps.push_back({word, static_cast<std::size_t>(std::stoul(number))});
    }
    return steps;
}

// Turns steps into an element, counting each number against what it counts.
class Finder {
public:
    Finder(const Fabric& fabric, std::string_view name) : m_f(fabric), m_s(fabric.system()), m_name(name) {}

    Result<ElementId> find() {
        std::string_view rest = m_name;
        const std::string whole = lower(rest);
        if (whole == "supernode" || whole == "system")
            return m_f.id(ElementKind::System, 0);
        const bool link = whole.starts_with("link ");
        if (link)
            rest.remove_prefix(5);
        const auto steps = stepsOf(rest);
        if (!steps || steps->empty())
            return unknown();
        m_steps = *steps;
        const std::optional<ElementId> found = link ? findLink() : findPart();
        if (m_tooLarge)
            return Result<ElementId>::refused(*m_tooLarge);
        return found ? Result<ElementId>(*found) : unknown();
    }

private:
    bool shape(std::initializer_list<std::string_view> words) const {
        return std::equal(m_steps.begin(), m_steps.end(), words.begin(), words.end(),
                          [&](const Step& s, std::string_view w) { return s.word == w; });
    }
    // Index of step i, checked against how many there are.
    std::size_t at(std::size_t i, int count) {
        const Step& step = m_steps[i];
        if ((step.number < 1 || step.number > static_cast<std::size_t>(count)) && !m_tooLarge)
            m_tooLarge = Issue{"", "there is no " + numbered(step.word, step.number - 1) + " in " + m_s.name,
                               "give " + step.word + " 1 to " + step.word + " " + std::to_string(count)};
        return m_tooLarge ? 0 : step.number - 1;
    }
    std::size_t node() { return at(0, m_s.nodes()); }
    std::size_t endpoint(const std::size_t chipStep) {
        const std::size_t chip = node() * count(m_s.chipsPerNode()) + at(chipStep, m_s.chipsPerNode());
        return chip * count(m_s.endpointsPerChip()) + at(chipStep + 1, m_s.endpointsPerChip());
    }
    static std::size_t count(int n) { return static_cast<std::size_t>(n); }
    std::size_t planes() const { return count(m_s.planes()); }
    ElementId id(ElementKind kind, std::size_t index) const {
        return m_tooLarge ? ElementId() : m_f.id(kind, index);
    }

    std::optional<ElementId> findPart() {
        const std::string chip = lower(m_s.chip.word);
        if (shape({"rack"}))
            return id(ElementKind::Rack, at(0, static_cast<int>(m_f.count(ElementKind::Rack))));
        if (shape({"node"}))
            return id(ElementKind::Node, node());
        if (shape({"node", chip}))
            return id(ElementKind::Chip, node() * count(m_s.chipsPerNode()) + at(1, m_s.chipsPerNode()));
        if (shape({"node", chip, "die"}))
            return id(ElementKind::Endpoint, endpoint(1));
        if (shape({"node", "cpu"}))
            return id(ElementKind::Cpu, node() * count(m_s.node.cpus.value) + at(1, m_s.node.cpus.value));
        if (shape({"plane"}))
            return id(ElementKind::Plane, at(0, m_s.planes()));
        if (shape({"box"}))
            return id(ElementKind::Box, at(0, static_cast<int>(m_f.count(ElementKind::Box))));
        if (shape({"plane", m_s.twoTier() ? "l2" : "switch"}))
            return id(ElementKind::SpineSwitch,
                      at(0, m_s.planes()) * count(m_s.spinesPerPlane()) + at(1, m_s.spinesPerPlane()));
        return findTwoTierPart();
    }

    std::optional<ElementId> findTwoTierPart() {
        if (m_s.twoTier() && shape({"node", "l1"}))
            return id(ElementKind::LeafSwitch, node() * planes() + at(1, m_s.planes()));
        if (m_s.fabric.linksPerCable && shape({"node", "plane", "cable"})) {
            const int perPlane = m_s.spinesPerPlane() / m_s.fabric.linksPerCable->value;
            return id(ElementKind::Cable,
                      (node() * planes() + at(1, m_s.planes())) * count(perPlane) + at(2, perPlane));
        }
        return std::nullopt;
    }

    std::optional<ElementId> findLink() {
        LinkId link;
        if (shape({"node", lower(m_s.chip.word), "die", "plane"}))
            link = m_f.endpointLink(endpoint(1), at(3, m_s.planes()));
        else if (m_s.fabric.cpuBandwidth && shape({"node", "cpu", "plane"}))
            link = m_f.cpuLink(node() * count(m_s.node.cpus.value) + at(1, m_s.node.cpus.value),
                               at(2, m_s.planes()));
        else if (m_s.twoTier() && shape({"node", "plane", "l2"}))
            link = m_f.uplink(node(), at(1, m_s.planes()), at(2, m_s.spinesPerPlane()));
        if (!link.valid())
            return std::nullopt;
        return m_f.elementOf(link);
    }

    Result<ElementId> unknown() const {
        const std::string chip = lower(m_s.chip.word);
        return Result<ElementId>::refused(Issue{
            "", "\"" + std::string(m_name.substr(0, 80)) + "\" names nothing in " + m_s.name,
            "write it like \"rack 1\", \"node 2\", \"node 2 " + chip + " 3\", \"plane 3\", \"" +
                (m_s.twoTier() ? "node 2 l1 3\", \"plane 3 l2 7" : "plane 3 switch 1") + "\" or \"box 12\""});
    }

    const Fabric& m_f;
    const SystemSpec& m_s;
    std::string_view m_name;
    std::vector<Step> m_steps;
    std::optional<Issue> m_tooLarge;
};

} // namespace

std::string Fabric::name(ElementId id) const {
    const SystemSpec& s = *m_system;
    const Element e = element(id);
    const auto of = [](int n) { return static_cast<std::size_t>(n); };
    switch (e.kind) {
    case ElementKind::System:
        return "supernode";
    case ElementKind::Rack:
        return numbered("rack", e.index);
    case ElementKind::Node:
        return numbered("node", e.index);
    case ElementKind::Chip:
        return name(e.parent) + " " + numbered(lower(s.chip.word), e.index % of(s.chipsPerNode()));
    case ElementKind::Endpoint:
        return name(e.parent) + " " + numbered("die", e.index % of(s.endpointsPerChip()));
    case ElementKind::Cpu:
        return name(e.parent) + " " + numbered("cpu", e.index % of(s.node.cpus.value));
    case ElementKind::LeafSwitch:
        return name(e.parent) + " " + numbered("l1", e.index % of(s.planes()));
    case ElementKind::Plane:
        return numbered("plane", e.index);
    case ElementKind::Box:
        return numbered("box", e.index);
    case ElementKind::SpineSwitch: {
        const Split at(e.index, of(s.spinesPerPlane()));
        return numbered("plane", at.outer) + " " + numbered(s.twoTier() ? "l2" : "switch", at.inner);
    }
    case ElementKind::Cable: {
        const Split at(e.index, of(s.spinesPerPlane() / s.fabric.linksPerCable->value));
        return name(e.parent) + " " + numbered("plane", at.outer % of(s.planes())) + " " +
               numbered("cable", at.inner);
    }
    case ElementKind::Link:
        break;
    }
    const Link& link = m_links[e.index];
    if (link.kind != LinkKind::LeafSpine)
        return "link " + name(link.lower) + " " + numbered("plane", link.plane);
    const std::string node = name(element(link.lower).parent);
    return "link " + node + " " + name(link.upper);
}

std::string Fabric::shortName(ElementId id) const {
    const SystemSpec& s = *m_system;
    const Element e = element(id);
    const std::string full = name(id);
    switch (e.kind) {
    case ElementKind::System:
        return s.name;
    case ElementKind::Chip:
        return numbered(s.chip.word, e.index % static_cast<std::size_t>(s.chipsPerNode()));
    case ElementKind::Endpoint:
        return capital(
            numbered(s.chip.endpointWord, e.index % static_cast<std::size_t>(s.endpointsPerChip())));
    case ElementKind::Cpu:
        return numbered("CPU", e.index % static_cast<std::size_t>(s.node.cpus.value));
    case ElementKind::LeafSwitch:
        return numbered(s.fabric.leafWord, e.index % static_cast<std::size_t>(s.planes()));
    case ElementKind::SpineSwitch:
        return numbered(s.fabric.spineWord, s.twoTier()
                                                ? e.index % static_cast<std::size_t>(s.spinesPerPlane())
                                                : static_cast<std::size_t>(e.plane));
    case ElementKind::Node:
        return capital(numbered(s.node.word, e.index));
    case ElementKind::Cable:
        return capital(full.substr(full.rfind("cable")));
    default:
        return capital(full);
    }
}

Result<ElementId> Fabric::find(std::string_view name) const { return Finder(*this, name).find(); }

} // namespace supernode
