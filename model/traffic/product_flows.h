// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody sends to everybody, rank i out[i] x in[j] bytes to rank j: as flows that one link holds.
//
// In such a pattern every pair may be different, but max-min sharing gives one level to all that a link
// holds, and sums of products tell which link holds whom (product_filling.h). Those flows are put together to
// one Flow, a bundle: solving the bundles gives the rates of the single flows. A die that all send too much
// to is one bundle instead of 767 flows. Bundles inside a group and across groups are kept apart where their
// overheads differ. Rules that pick a way for each pair (a hash, a plane per destination, the adaptive one)
// need the pairs: they get a flow for each, as byMatrix makes them. Units: bytes.
// Cost: a few operations for each pair. Errors: as byMatrix. Thread: pure.
// Promise: each pair goes as fast as by itself. [ProductFlows.ABundleGoesAsFastAsItsSingleFlows]
// Promise: what is cut off and who sends is told as for single flows.
// [ProductFlows.TellWhoSendsAndWhatIsCutOffAsSingleFlowsDo]
#pragma once

#include "model/traffic/traffic.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace supernode {

// `ends` are endpoints, `out` and `in` have one number >= 0 for each.
Result<Traffic> byProduct(const Fabric& fabric, const FabricState& state,
                          const std::vector<std::uint32_t>& ends, std::span<const double> out,
                          std::span<const double> in, Overhead overhead, RouteBy by = {},
                          const std::stop_token& stop = {});

} // namespace supernode
