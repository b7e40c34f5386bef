// SPDX-License-Identifier: GPL-3.0-or-later
// Plans of workloads that are one burst of traffic: everybody starts at once, after one latency.
//
// Errors: ends that do not exist or have no link, more flows than the model can hold. Shares and latencies
// that the system does not publish are warned of.
#pragma once

#include "model/workload/plan.h"

namespace supernode {

Result<Plan> planOf(const Asked& asked, const AllToAll& workload);
Result<Plan> planOf(const Asked& asked, const Permutation& workload);
Result<Plan> planOf(const Asked& asked, const Incast& workload);
Result<Plan> planOf(const Asked& asked, const PointToPoint& workload);
// Nothing is sent: no steps.
Result<Plan> planOf(const Asked& asked, const Specification& workload);

} // namespace supernode
