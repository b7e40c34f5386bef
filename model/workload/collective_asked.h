// SPDX-License-Identifier: GPL-3.0-or-later
// What collectives and mixtures of experts check of a question in the same way.
#pragma once

#include "model/traffic/collective_groups.h"
#include "model/workload/plan.h"

#include <optional>
#include <string_view>

namespace supernode {

// A sentence for networks that the machine lacks.
std::optional<Issue> wrongNetwork(const Fabric& fabric, Network network);

// Work that spreads every transfer warns a scenario that asks for another rule.
void warnOfRouting(const Asked& asked);

// How the transfers of a collective pick their ways. Adaptive routing needs all transfers of a run at once:
// it is warned of, and each step spreads.
RouteBy routeOf(const Asked& asked, Network network);

// The position of a broadcast's root in the only group; "" is rank 0, or the first that is up.
Result<std::uint32_t> rootIn(const Asked& asked, const std::vector<std::uint32_t>& ranks,
                             const RankGroups& groups, std::string_view name);

} // namespace supernode
