// SPDX-License-Identifier: GPL-3.0-or-later
// Claims counted again on the facts and on the model, for the machines as they are now.
//
// A number is met when a count of it is within 5 % (claims are rounded to two digits). The machines carry the
// changes of a scenario, so a claim may come true or false by a what-if; facts of facts.json stay as printed.
// Cost: one evaluation for each workload that a term names, tens of milliseconds. Pure; any thread. A term
// that cannot be had, as a decode on a broken machine, leaves its reading without a value and says why.
// Promise: a chip against a chip is named where it turns the claim round.
// [ClaimCheck.OneChipTurnsTheClaimsOfWholeMachinesRound]
#pragma once

#include "app/files/claim_file.h"
#include "app/files/fact_file.h"
#include "model/outcome/outcome.h"

#include <string>
#include <vector>

namespace supernode {

constexpr double claimTolerance = 0.05;

// AsCounted: not by our count, but by the one that the claim was made with.
enum class Verdict : std::uint8_t { Holds, AsCounted, Fails, NoNumber, NotCounted };
// What the readings beside it do to the direction that is claimed.
enum class Turn : std::uint8_t { Keeps, Level, Turns };

struct CheckedTerm {
    Term term;        // value and unit, grade, and the path or fact it stands at
    std::string fact; // id of a fact, "" where there is none
    Source source;    // empty title: no document
};

struct CheckedReading {
    std::vector<CheckedTerm> over, under;
    std::optional<double> value; // in the unit of the claim; a ratio for those beside it
    std::string missing;         // why there is none
    Turn turn = Turn::Keeps;     // of a reading beside the claim
};

struct CheckedClaim {
    Claim claim;
    std::vector<CheckedReading> readings; // of claim.readings
    Verdict verdict = Verdict::NoNumber;
    Turn turn = Turn::Keeps; // Turns when any reading turns it
    std::vector<Source> sources;
    std::optional<double> found() const; // by our count
};

struct ClaimedMachine {
    SystemPtr system;
    std::vector<Change> changes = {};

    bool operator==(const ClaimedMachine& o) const { return *system == *o.system && changes == o.changes; }
};

std::vector<CheckedClaim> checkClaims(const std::vector<Claim>& claims, const FactTable& facts,
                                      const std::vector<ClaimedMachine>& machines);

// "holds", "holds as it was counted", "does not hold", "no number"
std::string_view toWord(Verdict verdict);
// "1.60×", "50.0 %", "6,912 modules"; three digits but for what is counted.
std::string claimedText(double value, const std::string& unit);
// The reason with the values filled in.
std::string reasonOf(const CheckedClaim& checked, std::string_view language);
// "(559.378 kW × 180 PFLOPS) / (300 PFLOPS × 145 kW)"
std::string formulaOf(const ClaimReading& reading, const CheckedReading& checked);

} // namespace supernode
