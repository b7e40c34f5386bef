// SPDX-License-Identifier: GPL-3.0-or-later
// Records a run of any length as a bounded number of stretches with the mean rates of each.
//
// As long as there are few events each is a stretch of its own. Then neighbours are merged, and from there on
// a stretch takes in 2, 4, 8... events, whose mean is what was sent over how long it took. The first and
// the last event stay as they were. Cost: O(flows) for each stretch, not for each event.
#pragma once

#include "model/simulation/fluid.h"
#include "model/simulation/incremental.h"

namespace supernode {

// A flow that runs, by its seat: `left` bytes at the moment `since`.
struct Moving {
    double left = 0, since = 0, rate = 0;
    std::uint32_t flow = 0;

    double leftAt(double time) const { return left - rate * (time - since); }
};

// What is known of all flows between two events, those that wait and those that ended, too. A view.
struct Volumes {
    const IncrementalSharing& sharing;
    const std::vector<Moving>& moving;
    std::span<const double> bytes;
    std::span<const double> finish; // infinite for those that have not ended

    double rate(std::uint32_t flow) const {
        return sharing.active(flow) ? moving[sharing.seatOf(flow)].rate : 0;
    }
    double leftAt(std::uint32_t flow, double time) const {
        if (sharing.active(flow))
            return moving[sharing.seatOf(flow)].leftAt(time);
        return finish[flow] < SharingProblem::unlimited ? 0 : bytes[flow];
    }
};

class StretchRecorder {
public:
    enum class Position : std::uint8_t { Within, Last };

    // From `start` to `end` the rates were those of `volumes`.
    void add(double start, double end, const Volumes& volumes, Position position);
    std::vector<Stretch> take();

private:
    void close(double time, const Volumes& volumes);
    void halve();

    std::vector<Stretch> m_stretches;
    std::size_t m_stride = 1, m_pending = 0; // events that a stretch takes in, and has so far
    double m_begin = 0;                      // of the stretch that is open
    std::vector<double> m_leftAtBegin;
};

} // namespace supernode
