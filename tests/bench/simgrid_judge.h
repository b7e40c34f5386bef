// SPDX-License-Identifier: GPL-3.0-or-later
// SimGrid as an independent judge of fair rates and finish times, on the same flows and links.
//
// Its model is set up to be pure max-min sharing: CM02, no cross traffic, no latency (it would be a weight).
// One host for each end of a flow in each zone, one-way routes of the flow's resources. A limit is a link of
// its own. It knows neither loads other than 1 nor weights, ignores links of capacity 0, and merges events
// within 1e-9 s: give it times well above. Each question runs in a process of its own, since a process has
// one engine.
#pragma once

#include "tests/bench/problems.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace supernode::bench {

struct JudgedRun {
    std::vector<double> finish; // per flow, seconds
    // Processor time without the making of hosts, links and routes, and that of the same flows once more in
    // the same engine, whose memory is warm by then.
    double seconds = 0, again = 0;
};

// "SimGrid 3.32.0" as loaded.
std::string judgeVersion();

// Nothing when the judge failed. A pair of hosts of a zone must always take the same resources. `bytes` are
// whole numbers; `start` empty: all at 0.
std::optional<JudgedRun> judgeRun(const SharingProblem& problem, const std::vector<Ends>& ends,
                                  const std::vector<double>& bytes, const std::vector<double>& start = {});

// Rates while all flows run, bytes per second.
std::optional<std::vector<double>> judgeRates(const SharingProblem& problem, const std::vector<Ends>& ends);

} // namespace supernode::bench
