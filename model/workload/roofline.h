// SPDX-License-Identifier: GPL-3.0-or-later
// How long one operator takes on one rank: the slower of its arithmetic and its memory traffic, and a launch.
//
// time = max(FLOPs / (dense rate x share), bytes / (HBM rate x share)) + launch. Shares and launch are the
// facts of the system's "compute" part; a rank has its chip's rates over its endpoints. Time of messages
// comes from elsewhere: an operator that only sends takes none here, and dispatch and combine take what they
// read and write. Units: seconds, FLOPs and bytes per second, as plain numbers. Limit: one share for all
// shapes; small and odd shapes reach less. Promise: an operator is as slow as the slower of both roofs.
// [Roofline.TheSlowerRoofDecides] Promise: the published GEMM and MLA figures come back.
// [RooflineFacts.PublishedUtilisationsComeBack]
#pragma once

#include "model/workload/operators.h"

#include <array>
#include <cstdint>

namespace supernode {

// What a rank reaches, shares included. A part of a rank, as of a stream beside another, is the same with
// smaller rates.
struct Roofs {
    std::array<double, 3> product{}; // FLOP/s by MatrixRate; 0 where there is no such unit
    std::array<double, 3> attention{};
    double memory = 0; // bytes/s
    double launch = 0; // s

    bool operator==(const Roofs&) const = default;
};

// Refused: a system without a number that these formats need, by its path in the system file.
Result<Roofs> roofsOf(const SystemSpec& system, const Numbers& numbers);

enum class Bound : std::uint8_t { Nothing, Compute, Memory, Launch };

struct OperatorTime {
    double compute = 0; // s
    double memory = 0;
    double launch = 0;

    double total() const { return (compute > memory ? compute : memory) + launch; }
    Bound bound() const; // the largest part; Nothing when it takes no time
    bool operator==(const OperatorTime&) const = default;
};

OperatorTime timeOf(const Operator& part, const Roofs& roofs);
double timeOf(const LayerParts& parts, const Roofs& roofs); // one after the other
// FLOPs a byte at which both roofs of a product are equally slow.
double ridge(const Roofs& roofs, MatrixRate rate);

} // namespace supernode
