// SPDX-License-Identifier: GPL-3.0-or-later
// Plans of workloads that are one burst of traffic: everybody starts after one latency.
//
// The latency is that of the farthest pair that the machine could have to serve, and passes once. Flows that
// were drawn by hand start at their own times after it. A network without published shares and latencies runs
// at line rate, which is warned of.
// Errors: ends that do not exist, are the same or have no link; more ranks than there are; a matrix that does
// not fit; networks that the machine lacks; more flows than the model can hold.
#pragma once

#include "model/workload/plan.h"

namespace supernode {

Result<Plan> planOf(const Asked& asked, const AllToAll& workload);
Result<Plan> planOf(const Asked& asked, const Permutation& workload);
Result<Plan> planOf(const Asked& asked, const Incast& workload);
Result<Plan> planOf(const Asked& asked, const Hotspot& workload);
Result<Plan> planOf(const Asked& asked, const KvTransfer& workload);
Result<Plan> planOf(const Asked& asked, const PointToPoint& workload);
Result<Plan> planOf(const Asked& asked, const Flows& workload);
// Nothing is sent: no steps.
Result<Plan> planOf(const Asked& asked, const Specification& workload);

} // namespace supernode
