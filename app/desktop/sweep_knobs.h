// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can vary in a sweep: every knob of the work and of the machine, with the values as a person
// writes them and as `supernode sweep` has them.
//
// Made from the tables of knobs.h and fact_knobs.h; beside them the machine, the routing and what fails.
// Values are written with commas ("1, 2, 4 GiB"), or as "1 to 7", "1 to 7 by 2". Pure, apart from the
// language. Thread: GUI. Errors: a value that is not understood, with what would be.
// Promise: the values that are offered are understood, and more than one.
// [SweepKnobs.WhatIsOfferedIsUnderstood]
#pragma once

#include "app/files/variation.h"
#include "model/outcome/outcome.h"
#include "model/scenario/knobs.h"

#include <QString>

#include <vector>

namespace supernode {

struct SweepKnob {
    std::string path;                                          // of the variation
    QString title, sentence;                                   // in the language
    Knob knob = {};                                            // of numbers; empty words where `choices` are
    double perUnit = 1;                                        // of a fact
    std::vector<std::pair<std::string, QString>> choices = {}; // as a sweep has them, in the language
    QString ready = {};                                        // values that are offered
    bool isFree = false;                                       // words of its own: what fails
};

// The ones that matter most first: those of the work, then of the machine by audience.
std::vector<SweepKnob> sweepKnobsOf(const Outcome& outcome);
Result<Variation> readValues(const SweepKnob& knob, const QString& text);
QString shownValue(const SweepKnob& knob, const std::string& value);

} // namespace supernode
