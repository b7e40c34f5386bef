// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes of trunks and single links.
//
// Limit: schematic. Real cables run in trays under the floor or above the racks; here each plane is an arch
// of its own, so that the planes can be told apart.
#pragma once

#include "views/scene/curve.h"

namespace supernode {

// The way of a trunk that holds this link. Two tiers: an arch from roof to roof. One tier: a bow beside the
// rack.
Curve trunkCurve(const Fabric& fabric, const Link& link);

// A single link from chip to chip, in front of the racks.
Curve linkCurve(const Fabric& fabric, const Link& link);

} // namespace supernode
