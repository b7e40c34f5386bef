// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/system/published_power.h"

#include <algorithm>

namespace supernode {
namespace {

using MaybePower = std::optional<Fact<Power>>;

// Every path and whether the fact must be there.
class Missing {
public:
    explicit Missing(std::vector<Issue>& issues) : m_issues(issues) {}

    template <class Value>
    void need(const char* path, const std::optional<Fact<Value>>& fact) {
        if (!fact)
            m_issues.push_back({path, "is missing, but power.chosen asks for power by parts",
                                "state it, or leave the whole block \"power\" out"});
    }

private:
    std::vector<Issue>& m_issues;
};

} // namespace

std::vector<PublishedPower> publishedPowers(const SystemSpec& s) {
    std::vector<PublishedPower> all;
    int number = 0;
    const auto add = [&](const char* name, const char* path, const MaybePower& fact) {
        ++number;
        if (fact)
            all.push_back({number, name, path, fact->value, fact->from});
    };
    add("typical, all-in", "cost.typical_power", s.cost.typicalPower);
    add("maximum, nameplate", "cost.maximum_power", s.cost.maximumPower);
    add("all-in, revised", "power.revised", s.power.revised);
    add("another estimate", "power.estimate", s.power.estimate);
    add("the rack alone", "power.rack", s.power.rack);
    add("sum of the parts of the rack", "power.rack_parts", s.power.rackParts);
    add("two half racks", "power.half_racks", s.power.halfRacks);
    return all;
}

std::optional<PublishedPower> chosenPower(const SystemSpec& spec) {
    if (!spec.power.stated())
        return std::nullopt;
    for (PublishedPower& p : publishedPowers(spec))
        if (p.number == spec.power.chosen->value)
            return std::move(p);
    return std::nullopt;
}

std::vector<Issue> checkPower(const SystemSpec& spec) {
    std::vector<Issue> issues;
    const PowerSpec& p = spec.power;
    if (!p.stated())
        return issues;
    if (!chosenPower(spec)) {
        std::string list;
        for (const PublishedPower& known : publishedPowers(spec))
            list += (list.empty() ? "" : ", ") + std::to_string(known.number) + " (" + known.name + ")";
        issues.push_back({"power.chosen",
                          std::to_string(p.chosen->value) + " names no published power of " + spec.name,
                          "give " + list});
    }
    Missing missing(issues);
    missing.need("power.cpu", p.cpu);
    missing.need("power.box", p.box);
    missing.need("power.fans", p.fans);
    missing.need("power.conversion", p.conversion);
    missing.need("power.chip_idle", p.chipIdle);
    missing.need("power.chip_transfer", p.chipTransfer);
    missing.need("power.cpu_idle", p.cpuIdle);
    missing.need("power.switch_idle", p.switchIdle);
    if (spec.twoTier())
        missing.need("power.leaf", p.leaf);
    if (spec.fabric.modulesPerCable) {
        missing.need("power.module", p.module);
        missing.need("power.module_idle", p.moduleIdle);
    }
    return issues;
}

} // namespace supernode
