// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/system/published_power.h"

#include <algorithm>
#include <array>

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

std::string_view powerName(int number) {
    constexpr std::array<std::string_view, 7> names{
        "typical, all-in", "maximum, nameplate",           "all-in, revised", "another estimate",
        "the rack alone",  "sum of the parts of the rack", "two half racks"};
    return number >= 1 && number <= static_cast<int>(names.size())
               ? names[static_cast<std::size_t>(number) - 1]
               : std::string_view();
}

std::vector<PublishedPower> publishedPowers(const SystemSpec& s) {
    std::vector<PublishedPower> all;
    int number = 0;
    const auto add = [&](const char* path, const MaybePower& fact) {
        ++number;
        if (fact)
            all.push_back({number, std::string(powerName(number)), path, fact->value, fact->from});
    };
    add("cost.typical_power", s.cost.typicalPower);
    add("cost.maximum_power", s.cost.maximumPower);
    add("power.revised", s.power.revised);
    add("power.estimate", s.power.estimate);
    add("power.rack", s.power.rack);
    add("power.rack_parts", s.power.rackParts);
    add("power.half_racks", s.power.halfRacks);
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
