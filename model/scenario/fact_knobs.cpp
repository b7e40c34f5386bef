// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario/fact_knobs.h"

#include "model/base/number_text.h"
#include "model/scenario/changed_system.h"
#include "model/system/facts_of_system.h"
#include "model/system/published_power.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace supernode {
namespace {

using enum KnobScale;
constexpr auto visitor = Audience::Visitor, student = Audience::Student, explorer = Audience::Explorer;

struct Row {
    KnobWords words; // field: the path
    Audience audience;
};

// Spans of sliders are a choice of taste; what makes a machine is decided by check(SystemSpec).
constexpr auto table = std::to_array<Row>({
    {{"fabric.planes",
      "Planes",
      "",
      "Copies of the fabric; every die has a link into each.",
      {1, 14},
      Linear},
     visitor},
    {{"fabric.link_rate", "Link rate", "GB/s", "Of one link, each direction.", {7, 224}, Doubling}, visitor},
    {{"node.count",
      "Nodes",
      "",
      "Of one supernode; the hall gets the racks that they need.",
      {1, 192},
      Doubling},
     visitor},
    {{"chip.bf16_dense",
      "Arithmetic, BF16",
      "TFLOPS",
      "Dense, of a chip; other formats scale with it.",
      {200, 6400},
      Doubling},
     visitor},
    {{"chip.hbm_capacity", "Memory of a chip", "GB", "HBM of a package.", {32, 512}, Doubling}, visitor},
    {{"power.chosen", "Power", "", "Published totals disagree; full load is the one that is chosen."},
     visitor},
    {{"chip.hbm_bandwidth", "Memory rate", "TB/s", "HBM of a package.", {0.5, 16}, Doubling}, student},
    {{"fabric.spines_per_plane",
      "Second-tier chips a plane",
      "",
      "Each first-tier chip has a link to every one of its plane.",
      {1, 64},
      Doubling},
     student},
    {{"node.chips", "Chips a node", "", "Packages on one board.", {1, 32}, Doubling}, student},
    {{"fabric.optical_tiers", "Links above the first tier", "",
      "Fibre needs a module at each end that draws power and can fail; copper does not reach far."},
     student},
    {{"scale_out.rate", "RDMA rate", "GB/s", "Of one endpoint, each direction.", {6.25, 200}, Doubling},
     student},
    {{"chip.endpoints", "Dies a chip", "", "Each is a rank of its own.", {1, 4}, Linear}, explorer},
    {{"node.cpus", "CPUs a node", "", "They hold memory that chips read.", {0, 8}, Linear}, explorer},
    {{"fabric.cpu_bandwidth",
      "Rate of a CPU",
      "GB/s",
      "Into all planes together, each direction.",
      {20, 640},
      Doubling},
     explorer},
    {{"fabric.die_link",
      "Link between dies",
      "GB/s",
      "Between the two dies of a package, each direction.",
      {50, 1600},
      Doubling},
     explorer},
    {{"fabric.supernodes",
      "Supernodes",
      "",
      "Copies of all this, joined by the RDMA network.",
      {1, 8},
      Doubling},
     explorer},
    {{"scale_out.oversubscription",
      "RDMA oversubscription",
      "",
      "What enters a leaf over what it can pass on.",
      {1, 16},
      Doubling},
     explorer},
    {{"transfer.hop", "Switch latency", "ns", "One way.", {25, 800}, Doubling}, explorer},
    {{"transfer.access",
      "Access latency",
      "ns",
      "Software and memory of the far end.",
      {100, 6400},
      Doubling},
     explorer},
    {{"transfer.read_share", "Read efficiency", "", "Of the line rate that reads reach.", {0, 1}, Linear},
     explorer},
    {{"transfer.write_share", "Write efficiency", "", "Of the line rate that writes reach.", {0, 1}, Linear},
     explorer},
    {{"compute.memory_share", "Memory efficiency", "", "That kernels reach.", {0, 1}, Linear}, explorer},
    {{"collective.launch", "Launch of a collective", "us", "Once in each.", {1, 128}, Doubling}, explorer},
    {{"collective.step", "Step of a collective", "us", "A neighbour is told and answers.", {1, 64}, Doubling},
     explorer},
});

constexpr std::string_view binChip = "Ascend 910C", binPath = "chip.bf16_dense"; // bins: A1.04
constexpr std::array<std::string_view, 3> bins{"626", "752", "800"};
constexpr std::string_view powerPath = "power.chosen";
constexpr std::string_view mediumPath = "fabric.optical_tiers";
constexpr std::array<std::string_view, 2> media{"copper", "fibre"}; // by the number of optical tiers

const Row* rowOf(std::string_view path) {
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Row& r) { return r.words.field == path; });
    return found == table.end() ? nullptr : &*found;
}

