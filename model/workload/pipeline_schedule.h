// SPDX-License-Identifier: GPL-3.0-or-later
// 1F1B played through: when each pipeline stage does which microbatch forward and backward.
//
// The model is cut into stages x virtual parts; part i is done by stage i modulo stages. A stage first goes
// forward as often as it takes until the first microbatch comes back, then one forward and one backward in
// turn, then only backward. With virtual parts the order is the interleaved one of Megatron: microbatches in
// groups of as many as there are stages, all parts of a group before the next group. A slot begins when the
// stage is free and what it needs has arrived; sending does not keep a stage busy. Units: seconds.
// Preconditions: with virtual parts, microbatches are a multiple of the stages. Thread: pure.
// Promise: equal stages idle (p - 1) / (v m + p - 1) of the time. [PipelineSchedule.TheBubbleIsTheClosedForm]
// Promise: no slot begins before what it needs is there. [PipelineSchedule.NothingBeginsBeforeWhatItNeeds]
#pragma once

#include <cstdint>
#include <vector>

namespace supernode {

struct PipelineWork {
    int stages = 1, virtualParts = 1, microbatches = 1;
    // Of each part, in the order of the model; handover i is that between parts i and i + 1, either way.
    std::vector<double> forward, backward, handover;

    int parts() const { return stages * virtualParts; }
};

enum class PassDirection : std::uint8_t { Forward, Backward };

struct Slot {
    PassDirection direction = PassDirection::Forward;
    int part = 0, microbatch = 0;
    double start = 0, end = 0;
};

struct PipelineSchedule {
    std::vector<std::vector<Slot>> slots; // of each stage, in their order
    double end = 0;                       // of the last slot

    double busy(int stage) const;
    double idleShare() const; // of all stages from 0 to the end
};
PipelineSchedule scheduleOf(const PipelineWork& work);

// Slots of a stage before its first backward one.
int warmUpOf(const PipelineWork& work, int stage);
// Most microbatches of one part that the stage keeps at the same time.
int inFlight(const PipelineWork& work, int stage);

// From `begin` on all stages repeat what they do every `period`, so often; 0: never. Seen from stage 0: from
// its first backward slot until it runs out of forward ones.
struct SteadyState {
    double begin = 0, period = 0;
    int periods = 0;

    double end() const { return begin + period * periods; }
};
SteadyState steadyStateOf(const PipelineWork& work, const PipelineSchedule& schedule);

} // namespace supernode
