// SPDX-License-Identifier: GPL-3.0-or-later
// A machine from JSON: words, and every number with unit, grade and source.
//
// Format: "schema": 1, "kind": "system", then the parts chip, node, fabric, hall and cost, and if there are
// such scale_out, vpc and transfer, with the numbers at the paths of visitFacts() as {"value", "unit",
// "grade", "source", "fact", "note"}. Errors: issues by field; those of check(SystemSpec) too, so that a
// value is a machine that can be built. Promise: both built-in systems are read by this parser.
// [SystemFile.TheBuiltInSystemsAreRead]
#pragma once

#include "model/system/system_spec.h"

#include <string_view>

namespace supernode {

Result<SystemSpec> readSystem(std::string_view json);

} // namespace supernode
