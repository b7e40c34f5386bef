// SPDX-License-Identifier: GPL-3.0-or-later
// How fast frames were drawn, the last few hundred of them. Units: milliseconds. Thread: one.
#pragma once

#include <cstddef>
#include <vector>

namespace supernode {

class FrameTimes {
public:
    void add(double milliseconds);
    std::size_t frames() const { return m_frames; }
    double median() const { return share(0.5); }
    double percentile99() const { return share(0.99); }
    // Without the first so many, which open windows and fill caches.
    // Promise: what was slow at first is left out. [FrameTimes.WithoutTheFirstLeaveOutWhatWasSlowThen]
    FrameTimes without(std::size_t first) const;

private:
    double share(double part) const;

    static constexpr std::size_t kept = 512;
    std::vector<double> m_last;
    std::size_t m_frames = 0;
};

} // namespace supernode
