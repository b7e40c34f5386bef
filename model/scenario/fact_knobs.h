// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can turn on a machine: facts of the system file by name, unit, range and a sentence, and the
// changes that set one.
//
// One table; which rows there are depends on the machine. A knob's field is the path of its fact; its value
// is in the knob's unit, `perUnit` of the fact's own unit. Choices are words: a chip's bins, the published
// powers. Setting a fact takes along what follows from it: other formats of the chip scale with its bin, and
// a hall that becomes too small gets racks. Pure; any thread. Errors: a value that makes no machine, with the
// field and the nearest value that does. Promise: every row is a fact of a machine and can be set to what it
// is. [FactKnobs.EveryRowIsAFactThatCanBeSetToItself]
#pragma once

#include "model/scenario/knobs.h"
#include "model/scenario/scenario.h"

namespace supernode {

enum class Audience : std::uint8_t { Visitor, Student, Explorer };

struct FactKnob {
    Knob knob;
    Audience audience = Audience::Explorer; // who should meet it first
    double perUnit = 1;
};

// `system`: after the changes, as it is shown.
std::vector<FactKnob> factKnobsOf(const SystemSpec& system);

// All changes that go with it. `value` in the knob's unit; of a choice its word.
// Promise: a refusal names the field and the nearest possible value.
// [FactKnobs.ARefusalNamesTheNearestPossibleValue]
Result<std::vector<SetFact>> settingFact(const Scenario& scenario, std::string_view path, double value);
// The same for any fact of the machine, with `value` in the fact's own unit, as a file has it.
Result<std::vector<SetFact>> settingOwnFact(const Scenario& scenario, const std::string& path, double value);
// The number in the system file that a word of a choice stands for; nothing for other words.
std::optional<double> valueOfChoice(const SystemSpec& system, std::string_view path, std::string_view word);
Result<std::vector<SetFact>> choosingFact(const Scenario& scenario, std::string_view path,
                                          const std::string& word);

} // namespace supernode
