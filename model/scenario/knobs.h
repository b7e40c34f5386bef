// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can turn on a workload: each field by name, unit, range and a sentence, read and set by its
// name.
//
// Made from the list in workload_fields.h, so that a new field is a knob as soon as it has its words here.
// Numbers are in the unit that the knob names (sizes in bytes, shares of one); words are those of scenario
// files. Pure; any thread. Errors: a field that the workload does not have, a word it does not know, a number
// outside its range. Promise: every field of every workload has words.
// [Knobs.EveryFieldOfEveryWorkloadHasWords] Promise: what was set is what is read. [Knobs.WhatWasSetIsRead]
#pragma once

#include "model/scenario/workload_fields.h"
#include "model/system/system_spec.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace supernode {

// Number: any value; Whole: counts and seeds; Size: bytes; Choice: one of the words; Text: a name.
enum class KnobForm : std::uint8_t { Number, Whole, Size, Choice, Text };
enum class KnobScale : std::uint8_t { Linear, Doubling, Decades };

struct KnobWords {
    std::string_view field;    // "context_tokens"
    std::string_view name;     // "Context"
    std::string_view unit;     // "tokens"; "" for shares, words and plain counts
    std::string_view sentence; // what it means to the work
    Range usual = {};          // what a slider spans; 0, 0 where the machine or the form decides
    KnobScale scale = KnobScale::Doubling;
    std::string_view zero = {}; // what 0, or nothing, means: "all", "largest that fits"
};

struct Knob {
    const KnobWords* words = nullptr; // lives as long as the program
    KnobForm form = KnobForm::Number;
    Range allowed = {};               // values that the model takes
    Range usual = {};                 // what a slider spans on this machine
    std::optional<double> value = {}; // of numbers; empty: there is none
    bool mayBeNone = false;
    std::string word = {}; // of choices and texts
    std::vector<std::string_view> choices = {};
};

// All knobs of a workload, in the order of its file. The model of a language workload is a Text.
std::vector<Knob> knobsOf(const Workload& workload, const SystemSpec& system);

// The workload with one field changed; nothing else changes.
Result<Workload> withNumber(Workload workload, std::string_view field, std::optional<double> value);
Result<Workload> withWord(Workload workload, std::string_view field, const std::string& word);

// The id of the language model that a workload names; null where it has none.
const std::string* modelIn(const Workload& workload);

} // namespace supernode
