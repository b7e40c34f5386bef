// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/cache_moves.h"

#include "model/simulation/fluid.h"
#include "model/traffic/operation.h"

#include <algorithm>
#include <cmath>

namespace supernode {

Result<CacheMoves> moveCaches(const Asked& asked, Network network, Bytes prompt,
                              std::span<const std::uint32_t> prefill, std::span<const std::uint32_t> decode) {
    using Answer = Result<CacheMoves>;
    const Fabric& fabric = asked.fabric;
    if (!fabric.system().has(network))
        return Answer::refused(noSuchNetwork(fabric.system(), network));
    const Operation operation = network == Network::ScaleUp ? Operation::Read : Operation::Line;
    const Overhead overhead =
        overheadOf(fabric.system(), operation, Target::Endpoint, asked.warnings, network);
    const RouteBy by{network, asked.scenario.routing, asked.scenario.routingSeed};
    std::vector<Transfer> all;
    for (std::size_t i = 0; i < prefill.size(); ++i)
        all.push_back({fabric.id(ElementKind::Endpoint, prefill[i]),
                       fabric.id(ElementKind::Endpoint, decode[i % decode.size()]), prompt.base()});
    const auto between = [&](std::size_t from, std::size_t to) {
        const auto at = [&](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
        return transfers(fabric, asked.state, {at(from), at(to)}, overhead, by,
                         std::to_string(to - from) + " transfers of caches");
    };
    Result<Traffic> traffic = between(0, all.size());
    if (!traffic)
        return Answer::refused(traffic.issues());
    double sum = 0, moved = 0;
    for (std::size_t first = 0; first < all.size(); first += decode.size()) {
        const Result<Traffic> wave = between(first, std::min(first + decode.size(), all.size()));
        for (const double finish : runFluid(*wave, {.recording = Recording::None}).finish)
            if (std::isfinite(finish)) {
                sum += finish;
                ++moved;
            }
    }
    if (moved <= 0)
        return Answer::refused(Issue{"changes", "no rank of prefill reaches a rank of decode",
                                     "restore a way between them, or take another transfer network"});
    if (traffic->undelivered.pairs > 0)
        asked.warnings.push_back({"changes",
                                  std::to_string(traffic->undelivered.pairs) +
                                      " ranks of prefill do not reach their rank of decode",
                                  "their prompts are taken over by the others"});
    return CacheMoves{sum / moved, moved, exchangeLoads(asked.fabric, std::move(traffic).value())};
}

} // namespace supernode
