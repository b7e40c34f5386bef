// SPDX-License-Identifier: GPL-3.0-or-later
// Serving: requests arrive at random, pass prefill instances, move their cache, and decode until they end.
//
// Prefill and decode instances stand on chips of their own, decode first; each kind runs as its first
// instance does. Times of passes and steps are those of prefill.h and decode.h; requests queue as in
// serving_queue.h. A cache moves from the ranks that filled it to one rank over the transfer network, as fast
// as one rank's link carries it. With prediction the module is used where the model has one. Timeline: one
// request at the median, without other requests' traffic. Errors: those of both kinds of instance, more
// arrivals than the instances can take, with the most that they can. Promise: more arrivals than can be
// served are refused with the most that can. [Serving.TooManyArrivalsAreRefusedWithTheMostThatCanBeServed]
#pragma once

#include "model/workload/plan.h"

namespace supernode {

Result<Plan> planOf(const Asked& asked, const Serving& workload);

} // namespace supernode
