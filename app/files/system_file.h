// SPDX-License-Identifier: GPL-3.0-or-later
// A machine from JSON: words, and every number with unit, grade and source.
//
// Format: "schema": 1, "kind": "system", then the parts chip, node, fabric, hall and cost, and where there
// are such scale_out, vpc, transfer, compute, power, collective and serving, with the numbers at the paths of
// visitFacts() as {"value", "unit", "grade", "source", "fact", "note"}. "base": "cloudmatrix384" starts from
// a built-in system instead, "chips": 256 from it with so many chips (family.h); the file then states only
// what differs, and null takes an optional number or part away. Errors: issues by field; those of
// check(SystemSpec) too, so that a value is a machine that can be built. Promise: every built-in system is
// read by this parser. [SystemFile.TheBuiltInSystemsAreRead] Promise: what is written is read as the same
// machine. [SystemFile.WhatIsWrittenIsReadAsTheSame]
#pragma once

#include "model/scenario/scenario.h"
#include "model/system/system_spec.h"

#include <functional>
#include <string_view>

namespace supernode {

// The built-in system of an id, null when there is none.
using BaseLookup = std::function<SystemPtr(std::string_view id)>;

Result<SystemSpec> readSystem(std::string_view json, const BaseLookup& lookup = {});

// Everything stated, without a base, so that it stands alone; what a person set has the grade assumption.
std::string writeSystem(const SystemSpec& system);

// The machine of a scenario with what is set in it; failed parts are no part of a machine, and left out. With
// another id and name when something is set. Errors: those of changedSystem().
Result<SystemSpec> ownMachine(const Scenario& scenario);

} // namespace supernode
