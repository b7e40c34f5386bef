// SPDX-License-Identifier: GPL-3.0-or-later
// The work by which two machines are compared on the board, each done by the whole machine.
//
// Read of 512 bytes from another node; all-reduce of 512 MiB among all ranks; dispatch and combine of
// DeepSeek-R1's experts on 64 ranks with 128 tokens each; decode of DeepSeek-R1 at a context of 4,096 tokens
// in 8-bit numbers, with as many requests as get a token within 50 ms (found by halving, in whole requests a
// chip); prefill of prompts of 4,096 tokens by as many instances as fit; energy per token of that decode;
// serving in the split of all chips into prefill instances of 8 and decode instances of 32 that can take
// most arrivals, with as many as leave nine tenths within 4 s for the first token and 50 ms a further one;
// training of Llama 3 70B, 1,152 sequences a step, tensor ranks of 8, fully
// sharded. Each machine takes the 8-bit format that it has and instances of the size that was published for
// it. Errors of the model: the largest of the published results of that kind of work, on either machine.
// Limit: a prompt is prefilled by one rank, 1.4 s on CloudMatrix 384. A limit of 2 s would leave no room to
// wait for the pass before and would measure that, not the machine: 61 requests a second against 138, where
// 4 s give over 400.
// Pure; any thread; a few hundred milliseconds. Promise: no token takes longer than the limit.
// [Benchmarks.NoTokenTakesLongerThanTheLimit] Promise: a tenth more arrivals
// miss the limits. [Benchmarks.ServingIsWhatTheBestSplitLeavesInTime]
#pragma once

#include "views/charts/board_rows.h"

#include <string>
#include <utility>
#include <vector>

namespace supernode {

constexpr double tokenLimitMs = 50;
constexpr double inTimeShare = 0.9; // of the requests that are served

// In the order of benchmarks(). The machine as the scenario has it, with its changes; the work of the
// scenario is not used.
std::vector<BenchmarkNumber> benchmarksOf(const Scenario& machine);
// The largest error of each kind of work, by the word of the kind.
std::vector<std::pair<std::string, double>> knownErrors();
// Numbers of all machines set side by side, with the error of the model.
std::vector<Benchmark> benchmarks(const std::vector<Scenario>& machines);

} // namespace supernode
