// SPDX-License-Identifier: GPL-3.0-or-later
// A machine from JSON: words, and every number with unit, grade and source.
//
// Format: "schema": 1, "kind": "system", then the parts chip, node, fabric, hall and cost, and where there
// are such scale_out, vpc, transfer, compute, power, collective and serving, with the numbers at the paths of
// visitFacts() as {"value", "unit", "grade", "source", "fact", "note"}. "base": "cloudmatrix384" starts from
// a built-in system instead, "chips": 256 from it with so many chips (family.h); the file then states only
// what differs, and null takes an optional number or part away. Errors: issues by field; those of
// check(SystemSpec) too, so that a value is a machine that can be built. Promise: every built-in system is
// read by this parser. [SystemFile.TheBuiltInSystemsAreRead]
#pragma once

#include "model/system/system_spec.h"

#include <functional>
#include <string_view>

namespace supernode {

// The built-in system of an id, null when there is none.
using BaseLookup = std::function<SystemPtr(std::string_view id)>;

Result<SystemSpec> readSystem(std::string_view json, const BaseLookup& lookup = {});

} // namespace supernode
