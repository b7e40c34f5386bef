// SPDX-License-Identifier: GPL-3.0-or-later
// Names of elements, read back.
#include "model/fabric/element_words.h"
#include "model/fabric/fabric.h"

#include <optional>

namespace supernode {
namespace {

struct NameStep {
    std::string word;
    std::size_t number = 0; // from 1
};

// "node 18 npu 3" -> {node 18} {npu 3}; empty when a word has no number.
std::optional<std::vector<NameStep>> stepsOf(std::string_view name) {
    std::vector<NameStep> steps;
    std::size_t i = 0;
    const auto token = [&] {
        while (i < name.size() && name[i] == ' ')
            ++i;
        const std::size_t start = i;
        while (i < name.size() && name[i] != ' ')
            ++i;
        return lowerCase(name.substr(start, i - start));
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
class NameFinder {
public:
    NameFinder(const Fabric& fabric, std::string_view name)
        : m_f(fabric), m_s(fabric.system()), m_name(name) {}

    Result<ElementId> find() {
        std::string rest = lowerCase(m_name);
        if (rest == "supernode" || rest == "system")
            return m_f.id(ElementKind::System, 0);
        if (const ElementId hub = findHub(rest); hub.valid())
            return hub;
        const bool link = take(rest, "link ", End::Front);
        const std::string tail = take(rest, " rdma", End::Back)       ? "rdma"
                                 : take(rest, " vpc", End::Back)      ? "vpc"
                                 : take(rest, " die link", End::Back) ? "die link"
                                                                      : "";
        const auto steps = stepsOf(rest);
        if (!steps || steps->empty())
            return unknown();
        m_steps = *steps;
        const std::optional<ElementId> found = !tail.empty() ? findOther(tail)
                                               : link        ? findLink()
                                                             : findPart();
        if (m_tooLarge)
            return Result<ElementId>::refused(*m_tooLarge);
        return found ? Result<ElementId>(*found) : unknown();
    }

private:
    enum class End : std::uint8_t { Front, Back };
    // Takes the words off that end of the text, if they are there.
    static bool take(std::string& text, std::string_view words, End end) {
        const bool front = end == End::Front;
        if (front ? !text.starts_with(words) : !text.ends_with(words))
            return false;
        text.erase(front ? 0 : text.size() - words.size(), words.size());
        return true;
    }
    bool shape(std::initializer_list<std::string_view> words) const {
        return std::equal(m_steps.begin(), m_steps.end(), words.begin(), words.end(),
                          [&](const NameStep& s, std::string_view w) { return s.word == w; });
    }
    // Index of step i, checked against how many there are.
    std::size_t at(std::size_t i, int count) {
        const NameStep& step = m_steps[i];
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
        const std::string chip = lowerCase(m_s.chip.word);
        if (shape({"rack"}))
            return id(ElementKind::Rack, at(0, static_cast<int>(m_f.count(ElementKind::Rack))));
        if (shape({"node"}))
            return id(ElementKind::Node, node());
        if (shape({"node", chip}))
            return id(ElementKind::Chip, node() * count(m_s.chipsPerNode()) + at(1, m_s.chipsPerNode()));
        if (shape({"node", chip, "die"}))
            return id(ElementKind::Endpoint, endpoint(1));
        if (m_s.stacksPerEndpoint() > 0 && shape({"node", chip, "die", "hbm"})) {
            const std::size_t stack =
                at(3, m_s.stacksPerEndpoint()); // of a bad die its own issue comes later
            return id(ElementKind::HbmStack, endpoint(1) * count(m_s.stacksPerEndpoint()) + stack);
        }
        if (shape({"node", "cpu"}))
            return id(ElementKind::Cpu, node() * count(m_s.node.cpus.value) + at(1, m_s.node.cpus.value));
        if (shape({"plane"}))
            return id(ElementKind::Plane, at(0, m_s.planes()));
        if (shape({"box"}))
            return id(ElementKind::Box, at(0, static_cast<int>(m_f.count(ElementKind::Box))));
        if (shape({"supernode"}) && m_s.supernodes() > 1)
            return id(ElementKind::Supernode, at(0, m_s.supernodes()));
        if (m_s.twoTier() && shape({"node", "l1"}))
            return id(ElementKind::LeafSwitch, node() * planes() + at(1, m_s.planes()));
        if (const std::optional<ElementId> cable = findCable())
            return cable;
        return findSwitch();
    }

    // "plane 3 l2 7" in its group: a pod with three tiers, else a supernode where there are several.
    std::optional<ElementId> findSwitch() {
        const char* const chip = m_s.twoTier() ? "l2" : "switch";
        const char* const group = m_s.threeTier() ? "pod" : "supernode";
        const bool grouped = m_s.threeTier() || m_s.supernodes() > 1;
        const std::size_t i = grouped ? 1 : 0;
        if (grouped ? shape({group, "plane", chip}) : shape({"plane", chip})) {
            const std::size_t pod = grouped ? at(0, m_s.supernodes() * m_s.pods()) : 0;
            const std::size_t plane = at(i, m_s.planes()), index = at(i + 1, m_s.spinesPerPlane());
            return m_tooLarge ? ElementId() : m_f.spineOfPod(pod, plane, index);
        }
        const bool several = m_s.supernodes() > 1;
        const std::size_t p = several ? 1 : 0;
        if (m_s.threeTier() &&
            (several ? shape({"supernode", "plane", "column", "l3"}) : shape({"plane", "column", "l3"}))) {
            const std::size_t supernode = several ? at(0, m_s.supernodes()) : 0;
            const std::size_t plane = at(p, m_s.planes()), column = at(p + 1, m_s.spinesPerPlane());
            const std::size_t j = at(p + 2, m_s.coresPerSpine());
            return m_tooLarge ? ElementId() : m_f.core(supernode, plane, column, j);
        }
        return std::nullopt;
    }

    // A cable, or a module of it when the last step is one.
    std::optional<ElementId> findCable() {
        if (!m_s.optical())
            return std::nullopt;
        const std::size_t last = m_steps.size() - 1;
        std::optional<CableEnd> end;
        if (m_s.fabric.modulesPerCable && m_steps[last].word == "module") {
            end = at(last, 2) == 0 ? CableEnd::Lower : CableEnd::Upper;
            m_steps.pop_back();
        }
        const int perPlane = m_s.spinesPerPlane() / m_s.fabric.linksPerCable->value;
        ElementId cable;
        if (shape({"node", "plane", "cable"}))
            cable = id(ElementKind::Cable,
                       (node() * planes() + at(1, m_s.planes())) * count(perPlane) + at(2, perPlane));
        else if (m_s.threeTier() && shape({"pod", "plane", "cable", "core"})) {
            const std::size_t pod = at(0, m_s.supernodes() * m_s.pods()), plane = at(1, m_s.planes());
            const std::size_t row = (pod * planes() + plane) * count(perPlane) + at(2, perPlane);
            const std::size_t first = count(m_s.nodes()) * planes() * count(perPlane);
            cable =
                id(ElementKind::Cable, first + row * count(m_s.coresPerSpine()) + at(3, m_s.coresPerSpine()));
        } else
            return std::nullopt;
        return end && cable.valid() ? m_f.module(cable, *end) : cable;
    }

    // Switches of the networks beside the planes.
    ElementId findHub(const std::string& whole) {
        if (whole == "vpc core" && m_s.has(Network::Vpc))
            return m_f.id(ElementKind::VpcSwitch, 0);
        if (!m_s.scaleOut)
            return {};
        if (whole == "rdma core" && m_s.supernodes() > 1)
            return m_f.id(ElementKind::ScaleOutSwitch, count(m_s.supernodes()));
        for (int s = 0; s < m_s.supernodes(); ++s)
            if (whole == numbered("rdma leaf", count(s)))
                return m_f.scaleOutLeaf(count(s));
        return {};
    }

    std::optional<ElementId> findLink() {
        const std::string chip = lowerCase(m_s.chip.word);
        LinkId link;
        if (shape({"node", chip, "die", "plane"}))
            link = m_f.endpointLink(endpoint(1), at(3, m_s.planes()));
        else if (shape({"node", chip, "die", "die"})) {
            const std::size_t a = endpoint(1), chipStart = a - a % count(m_s.endpointsPerChip());
            link = m_f.dieLink(a, chipStart + at(3, m_s.endpointsPerChip()));
        } else if (m_s.fabric.cpuBandwidth && shape({"node", "cpu", "plane"}))
            link = m_f.cpuLink(node() * count(m_s.node.cpus.value) + at(1, m_s.node.cpus.value),
                               at(2, m_s.planes()));
        else if (m_s.twoTier() && shape({"node", "plane", "l2"}))
            link = m_f.uplink(node(), at(1, m_s.planes()), at(2, m_s.spinesPerPlane()));
        else if (m_s.threeTier() && shape({"pod", "plane", "l2", "core"}))
            link = m_f.coreLink(at(0, m_s.supernodes() * m_s.pods()), at(1, m_s.planes()),
                                at(2, m_s.spinesPerPlane()), at(3, m_s.coresPerSpine()));
        return found(link);
    }

    // A link of no plane, named by what it leads to.
    std::optional<ElementId> findOther(const std::string& tail) {
        const std::string chip = lowerCase(m_s.chip.word);
        if (tail == "rdma" && shape({"node", chip, "die"}))
            return found(m_f.scaleOutLink(endpoint(1)));
        if (tail == "rdma" && shape({"supernode"}))
            return found(m_f.trunk(at(0, m_s.supernodes())));
        if (tail == "vpc" && shape({"node"}))
            return found(m_f.vpcLink(node()));
        if (tail == "die link" && shape({"node", chip}) && m_s.endpointsPerChip() == 2) {
            const std::size_t first = 2 * (node() * count(m_s.chipsPerNode()) + at(1, m_s.chipsPerNode()));
            return found(m_f.dieLink(first, first + 1));
        }
        return std::nullopt;
    }

    std::optional<ElementId> found(LinkId link) const {
        return link.valid() ? std::optional(m_f.elementOf(link)) : std::nullopt;
    }

    Result<ElementId> unknown() const {
        const std::string chip = lowerCase(m_s.chip.word);
        return Result<ElementId>::refused(Issue{
            "", "\"" + std::string(m_name.substr(0, 80)) + "\" names nothing in " + m_s.name,
            "write it like \"rack 1\", \"node 2\", \"node 2 " + chip + " 3\", \"plane 3\", \"" +
                (m_s.twoTier() ? "node 2 l1 3\", \"plane 3 l2 7" : "plane 3 switch 1") + "\" or \"box 12\""});
    }

    const Fabric& m_f;
    const SystemSpec& m_s;
    std::string_view m_name;
    std::vector<NameStep> m_steps;
    std::optional<Issue> m_tooLarge;
};

} // namespace

Result<ElementId> Fabric::find(std::string_view name) const { return NameFinder(*this, name).find(); }

} // namespace supernode
