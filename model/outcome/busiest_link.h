// SPDX-License-Identifier: GPL-3.0-or-later
// Which link of an element is the busiest now.
//
// Units: utilization 0..1, wire load over capacity, the busier direction. Pure; any thread.
// Promise: it is as busy as useOf() says of the element. [BusiestLink.IsAsBusyAsItsElement]
// Promise: it says how many are as busy. [BusiestLink.CountsThoseThatAreAsBusy]
#pragma once

#include "model/outcome/outcome.h"

namespace supernode {

struct BusiestLink {
    LinkId link; // invalid: nothing moves; of several equally busy ones the first
    double utilization = 0;
    std::size_t alike = 0; // links that are as busy, to a thousandth, itself among them
};
// Counted as by useOf(): links of the planes, of others only where an element has no such.
BusiestLink busiestLink(const Outcome& outcome, const Interval& interval, ElementId element);

} // namespace supernode
