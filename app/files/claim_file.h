// SPDX-License-Identifier: GPL-3.0-or-later
// What vendors and analysts say of one machine against another, and how each of it can be counted again.
//
// {"schema": 1, "kind": "claims", "claims": [{"id", "title", "who", "says", "number", "unit", "direction",
// "facts", "sources", "readings", "reason"}]}; what a person reads is {"en", "zh"}. "number" with its "unit"
// is left out where nobody gave one; facts are ids of facts.json, sources keys of its documents. A reading
// has "role", "name" and terms "over" and "under": {"fact"} of facts.json (its first number), {"system",
// "path"} of a system file, in the unit in which that prints it, or {"system", "metric"} of the model, with
// "per" and a "workload" of its own where it needs them; "form" is "ratio" (products over products) or "sum".
// In a reason {1} stands for the value of the first reading. Errors: issues by field refuse the file.
#pragma once

#include "model/outcome/comparison.h"
#include "model/scenario/scenario.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace supernode {

struct Told {
    std::string en, zh;

    const std::string& in(std::string_view language) const { return language == "zh" ? zh : en; }
};

// For the machine that stands first: CloudMatrix 384.
enum class ClaimDirection : std::uint8_t { Better, Worse, Mixed };
constexpr auto wordsOf(ClaimDirection) {
    return Words<ClaimDirection, 3>{{{"better", ClaimDirection::Better},
                                     {"worse", ClaimDirection::Worse},
                                     {"mixed", ClaimDirection::Mixed}}};
}

// Ours: as this program counts. Theirs: as the one who claims counted. Beside: another question, such as one
// chip against one chip, that may turn the claim round.
enum class ReadingRole : std::uint8_t { Ours, Theirs, Beside };
constexpr auto wordsOf(ReadingRole) {
    return Words<ReadingRole, 3>{
        {{"ours", ReadingRole::Ours}, {"theirs", ReadingRole::Theirs}, {"beside", ReadingRole::Beside}}};
}

enum class ReadingForm : std::uint8_t { Quotient, Sum };
constexpr auto wordsOf(ReadingForm) {
    return Words<ReadingForm, 2>{{{"ratio", ReadingForm::Quotient}, {"sum", ReadingForm::Sum}}};
}

struct ClaimTerm {
    std::string fact;                 // either this
    std::string system, path, metric; // or a system with one of these
    Per per = Per::System;
    std::optional<Workload> workload; // empty: the data sheet
};

struct ClaimReading {
    ReadingRole role = ReadingRole::Ours;
    ReadingForm form = ReadingForm::Quotient;
    Told name;
    std::vector<ClaimTerm> over, under;
};

struct Claim {
    std::string id, who;
    Told title, says, reason;
    std::optional<double> number;
    std::string unit; // "x": times; "%"; or what is counted
    ClaimDirection direction = ClaimDirection::Mixed;
    std::vector<std::string> facts, sources;
    std::vector<ClaimReading> readings;
};

Result<std::vector<Claim>> readClaims(std::string_view json);

} // namespace supernode
