// SPDX-License-Identifier: GPL-3.0-or-later
// What one operator does on one rank: arithmetic, bytes of memory, bytes on the fabric, and how long it
// takes.
//
// Enough to stand under a roof. Units: FLOPs with a multiply-add as 2, bytes, all of one rank and one run.
// Limit: the rank is the one that sets the pace, with the hottest experts; of what it sends, the part to
// itself is left out. Thread: values.
#pragma once

#include "model/base/units.h"
#include "model/workload/lane.h"
#include "model/workload/numbers.h"

#include <optional>
#include <string>

namespace supernode {

// Which roof holds it: Software is what no roof explains, launches and start-ups.
enum class WorkLimit : std::uint8_t { Compute, Memory, Fabric, Software };

struct WorkPoint {
    std::string name;  // "routed experts"
    std::string stage; // "layer with experts"
    std::string phase; // of the timeline, without the name of the microbatch: "experts"
    Lane lane = Lane::Compute;
    double flops = 0;
    double memoryBytes = 0; // read and written
    double fabricBytes = 0; // sent
    Duration time;          // of one run
    double repeats = 1;     // runs in a pass
    std::string limitedBy = {};
    WorkLimit limit = WorkLimit::Software;
    std::optional<MatrixRate> rate = {}; // of the matrix unit that it uses; empty: none

    bool operator==(const WorkPoint&) const = default;
};

} // namespace supernode