// What the machine says of one fact; `there` is false when it says nothing.
struct Said {
    bool there = false;
    Dimension dimension = Dimension::Number;
    double shown = 0; // in its own unit
    std::string unit;
};

Said saidOf(const SystemSpec& system, std::string_view path) {
    Said said;
    const auto take = [&](const auto& fact) {
        said = {true, dimensionOf(fact.value), fact.from.shown, fact.from.unit};
    };
    visitFacts(system, [&](std::string_view at, const auto& fact) {
        if (at != path)
            return;
        if constexpr (requires { fact.from; })
            take(fact);
        else if (fact)
            take(*fact);
    });
    return said;
}

// A knob without a unit counts, or is a share of one.
double perUnit(const Said& said, std::string_view unit) {
    const std::string_view wanted = said.dimension == Dimension::Share && unit.empty() ? "ratio" : unit;
    const std::optional<double> of = unitScale(said.dimension, wanted),
                                own = unitScale(said.dimension, said.unit);
    return said.dimension == Dimension::Number || !of || !own ? 1.0 : *of / *own;
}

void addChoices(Knob& knob, const SystemSpec& system, double value) {
    if (knob.words->field == powerPath) {
        knob.form = KnobForm::Choice;
        for (const PublishedPower& power : publishedPowers(system)) {
            knob.choices.push_back(powerName(power.number));
            if (power.number == static_cast<int>(value))
                knob.word = power.name;
        }
    } else if (knob.words->field == mediumPath) {
        knob.form = KnobForm::Choice;
        knob.choices.assign(media.begin(), media.end());
        knob.word = media[value > 0 ? 1 : 0];
    } else if (knob.words->field == binPath && system.chip.name == binChip) {
        knob.form = KnobForm::Choice;
        knob.choices.assign(bins.begin(), bins.end());
        knob.word = numberText(value);
    }
}

// Racks until check() is content with the room; other issues are the caller's.
void makeRoom(SystemSpec& system, std::vector<SetFact>& sets) {
    constexpr int mostRacks = 8'192;
    for (const auto& [path, racks] : {std::pair{"hall.compute_racks", &system.hall.computeRacks},
                                      std::pair{"hall.switch_racks", &system.hall.switchRacks}}) {
        const int before = racks->value;
        std::vector<Issue> issues = check(system);
        while (issues.size() == 1 && issues.front().field == path && racks->value < mostRacks) {
            setFact(system, path, racks->value + 1);
            issues = check(system);
        }
        if (racks->value != before)
            sets.push_back({path, static_cast<double>(racks->value)});
    }
}

// The machine with the fact and what follows from it.
struct Tried {
    std::vector<SetFact> sets;
    std::optional<Issue> issue;
};

Tried tryFact(const SystemSpec& base, const std::string& path, double own) {
    Tried tried{{{path, own}}, {}};
    SystemSpec system = base;
    if ((tried.issue = setFact(system, path, own)))
        return tried;
    if (path == binPath) {
        const double factor = own / base.chip.bf16.from.shown;
        const auto scale = [&](const char* other, const Provenance& from) {
            tried.sets.push_back({other, from.shown * factor});
            setFact(system, other, from.shown * factor);
        };
        scale("chip.eight_bit_dense", base.chip.eightBit.from);
        if (base.chip.fourBit)
            scale("chip.four_bit_dense", base.chip.fourBit->from);
    }
    makeRoom(system, tried.sets);
    if (const std::vector<Issue> issues = check(system); !issues.empty())
        tried.issue = issues.front();
    return tried;
}

