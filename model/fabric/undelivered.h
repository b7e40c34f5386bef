// SPDX-License-Identifier: GPL-3.0-or-later
// Traffic that no route can carry.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace supernode {

struct Undelivered {
    static constexpr std::size_t mostExamples = 8;

    std::size_t pairs = 0; // all ordered pairs of ranks that got nothing
    std::vector<std::string>
        examples; // the first few: "node 1 npu 1 die 1 to node 2 npu 1 die 1: the sender is down"
};

} // namespace supernode
