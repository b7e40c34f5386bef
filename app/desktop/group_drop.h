// SPDX-License-Identifier: GPL-3.0-or-later
// What a drag over the machine does to the placement of work: groups of a language model change places with
// what stands where they are dropped, and a die of a mixture of experts gives a copy of its hottest expert.
//
// A group that fills nodes moves by nodes, else by chips; it keeps its shape: its parts land on as many that
// follow each other from the one it is dropped on. Pure, apart from the language. Errors, with the nearest
// drop that works: no group where the drag begins, too few parts behind the drop, a drop onto itself, dies
// that take no part, an expert that is there already.
// Promise: a refused drop leaves the scenario. [GroupDropTest.ARefusedDropSaysTheNearestThatWorks]
#pragma once

#include "model/outcome/outcome.h"

#include <QString>

namespace supernode {

enum class Dragged : std::uint8_t { Whole, Expert, Tensor, Node }; // Whole: an instance or a stage

// Those that this answer has groups for; empty when it places none.
std::vector<Dragged> draggable(const Outcome& outcome);
// The group that has a die in this element; null: none of this kind.
const PlacedGroup* groupAt(const Outcome& outcome, Dragged what, ElementId element);

Result<Scenario> withDrop(const Scenario& scenario, const Outcome& outcome, Dragged what, ElementId from,
                          ElementId onto);
// A copy of the hottest expert of a die; `onto` invalid: on the rank with least to do that does not hold it.
Result<Scenario> withExpertCopy(const Scenario& scenario, const Outcome& outcome, ElementId from,
                                ElementId onto = {});
// A language model: one more expert on each die that holds some.
Result<Scenario> withOneMoreExpert(const Scenario& scenario, const Outcome& outcome);

} // namespace supernode
