// SPDX-License-Identifier: GPL-3.0-or-later
// The nearest work that all machines of a comparison can do, where one of them cannot do what is asked.
//
// Fewer ranks or chips first (nearestFair in model/outcome/compared_work.h); then, for a language model,
// numbers of a format that all of them have (that which is asked, else 8 bits, else BF16) and the largest
// batch of a chip that fits the memory of each. Nothing else is changed.
// Pure; any thread; some twenty evaluations. Promise: all of them can do it, and not one request more.
// [FairWork.TheLargestBatchThatAllCanHold]
#pragma once

#include "model/outcome/compared_work.h"

namespace supernode {

// Empty: all can do what was asked, or no such change helps.
std::optional<Scenario> fairWork(const Scenario& scenario, std::span<const Contender> others);

} // namespace supernode
