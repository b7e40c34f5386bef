// SPDX-License-Identifier: GPL-3.0-or-later
// Time: flows run at their fair rates until one starts or ends, then those that it concerns share again.
//
// Units: seconds, bytes, bytes per second. Events within 1e-12 of the same moment (relative) are one. What is
// left of a flow is touched only when its own rate changes, so finish times are exact to 1e-9 (relative)
// however many events a run has. A flow that nothing moves any more, as over a dead resource, never ends:
// its finish is infinite. With all starts at 0 and weights proportional to bytes no rate ever changes:
// the first sharing gives every finish time, since the flows that end first hold nobody back.
// Recording is bounded: when there would be more than mostStretches, neighbours between the first and the
// last are merged into one with their mean rates, so a long run costs no more memory than a short one, and
// any moment is found in a handful of steps. Without recording a run keeps a few numbers per flow and use.
// Limit of the model: fluid, no packets, no start-up cost; latencies are added by evaluate.
// Promise: every byte that is offered is delivered. [Fluid.DeliversEveryByte]
// Promise: when weights are proportional to bytes, one sharing gives every finish.
// [Fluid.OneSharingGivesEveryFinishWhenWeightsAreBytes]
// Thread: a Fluid object belongs to one thread at a time, the functions are pure.
// Promise: an object that is used again answers as a new one. [Fluid.AnswersAnewInTheMemoryOfTheRunBefore]
// Promise: a long run is recorded in bounded memory. [Fluid.RecordsALongRunInBoundedMemory]
#pragma once

#include "model/simulation/max_min.h"
#include "model/traffic/traffic.h"

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace supernode {

inline constexpr double sameEnd = 1 + 1e-12; // ends that are as near to each other are one

struct Stretch {
    double start = 0, end = 0; // seconds
    std::vector<double> rate;  // per flow, bytes per second; 0 while it does not run
};

enum class Recording : std::uint8_t { None, Stretches };

struct FluidOptions {
    std::span<const double> start = {}; // per flow, seconds, >= 0; empty: all at 0
    Recording recording = Recording::Stretches;
    std::stop_token stop = {};
};

struct FluidRun {
    static constexpr std::size_t mostStretches = 128;

    std::vector<Stretch> stretches; // in time order, without gaps, from 0 to end; none when not recorded
    std::vector<double> finish;     // per flow, seconds; infinite when it never ends
    std::vector<std::uint32_t> limitedBy;      // per flow, the resource that held it when it ended
    double end = 0;                            // of the last flow that ends
    std::size_t solves = 0;                    // moments at which flows shared anew
    Completion completion = Completion::Whole; // when cancelled, the rest is not to be used

    // The stretch that holds at a moment, null outside of 0 to end.
    const Stretch* at(double time) const;
};

// `bytes` per flow; a flow of 0 bytes ends when it starts.
FluidRun runFluid(const SharingProblem& problem, std::span<const double> bytes,
                  const FluidOptions& options = {});
FluidRun runFluid(const Traffic& traffic, const FluidOptions& options = {});

// The same, keeping its memory from one run to the next: most of the time of a first run is the first touch
// of memory.
class Fluid {
public:
    Fluid();
    Fluid(Fluid&&) noexcept;
    Fluid& operator=(Fluid&&) noexcept;
    ~Fluid();

    // `answer` is overwritten, its arrays are used again.
    void run(const SharingProblem& problem, std::span<const double> bytes, FluidRun& answer,
             const FluidOptions& options = {});
    void run(const Traffic& traffic, FluidRun& answer, const FluidOptions& options = {});

private:
    struct Memory;
    std::unique_ptr<Memory> m_memory;
};

} // namespace supernode
