// SPDX-License-Identifier: GPL-3.0-or-later
// What the memory of one rank has to hold, how much is missing, and how many sequences would fit.
//
// Weights of what the rank holds (of a rank with routed experts or one for shared experts, the larger), the
// cache of its sequences at their full length, the rows that the widest operator of a layer reads and writes,
// and the buffers in which rows for experts arrive. Of the modules that predict further tokens, weights and
// cache, too. Units: bytes. Limits: no fragmentation, no code, no second copy of weights; the caller decides
// how much of the memory he gives. Promise: the buffers of CloudMatrix' decode are 225 and 420 MiB.
// [Memory.ExchangeBuffersAreThoseThatWerePublished] Promise: what fits is found exactly.
// [Memory.OneSequenceMoreThanFitsIsTooMuch]
#pragma once

#include "model/workload/operators.h"

namespace supernode {

// Every peer may send all its tokens at once, as low-latency kernels reserve; or what arrives on average.
enum class BufferRule : std::uint8_t { WorstCase, Mean };

struct RankMemory {
    Bytes capacity;
    Bytes weights;
    Bytes cache;
    Bytes activations;
    Bytes buffers;
    double sequencesThatFit = 0; // whole; 0 when the weights alone are too large

    Bytes needed() const { return weights + cache + activations + buffers; }
    Bytes missing() const { return needed() > capacity ? needed() - capacity : Bytes(); }
    bool operator==(const RankMemory&) const = default;
};

Bytes weightsOfRank(const ModelSpec& model, const Execution& run);
RankMemory memoryOf(const ModelSpec& model, const Execution& run, const Batch& batch, Bytes capacity,
                    BufferRule rule);
// "batch" or "sharding", what is missing and what would fit; nothing when it fits.
std::optional<Issue> check(const RankMemory& memory);

} // namespace supernode
