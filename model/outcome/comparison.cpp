// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/comparison.h"

#include "model/system/published_power.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

using Better = Metric::Better;

constexpr double level = 5e-4; // relative: nearer than that nobody leads

// What a metric is divided by: a number of owners, and what they are called.
struct Owner {
    Term count;
    std::string word; // "chip"
};

Term powerTerm(const SystemSpec& s) {
    if (const std::optional<PublishedPower> chosen = chosenPower(s))
        return {"power", chosen->power.base() / 1e3, "kW", chosen->from.grade, chosen->path};
    return {"power", s.cost.typicalPower.value.base() / 1e3, "kW", s.cost.typicalPower.from.grade,
            "cost.typical_power"};
}

Term priceTerm(const SystemSpec& s) {
    return {"price", s.cost.price.value.base() / 1e6, "M USD", s.cost.price.from.grade, "cost.price"};
}

Owner ownerOf(const SystemSpec& s, Per per, const SystemSpec& first) {
    switch (per) {
    case Per::System:
        break;
    case Per::Chip:
        return {{"chips", static_cast<double>(s.chips()), "chips", s.node.chips.from.grade, "node.chips"},
                "chip"};
    case Per::Kilowatt:
        return {powerTerm(s), "kW"};
    case Per::Rack:
        return {{"racks", static_cast<double>(s.hall.computeRacks.value + s.hall.switchRacks.value), "racks",
                 s.hall.computeRacks.from.grade, "hall.compute_racks"},
                "rack"};
    case Per::Dollar:
        return {priceTerm(s), "M USD"};
    case Per::EqualPower: {
        const Term own = powerTerm(s), other = powerTerm(first);
        return {{"power over that of " + first.name, own.value / other.value, "",
                 std::max(own.grade, other.grade), own.path},
                "power of " + first.name};
    }
    case Per::EqualPrice: {
        const Term own = priceTerm(s), other = priceTerm(first);
        return {{"price over that of " + first.name, own.value / other.value, "",
                 std::max(own.grade, other.grade), own.path},
                "price of " + first.name};
    }
    }
    return {{}, "system"};
}

// What other documents print for a fact.
std::vector<Provenance> rivalsOf(const SystemSpec& s, const std::string& path) {
    std::vector<Provenance> rivals;
    if (const auto also = s.alsoPublished.find(path); also != s.alsoPublished.end())
        rivals = also->second;
    if (path != "cost.typical_power" && !path.starts_with("power."))
        return rivals;
    for (const PublishedPower& power : publishedPowers(s))
        if (power.path != path && power.path != "cost.maximum_power")
            rivals.push_back(power.from);
    return rivals;
}

// Adds what a number becomes when a fact that it grows with, or shrinks with, has another value.
enum class Moves : std::uint8_t { With, Against };
void addRivals(std::vector<OtherValue>& all, const SystemSpec& s, const Term& fact, Moves moves,
               double value) {
    if (fact.path.empty() || fact.grade == Grade::Assumption || fact.value <= 0)
        return;
    for (const Provenance& rival : rivalsOf(s, fact.path)) {
        const double factor = rival.shown / fact.value;
        if (std::abs(factor - 1) > level)
            all.push_back({moves == Moves::With ? value * factor : value / factor, fact.path, rival});
    }
}

bool leads(double a, double b, Better better) { return better == Better::Higher ? a > b : a < b; }

// Metrics of the traffic are won only by who delivers all of it; a data sheet has no traffic.
bool mayLead(const Compared& machine) {
    return machine.metric && (machine.metric->grade != Grade::Modelled || machine.delivers);
}

std::optional<std::size_t> leaderOf(std::span<const Compared> machines, const ComparedRow& row) {
    const Better better = row.metric.better;
    const std::vector<std::optional<double>>& values = row.values;
    const auto known =
        std::count_if(values.begin(), values.end(), [](const auto& v) { return v.has_value(); });
    if (better == Better::Neither || known < 2)
        return std::nullopt;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (mayLead(machines[i]) && (!best || leads(*values[i], *values[*best], better)))
            best = i;
    if (!best)
        return std::nullopt;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (i != *best && mayLead(machines[i]) &&
            std::abs(*values[i] - *values[*best]) <=
                level * std::max(std::abs(*values[i]), std::abs(*values[*best])))
            return std::nullopt;
    return best;
}

ComparedRow rowOf(std::span<const Compared> machines, Better better, Per per) {
    ComparedRow row;
    for (const Compared& machine : machines) {
        row.values.emplace_back();
        row.metrics.emplace_back();
        if (!machine.metric)
            continue;
        const Metric& made = row.metrics.back().emplace(
            perOf(*machine.system, *machine.metric, per, *machines.front().system));
        row.values.back() = made.value;
        const Grade grade = row.metric.id.empty() ? made.grade : std::max(made.grade, row.metric.grade);
        if (row.metric.id.empty())
            row.metric = made;
        row.metric.grade = grade;
    }
    row.metric.better = better;
    row.leader = leaderOf(machines, row);
    return row;
}

} // namespace

Power comparedPower(const SystemSpec& system) { return kilowatts(powerTerm(system).value); }

bool isShared(const Metric& m) {
    const bool isTime = m.unit == "us" || m.unit == "ms" || m.unit == "s";
    return m.per == "system" && !isTime && m.unit != "%" && m.unit.find("/bit") == std::string::npos &&
           m.unit.find("/token") == std::string::npos && m.unit.find("tokens/J") == std::string::npos;
}

