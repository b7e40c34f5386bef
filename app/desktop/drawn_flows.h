// SPDX-License-Identifier: GPL-3.0-or-later
// Flows drawn by hand: what a stroke from one element to another adds to a scenario, and how it is told.
//
// A die sends to a die; a larger part sends from each of its dies to the die at the same place of the other,
// going round where the other has fewer. The first flow takes the place of whatever the machine works on.
// Pure, apart from the language. Errors: ends without a die, both ends the same, more than 4,096 flows.
// Promise: each die of the larger part takes part once. [DrawnFlows.EachDieOfTheLargerPartTakesPartOnce]
#pragma once

#include "model/fabric/fabric.h"
#include "model/scenario/scenario.h"

#include <QString>

#include <utility>
#include <vector>

namespace supernode {

using Stroke = std::pair<ElementId, ElementId>; // from, to
Result<Scenario> withStrokes(const Scenario& scenario, const Fabric& fabric,
                             const std::vector<Stroke>& strokes, Bytes bytes);
Scenario withoutFlow(Scenario scenario, int index);
// "die 1 → die 2" by the names of the model, in the language; "" for an invalid end.
QString strokeText(const Fabric& fabric, const Stroke& stroke);

} // namespace supernode