// The count nearest to what was asked that makes a machine.
std::optional<double> nearestCount(const SystemSpec& base, const std::string& path, double asked) {
    constexpr int mostSteps = 2'048;
    const double around = std::clamp(std::round(asked), 0.0, 70'000.0);
    for (int away = 0; away <= mostSteps; ++away)
        for (const double value : {around - away, around + away})
            if (value >= 0 && !tryFact(base, path, value).issue)
                return value;
    return std::nullopt;
}

std::optional<double> nearest(const SystemSpec& base, const std::string& path, double own, const Said& said) {
    if (said.dimension == Dimension::Number)
        return nearestCount(base, path, own);
    if (said.dimension == Dimension::Share) {
        const double whole =
            *unitScale(Dimension::Share, "ratio") / unitScale(Dimension::Share, said.unit).value_or(1);
        if (!tryFact(base, path, whole).issue)
            return whole;
    }
    return std::nullopt;
}

Result<std::vector<SetFact>> setting(const Scenario& scenario, const std::string& path, double own,
                                     double per) {
    using Answer = Result<std::vector<SetFact>>;
    const Result<SystemPtr> now = changedSystem(scenario);
    if (!now)
        return Answer::refused(now.issues());
    Tried tried = tryFact(**now, path, own);
    if (!tried.issue)
        return std::move(tried.sets);
    if (const std::optional<double> possible = nearest(**now, path, own, saidOf(**now, path)))
        tried.issue->remedy +=
            "; the nearest possible value of " + path + " is " + numberText(*possible / per);
    return Answer::refused(*tried.issue);
}

} // namespace

std::vector<FactKnob> factKnobsOf(const SystemSpec& system) {
    std::vector<FactKnob> knobs;
    for (const Row& row : table) {
        const Said said = saidOf(system, row.words.field);
        if (!said.there)
            continue;
        FactKnob made{{&row.words}, row.audience, perUnit(said, row.words.unit)};
        const bool share = said.dimension == Dimension::Share && row.words.usual.most == 1;
        made.knob.form = said.dimension == Dimension::Number ? KnobForm::Whole : KnobForm::Number;
        made.knob.allowed = share ? Range{0, 1} : Range{0, 1e24};
        made.knob.usual = row.words.usual;
        made.knob.value = said.shown / made.perUnit;
        addChoices(made.knob, system, said.shown);
        knobs.push_back(std::move(made));
    }
    return knobs;
}

Result<std::vector<SetFact>> settingFact(const Scenario& scenario, std::string_view path, double value) {
    const Row* const row = rowOf(path);
    const Said said = saidOf(*scenario.system, path);
    const double per = row && said.there ? perUnit(said, row->words.unit) : 1;
    return setting(scenario, std::string(path), value * per, per);
}

Result<std::vector<SetFact>> settingOwnFact(const Scenario& scenario, const std::string& path, double value) {
    return setting(scenario, path, value, 1);
}

std::optional<double> valueOfChoice(const SystemSpec& system, std::string_view path, std::string_view word) {
    if (path == powerPath)
        for (const PublishedPower& power : publishedPowers(system))
            if (power.name == word)
                return power.number;
    if (path == mediumPath)
        if (const auto found = std::find(media.begin(), media.end(), word); found != media.end())
            return static_cast<double>(found - media.begin());
    if (path == binPath && std::find(bins.begin(), bins.end(), word) != bins.end())
        return std::strtod(std::string(word).c_str(), nullptr);
    return std::nullopt;
}

Result<std::vector<SetFact>> choosingFact(const Scenario& scenario, std::string_view path,
                                          const std::string& word) {
    if (const std::optional<double> value = valueOfChoice(*scenario.system, path, word))
        return setting(scenario, std::string(path), *value, 1);
    return Result<std::vector<SetFact>>::refused(
        Issue{std::string(path), "\"" + word + "\" is none of its words", "choose one of the list"});
}

} // namespace supernode