Metric perOf(const SystemSpec& system, const Metric& metric, Per per, const SystemSpec& first) {
    Metric made = metric;
    if (per == Per::System || !isShared(metric))
        return made;
    const Owner owner = ownerOf(system, per, first);
    made.value /= owner.count.value;
    made.per = owner.word;
    made.grade = std::max(made.grade, owner.count.grade);
    std::string whole = metric.name;
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (whole.size() > 1 && isCapital(whole[0]) && whole[1] >= 'a' && whole[1] <= 'z') // not "HBM"
        whole[0] = static_cast<char>(whole[0] - 'A' + 'a');
    made.formula = whole + " / " + owner.count.name;
    made.terms = {{whole, metric.value, metric.unit, metric.grade, {}}, owner.count};
    return made;
}

std::vector<OtherValue> otherValues(const SystemSpec& system, const Metric& metric, Per per,
                                    const SystemSpec& first) {
    std::vector<OtherValue> all;
    const double value = perOf(system, metric, per, first).value;
    const bool byPower = per == Per::Kilowatt || per == Per::EqualPower,
               byPrice = per == Per::Dollar || per == Per::EqualPrice,
               overFirst = per == Per::EqualPower || per == Per::EqualPrice;
    const auto ownerTerm = [&](const SystemSpec& s) { return byPower ? powerTerm(s) : priceTerm(s); };
    const bool isDivided = isShared(metric) && (byPower || byPrice) && !(overFirst && &system == &first);
    const std::string owner = isDivided ? ownerTerm(system).path : std::string();
    bool cancels = false; // the power of a machine over its power
    if (metric.grade != Grade::Modelled)
        for (const Term& term : metric.terms) {
            const bool isOwner = isDivided && term.path == owner;
            cancels = cancels || isOwner;
            if (!isOwner)
                addRivals(all, system, term, Moves::With, value);
        }
    if (!isDivided)
        return all;
    if (!cancels)
        addRivals(all, system, ownerTerm(system), Moves::Against, value);
    if (overFirst)
        addRivals(all, first, ownerTerm(first), Moves::With, value);
    return all;
}

ComparedRow compareNumber(std::span<const Compared> machines, Better better, Per per) {
    ComparedRow row = rowOf(machines, better, per);
    for (const Compared& machine : machines)
        row.others.push_back(
            machine.metric ? otherValues(*machine.system, *machine.metric, per, *machines.front().system)
                           : std::vector<OtherValue>{});
    for (const auto& [word, other] : wordsOf(Per{})) {
        row.leaders.push_back(other == per ? row.leader : rowOf(machines, better, other).leader);
        if (row.leader && row.leaders.back() && row.leaders.back() != row.leader)
            row.flips.push_back(other);
    }
    return row;
}

std::vector<ComparedRow> compare(std::span<const OutcomePtr> outcomes, Per per) {
    std::vector<ComparedRow> rows;
    for (const OutcomePtr& outcome : outcomes)
        for (const Metric& metric : outcome->metrics) {
            if (std::any_of(rows.begin(), rows.end(),
                            [&](const ComparedRow& row) { return row.metric.id == metric.id; }))
                continue;
            std::vector<Compared> machines;
            for (const OutcomePtr& other : outcomes)
                machines.push_back(
                    {&other->fabric->system(), other->metric(metric.id), other->undelivered.pairs == 0});
            rows.push_back(compareNumber(machines, metric.better, per));
        }
    return rows;
}

std::vector<std::string> namesOf(std::span<const OutcomePtr> outcomes) {
    std::vector<std::string> names;
    for (const OutcomePtr& outcome : outcomes) {
        std::string name = outcome->fabric->system().name;
        const auto namesakes = std::count_if(outcomes.begin(), outcomes.end(), [&](const OutcomePtr& other) {
            return other->fabric->system().name == name;
        });
        const std::size_t changes = outcome->scenario.changes.size();
        if (namesakes > 1)
            name += changes == 0   ? std::string(", as built")
                    : changes == 1 ? std::string(", 1 change")
                                   : ", " + std::to_string(changes) + " changes";
        if (std::find(names.begin(), names.end(), name) != names.end())
            name += " (" + std::to_string(names.size() + 1) + ")";
        names.push_back(std::move(name));
    }
    return names;
}

std::string leadersOf(std::span<const OutcomePtr> outcomes, const std::vector<ComparedRow>& rows) {
    std::vector<std::size_t> wins(outcomes.size());
    std::size_t led = 0, flipping = 0;
    for (const ComparedRow& row : rows)
        if (row.leader) {
            ++wins[*row.leader];
            ++led;
            flipping += row.flips.empty() ? 0 : 1;
        }
    if (led == 0)
        return "Nobody leads: no number of the two can be set side by side.";
    const std::vector<std::string> names = namesOf(outcomes);
    std::string text;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        text += (i == 0 ? "" : ", ") + names[i] + (i == 0 ? " leads on " : " on ") + std::to_string(wins[i]) +
                (i == 0 ? " of " + std::to_string(led) : "");
    return text + ". In " + std::to_string(flipping) +
           " of them another leads when they are shared out "
           "another way.";
}

} // namespace supernode
