// SPDX-License-Identifier: GPL-3.0-or-later
// Records a run of any length as a bounded number of stretches with the mean rates of each.
//
// As long as there are few events each is a stretch of its own. Then neighbours are merged, and from there on
// a stretch takes in 2, 4, 8... events, whose mean is what was sent over how long it took. The first and
// the last event stay as they were. Cost: O(flows) for each stretch, not for each event.
#pragma once

#include "model/simulation/fluid.h"

namespace supernode {

// What is known of all flows between two events: `left` bytes at the moment `since`.
struct Volumes {
    std::vector<double> left, since, rate;

    double leftAt(std::size_t flow, double time) const {
        return left[flow] - rate[flow] * (time - since[flow]);
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
