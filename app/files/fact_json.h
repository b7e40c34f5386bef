// SPDX-License-Identifier: GPL-3.0-or-later
// One number of a file with its unit, grade and source: {"value", "unit", "grade", "source", "fact", "note"},
// and what other documents print for it: "also", a list of the same without units.
//
// Errors: issues of the object. A grade other than "assumption" needs a source of the same file.
#pragma once

#include "app/files/json_reader.h"
#include "model/system/facts_of_system.h"

#include <limits>
#include <map>
#include <string>
#include <type_traits>

namespace supernode {

void readProvenance(JsonObject& object, const std::map<std::string, Source>& sources, Provenance& from);

// "also" of a fact, in the unit of the fact.
std::vector<Provenance> readAlso(JsonObject& object, const std::map<std::string, Source>& sources,
                                 const std::string& unit);

// Whoever takes "also" calls readAlso() first; elsewhere it is an unknown key.
template <class Value>
void readFact(JsonObject& object, const std::map<std::string, Source>& sources, Fact<Value>& fact) {
    const Dimension dimension = dimensionOf(fact.value);
    fact.from.unit = object.text("unit");
    const std::optional<double> scale = unitScale(dimension, fact.from.unit);
    if (!scale)
        object.refuse("unit", "\"" + fact.from.unit + "\" does not fit here",
                      "give " + allowedUnits(dimension));
    if constexpr (std::is_same_v<Value, int>) {
        fact.value = static_cast<int>(object.whole("value", 0, std::numeric_limits<int>::max()));
        fact.from.shown = fact.value;
    } else {
        fact.from.shown = object.number("value");
        fact.value = Value::fromBase(fact.from.shown * scale.value_or(1));
    }
    readProvenance(object, sources, fact.from);
    object.done();
}

// Lower-case letters, digits and hyphens, which name a file too.
bool isFileId(std::string_view text);

} // namespace supernode
