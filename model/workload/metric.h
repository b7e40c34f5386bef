// SPDX-License-Identifier: GPL-3.0-or-later
// A number that answers a question, with its unit, what it means and how it was made.
//
// Thread: values.
#pragma once

#include "model/system/fact.h"

#include <cstdint>
#include <string>
#include <vector>

namespace supernode {

// A number that went into a metric.
struct Term {
    std::string name; // as the formula says it
    double value = 0; // in `unit`
    std::string unit;
    Grade grade = Grade::Modelled;
    std::string path = {}; // of the fact in the system file or of the field in the scenario; "" for neither

    bool operator==(const Term&) const = default;
};

struct Metric {
    std::string id;   // "throughput"
    std::string name; // "Throughput"
    double value = 0; // in `unit`
    std::string unit; // "TB/s"
    std::string per;  // "system", "chip", "endpoint", "pair", "" where it has no owner
    Grade grade = Grade::Modelled;
    std::string sentence; // what it means and how it was made, one sentence
    enum class Better : std::uint8_t { Higher, Lower, Neither } better = Better::Neither;
    std::string formula = {};     // "payload / time", in the names of the terms
    std::vector<Term> terms = {}; // in the order of the formula
    // Where a part of it is not published, as a latency: the true value lies on one side.
    enum class Bound : std::uint8_t { None, AtLeast, AtMost } bound = Bound::None;
};

} // namespace supernode
