// SPDX-License-Identifier: GPL-3.0-or-later
// Where the time of a workload goes: seconds by cause, and for each cause its name and the fact that moves
// it.
//
// Costs of things that follow each other add up. Units: seconds. Thread: values.
#pragma once

#include "model/scenario/scenario.h"
#include "model/workload/plan.h"
#include "model/workload/roofline.h"

#include <array>
#include <cstdint>
#include <string>

namespace supernode {

enum class Cause : std::uint8_t {
    Attention, // scores and sums on the matrix units
    Products,  // dense products on the matrix units
    Experts,   // products of routed and shared experts on the matrix units
    Memory,    // weights and caches out of the HBM
    Vector,    // element-wise work
    Launch,    // of operators
    DispatchStart,
    DispatchWire,
    CombineStart,
    CombineWire,
    Collective, // among tensor ranks
    Step,       // once in each pass
    Cache,      // arrival of cached keys and values
    Ring,       // keys and values among context ranks
    Gradients,  // sums of gradients and copies of weights among data ranks
    Optimizer,  // update of the weights
    Pipeline    // waiting of pipeline stages for each other
};
constexpr std::size_t causes = 17;

struct Cost {
    std::array<double, causes> seconds{};

    double& operator[](Cause cause) { return seconds[static_cast<std::size_t>(cause)]; }
    double operator[](Cause cause) const { return seconds[static_cast<std::size_t>(cause)]; }
    double total() const;
    Cost operator+(const Cost& other) const;
    Cost operator*(double times) const;
    Cause largest() const;
    bool operator==(const Cost&) const = default;
};

// How a rank runs the operators of one stream.
struct Speed {
    Roofs roofs; // with the matrix rates of its share of the cores
    // FLOP/s of products of experts by MatrixRate; 0: as of other products.
    std::array<double, 3> experts{};
    double vector = 0; // bytes/s of element-wise work
};

// Messages take nothing here; they are costed where they are sent.
Cost costOf(const Operator& part, const Speed& speed);

std::string_view nameOf(Cause cause); // "attention on the matrix units"
WorkLimit roofOf(Cause cause);        // element-wise work counts as the HBM's, whose rate it takes a share of
// The fact whose rise moves the cause, for a run in these formats on this machine; "" where there is none.
std::string pathOf(Cause cause, const Numbers& numbers, const SystemSpec& system);
// One sentence for a pass that takes `cost`; `what` is the thing that takes the time: "a step of decode".
// Promise: the fact that is named moves the headline. [Decode.TheFactThatLimitsMovesTheHeadline]
Limit limitOf(const Cost& cost, const Numbers& numbers, const SystemSpec& system, const std::string& what);

} // namespace supernode
