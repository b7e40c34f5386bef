// SPDX-License-Identifier: GPL-3.0-or-later
// Two or more machines side by side: one number over one owner, who leads, and under which owner that flips.
//
// What a whole system has or does (Metric::per is "system") is divided by its chips, its racks, its price or
// its power; a time, a share and what already belongs to a chip, a pair or a rank is left as it is, and the
// row says so. Power is the chosen published total where the machine states one, else its typical power.
// Equal power: as many copies of a machine as draw what the first one draws. Nothing is scaled silently: a
// workload is compared as it was asked on each machine. Pure; any thread.
#pragma once

#include "model/outcome/outcome.h"
#include "model/scenario/words.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace supernode {

enum class Per : std::uint8_t { System, Chip, Kilowatt, Rack, Dollar, EqualPower, EqualPrice };

constexpr auto wordsOf(Per) {
    return Words<Per, 7>{{{"system", Per::System},
                          {"chip", Per::Chip},
                          {"kilowatt", Per::Kilowatt},
                          {"rack", Per::Rack},
                          {"dollar", Per::Dollar},
                          {"equal-power", Per::EqualPower},
                          {"equal-price", Per::EqualPrice}}};
}

// Power at full load by which a machine is compared.
Power comparedPower(const SystemSpec& system);

// Whether a metric belongs to the whole system, so that it can be shared out.
bool isShared(const Metric& metric);

// The metric over one owner; `first` is the machine whose power the others get. A metric that is not shared
// comes back as it was. The formula and the terms say what it was divided by; the grade is the worst of all.
// Promise: a time is not divided by anything. [Comparison.ATimeIsNotDivided]
Metric perOf(const SystemSpec& system, const Metric& metric, Per per, const SystemSpec& first);

// What a number would be if another document were right about one fact that it is made of.
struct OtherValue {
    double value = 0; // in the unit of the metric, over the same owner
    std::string path; // of the fact: "chip.bf16_dense"
    Provenance from;  // what that document prints

    bool operator==(const OtherValue&) const = default;
};
// Each fact is exchanged alone: those of the number itself where it is no modelled one, and the power or the
// price by which it is divided. A fact that a person typed in has no rivals; a nameplate maximum is no rival
// of the power in service. `metric` is of the whole machine.
// Promise: the same as evaluating the machine with the other fact.
// [FactsAgree.AnotherPublishedValueMovesTheNumberAsTheModelWould]
std::vector<OtherValue> otherValues(const SystemSpec& system, const Metric& metric, Per per,
                                    const SystemSpec& first);

struct ComparedRow {
    Metric metric;                                   // of the first machine that has it; `per` is the owner
    std::vector<std::optional<double>> values;       // per machine; empty: it has no such number
    std::vector<std::optional<Metric>> metrics;      // the same with their formulas
    std::vector<std::vector<OtherValue>> others;     // per machine; empty where documents agree
    std::optional<std::size_t> leader;               // empty: level, nothing to lead in, or one value alone
    std::vector<Per> flips;                          // owners under which another machine leads
    std::vector<std::optional<std::size_t>> leaders; // under each owner, as wordsOf(Per{}) has them
};

// One number of several machines.
struct Compared {
    const SystemSpec* system;
    const Metric* metric; // null: this machine has no such number
    bool delivers = true; // false: it leaves pairs undelivered, so that it leads in nothing that is modelled
};
// The row of one number; `better` is what the row asks for, whatever the metric says.
ComparedRow compareNumber(std::span<const Compared> machines, Metric::Better better, Per per);

// One row for each metric that any of the outcomes has, in the order of the first. An outcome that leaves
// pairs undelivered leads in no metric of the traffic.
std::vector<ComparedRow> compare(std::span<const OutcomePtr> outcomes, Per per);

// The names of the machines; namesakes are told apart: "CloudMatrix 384, as built", "CloudMatrix 384, 2
// changes".
std::vector<std::string> namesOf(std::span<const OutcomePtr> outcomes);

// Who leads in how many rows, and what flips it: "A leads on 4 of 6, B on 2. Per chip, B leads on ...".
std::string leadersOf(std::span<const OutcomePtr> outcomes, const std::vector<ComparedRow>& rows);

} // namespace supernode
