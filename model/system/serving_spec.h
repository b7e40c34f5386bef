// SPDX-License-Identifier: GPL-3.0-or-later
// What serving a language model costs on a machine beyond its products: vector work, steps, uneven experts.
//
// Absent: shares count as 1, times as 0, skews as 0, two streams do not run side by side, and
// the cache finds single tokens and sends them at the rate of the network.
#pragma once

#include "model/system/fact.h"

#include <optional>

namespace supernode {

struct ServingSpec {
    // Of the HBM rate that element-wise work (quantise, rotate, activate, add) reaches on the rows that the
    // operators read and write.
    std::optional<Fact<Ratio>> vectorShare;
    // What products of many small groups, one for each expert, reach of the dense rate of their numbers. One
    // share for all formats: of a machine that was measured in two, the faster took half the time (B5.18).
    std::optional<Fact<Ratio>> groupedShare;
    std::optional<Fact<Duration>> step; // once in each pass through all layers: launch of the graph, sampling
    // Of the matrix units that attention gets where it runs beside the experts of another microbatch.
    std::optional<Fact<Ratio>> attentionCores;
    // Spread (standard deviation over mean) of the popularity of what one slot for an expert gets: while
    // decoding, where copies follow the popularity; in prefill, where they do not.
    std::optional<Fact<Ratio>> decodeSkew;
    std::optional<Fact<Ratio>> prefillSkew;
    // Tokens whose keys and values the context cache keeps together: only whole blocks are found again.
    std::optional<Fact<int>> cacheBlock;
    // What one endpoint gets out of the pool of caches at most, whatever the network: by its software.
    std::optional<Fact<Bandwidth>> cacheRate;

    bool operator==(const ServingSpec&) const = default;
};

} // namespace supernode
