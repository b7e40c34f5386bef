// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of the timeline: where its marks are, where a step goes, which time scales there are.
//
// Pure; any thread. A scale is the time there that passes in one second here.
#pragma once

#include "model/outcome/outcome.h"

#include <QString>

#include <vector>

namespace supernode {

struct TimeMark {
    Duration at;
    QString text; // "360 µs"
};

// Marks at 1, 2 or 5 times a power of ten, at least `leastGap` pixels apart on `width` pixels.
// Promise: marks are round and never crowd. [TimelineScale.MarksAreRoundAndKeepTheirDistance]
std::vector<TimeMark> timeMarks(Duration from, Duration to, double width, double leastGap);
inline std::vector<TimeMark> timeMarks(Duration end, double width, double leastGap) {
    return timeMarks(Duration(), end, width, leastGap);
}

// The boundary of an interval after or before a time; the end or zero when there is none.
Duration nextBoundary(const Outcome& outcome, Duration from);
Duration previousBoundary(const Outcome& outcome, Duration from);

// One step along ..., 1, 2, 5, 10, 20, 50, ... in microseconds or whatever the scale is near.
Duration slowerScale(Duration scale);
Duration fasterScale(Duration scale);
// About ten seconds for the whole outcome.
Duration scaleFor(Duration end);
// What of an outcome is worth those ten seconds: all of it, or two rounds and a half of phases that repeat.
// Promise: of work that repeats itself one round can be followed.
// [TimelineScale.OneRoundOfRepeatedWorkCanBeFollowed]
Duration worthWatching(const Outcome& outcome);
// The middle of the first interval from there on in which something is sent; `from` when there is none.
Duration busyFrom(const Outcome& outcome, Duration from);
QString scaleSentence(Duration scale); // "1 s here = 50 µs there"

} // namespace supernode
