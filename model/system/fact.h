// SPDX-License-Identifier: GPL-3.0-or-later
// A number with its unit, grade and source: the only kind of number a system is made of.
#pragma once

#include "model/base/units.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace supernode {

// How far a number can be trusted, best first. "Fitted" is a constant of ours adjusted to published
// results; "assumption" is a value nobody published or that a person typed in.
enum class Grade : std::uint8_t {
    Vendor,
    Paper,
    Measured,
    Analyst,
    Press,
    Derived,
    Fitted,
    Assumption,
    Modelled
};

std::string_view toString(Grade grade);
std::optional<Grade> gradeFromString(std::string_view word);

// Where a number comes from and how it is written there.
struct Provenance {
    double shown = 0; // the number in `unit`, as the source prints it
    std::string unit; // "Gbit/s"
    Grade grade = Grade::Assumption;
    std::string source; // key into SystemSpec::sources, "" for an assumption
    std::string id;     // fact id such as "A1.14", "" where none exists
    std::string note;   // derivation, conflict, or why it is assumed

    bool operator==(const Provenance&) const = default;
};

template <class Value>
struct Fact {
    Value value{};
    Provenance from;

    bool operator==(const Fact&) const = default;
};

} // namespace supernode
