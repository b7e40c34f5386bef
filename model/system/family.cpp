// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/system/family.h"

#include "model/base/arithmetic.h"
#include "model/system/facts_of_system.h"

#include <algorithm>

namespace supernode {
namespace {

class Resizer {
public:
    explicit Resizer(const SystemSpec& base) : m_base(base), m_s(base) {}

    Result<SystemSpec> to(int chips) {
        using Answer = Result<SystemSpec>;
        const int full = m_base.nodesPerSupernode() * m_base.chipsPerNode();
        if (std::optional<Issue> issue = chips > full ? multiply(chips, full) : cutDown(chips))
            return Answer::refused(std::move(*issue));
        scaleCost(chips);
        std::vector<Issue> issues = check(m_s);
        if (!issues.empty())
            return Answer::refused(std::move(issues));
        return std::move(m_s);
    }

private:
    // A count that follows from the size asked for.
    static void set(Count& count, int value, const std::string& note) {
        if (count.value == value)
            return;
        count.value = value;
        count.from.shown = value;
        count.from.note = note;
        if (count.from.grade != Grade::Assumption)
            count.from.grade = Grade::Derived;
    }

    std::optional<Issue> multiply(int chips, int full) {
        if (chips % full != 0)
            return Issue{"chips",
                         std::to_string(chips) + " are more than one supernode of " + m_base.name +
                             " holds, and not several whole ones",
                         "give up to " + std::to_string(full) + ", or a multiple of it"};
        if (!m_s.fabric.supernodes)
            m_s.fabric.supernodes = Count{1, {1, "supernodes", Grade::Assumption, "", "", ""}};
        set(*m_s.fabric.supernodes, chips / full, "As many as the chips asked for fill.");
        return std::nullopt;
    }

    std::optional<Issue> cutDown(int chips) {
        const int perNode = m_base.chipsPerNode();
        if (chips < 1 || (chips > perNode && chips % perNode != 0))
            return Issue{"chips", std::to_string(chips) + " do not fill whole nodes",
                         "give 1 to " + std::to_string(perNode) + ", or a multiple of " +
                             std::to_string(perNode)};
        const int nodes = ceilDiv(chips, perNode);
        if (m_base.threeTier() && nodes > m_base.nodesPerPod() && nodes % m_base.nodesPerPod() != 0)
            return Issue{"chips", std::to_string(nodes) + " nodes do not fill whole pods",
                         "give a multiple of " + std::to_string(m_base.nodesPerPod() * perNode)};
        m_s.fabric.supernodes.reset();
        set(m_s.node.chips, std::min(chips, perNode), "As many as asked for.");
        set(m_s.node.nodes, nodes, "As many as the chips asked for fill.");
        if (m_base.threeTier())
            set(*m_s.fabric.pods, ceilDiv(nodes, m_base.nodesPerPod()), "As many as the nodes fill.");
        else if (m_base.twoTier())
            cutSpines(nodes);
        const int perRack = ceilDiv(m_base.nodesPerSupernode(), m_base.hall.computeRacks.value);
        set(m_s.hall.computeRacks, ceilDiv(nodes, perRack), "As full as those of the whole machine.");
        const int racks = m_s.hall.computeRacks.value + m_s.hall.switchRacks.value;
        set(m_s.hall.rows, std::min(m_base.hall.rows.value, racks), "No more rows than racks.");
        return std::nullopt;
    }

    // By whole switch racks where the spines of a plane are spread over them evenly, else not at all.
    void cutSpines(int nodes) {
        const int racks = m_base.hall.switchRacks.value, spines = m_base.spinesPerPlane();
        if (racks == 0 || spines % racks != 0 || spines / racks % m_base.fabric.spinesPerBox.value != 0)
            return;
        const int kept = ceilDiv(nodes * racks, m_base.nodesPerSupernode());
        if (kept == racks)
            return;
        if (!m_s.fabric.uplinksPerLeaf) {
            m_s.fabric.uplinksPerLeaf = m_base.fabric.spinesPerPlane;
            m_s.fabric.uplinksPerLeaf->from.note = "A leaf keeps its links; several go to one chip.";
        }
        set(m_s.fabric.spinesPerPlane, spines / racks * kept,
            "Whole switch racks, as many as the ports of the nodes need.");
        set(m_s.hall.switchRacks, kept, "As many as the ports of the nodes need.");
    }

    void scaleCost(int chips) {
        const double factor = static_cast<double>(chips) / m_base.chips();
        const bool whole = chips % (m_base.nodesPerSupernode() * m_base.chipsPerNode()) == 0;
        const auto scale = [&](auto& fact) {
            if (factor == 1)
                return;
            fact.from.shown *= factor; // the value follows from it as when a file is read
            const Dimension dimension = dimensionOf(fact.value);
            fact.value = std::remove_cvref_t<decltype(fact.value)>::fromBase(
                fact.from.shown * unitScale(dimension, fact.from.unit).value_or(1));
            fact.from.note = "That of " + m_base.name + " by the number of chips.";
            if (!whole || fact.from.grade == Grade::Assumption) {
                fact.from.grade = Grade::Assumption;
                fact.from.id.clear();
            } else
                fact.from.grade = Grade::Derived;
        };
        scale(m_s.cost.typicalPower);
        scale(m_s.cost.maximumPower);
        scale(m_s.cost.price);
        PowerSpec& power = m_s.power;
        for (auto* other : {&power.revised, &power.estimate, &power.rack, &power.rackParts, &power.halfRacks})
            if (*other)
                scale(**other);
    }

    const SystemSpec& m_base;
    SystemSpec m_s;
};

} // namespace

Result<SystemSpec> resized(const SystemSpec& base, int chips) { return Resizer(base).to(chips); }

} // namespace supernode
