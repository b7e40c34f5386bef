// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/frame_times.h"

#include <algorithm>

namespace supernode {

void FrameTimes::add(double milliseconds) {
    if (m_last.size() < kept)
        m_last.push_back(milliseconds);
    else
        m_last[m_frames % kept] = milliseconds;
    ++m_frames;
}

FrameTimes FrameTimes::without(std::size_t first) const {
    FrameTimes rest;
    const std::size_t oldest = m_frames - m_last.size();
    for (std::size_t i = std::max(first, oldest); i < m_frames; ++i)
        rest.add(m_last[i % kept]);
    return rest;
}

double FrameTimes::share(double part) const {
    if (m_last.empty())
        return 0;
    std::vector<double> sorted = m_last;
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

} // namespace supernode
