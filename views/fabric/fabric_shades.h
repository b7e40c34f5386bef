// SPDX-License-Identifier: GPL-3.0-or-later
// How busy and how whole each part of the rings is during one interval.
//
// A tile is as busy as its busiest link, a switch chip as the mean of its links that are alive, each link in
// its busier direction; a bunch is the mean of its members. Units: 0..1. Pure; any thread.
// Promise: a failed plane is a ring of failed parts. [FabricShades.AFailedPlaneIsARingOfFailedParts]
#pragma once

#include "model/outcome/outcome.h"
#include "views/fabric/fabric_picture.h"

namespace supernode {

struct Shade {
    float use = 0;
    float failed = 0;  // share of its members that are down
    float cut = 0;     // share of its links that are down
    float before = -1; // use in the baseline, over what was alive; below 0: nothing to compare with
    bool operator==(const Shade&) const = default;
};

// In the order of FabricPicture::parts. Without an interval nothing moves. `before`: what BaselineUse says of
// the same moment, or empty.
std::vector<Shade> shadesOf(const FabricPicture& picture, const Outcome& outcome, const Interval* interval,
                            std::span<const float> before = {});

} // namespace supernode
