// SPDX-License-Identifier: GPL-3.0-or-later
// The published totals of a machine's power, by number and name: they disagree, so one is chosen.
//
// Choosing another is one what-if: SetFact{"power.chosen", number}. Pure; any thread.
#pragma once

#include "model/system/system_spec.h"

namespace supernode {

struct PublishedPower {
    int number = 0;   // what power.chosen holds
    std::string name; // "typical, all-in"
    std::string path; // of the fact: "cost.typical_power"
    Power power;
    Provenance from;

    bool operator==(const PublishedPower&) const = default;
};

// "typical, all-in"; "" for a number that names none.
std::string_view powerName(int number);
// Those that this machine has, in the order of their numbers.
std::vector<PublishedPower> publishedPowers(const SystemSpec& spec);
// The one that power.chosen names; empty when the machine states no power by parts.
std::optional<PublishedPower> chosenPower(const SystemSpec& spec);

// What is missing of the power block, and a choice that names nothing; part of check(spec).
// Promise: a choice that names no published power is refused with those that there are.
// [PublishedPower.AnUnknownChoiceListsThoseThatThereAre]
std::vector<Issue> checkPower(const SystemSpec& spec);

} // namespace supernode
