// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario in as few characters as it takes, as one line of JSON: what a take-home code packs.
//
// [system, workload without what it has by itself, changes, routing, seed]; what is by itself at the end is
// left out. Changes: "fact.path", value sets; a text without a dot is a letter for a kind of element and the
// distances from one element to the next in the order of the fabric (46 digits that end a number, 46 that go
// on), failed; after a number, slowed to so many per cent; after null, restored; after
// [n], pairs of elements from which n parts on change places; after [], pairs of an endpoint and that which
// gets a copy of its hottest expert. Pure; any thread.
// Errors: a machine that does not come with the program; elements that the machine does not have.
// The text stands in codes that were printed: what was readable once stays readable.
// [ScenarioCode.ACodeThatWasPrintedOnceStaysReadable]
#pragma once

#include "model/scenario/scenario.h"

#include <string>
#include <string_view>

namespace supernode {

// Promise: what is read is the scenario that was written, names of elements as the fabric writes them.
// [ShortScenario.WhatIsReadIsWhatWasWritten]
Result<std::string> shortScenario(const Scenario& scenario);
Result<Scenario> readShortScenario(std::string_view text);

} // namespace supernode
