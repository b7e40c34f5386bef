// SPDX-License-Identifier: GPL-3.0-or-later
// The published facts that numbers of a system and cases refer to by id.
//
// Errors: issues by field. Values stay as the source prints them: a number, a list, or a short text.
#pragma once

#include "model/system/system_spec.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace supernode {

struct PublishedFact {
    std::string id;     // "A1.14"
    std::string system; // as the source names it: "CloudMatrix384"
    std::string quantity;
    std::string value;           // for reading: "224", "164 / 167"
    std::vector<double> numbers; // empty when the value is a text
    std::string unit;
    Grade grade = Grade::Vendor;
    std::string confidence; // high, medium, low
    std::string source;     // key into FactTable::sources
};

struct FactTable {
    std::map<std::string, Source> sources;
    std::vector<PublishedFact> facts; // in the order of the file

    const PublishedFact* find(std::string_view id) const; // null when there is none
};

Result<FactTable> readFacts(std::string_view json);

} // namespace supernode
