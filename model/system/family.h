// SPDX-License-Identifier: GPL-3.0-or-later
// The same machine with another number of chips: cut down, or several supernodes of it.
//
// Rule: whole nodes are left out (or, below one node, chips of it). Planes and all links of a leaf chip stay;
// second-tier chips go by whole switch racks, as many as the ports of the nodes need. For CloudMatrix 384
// that is 14 boxes for every 96 NPUs begun, which gives all five rows of Table 11 (fact A3.52). With three
// tiers whole pods are left out. More chips than one supernode has are several supernodes of its size. Price
// and power follow the number of chips, graded as an assumption unless whole supernodes are counted. Errors:
// numbers of chips that are not whole nodes, pods or supernodes. Promise: the boxes are those of Table 11.
// [Family.TheSwitchBoxesAreThoseOfTable11]
#pragma once

#include "model/system/system_spec.h"

namespace supernode {

Result<SystemSpec> resized(const SystemSpec& base, int chips);

} // namespace supernode
