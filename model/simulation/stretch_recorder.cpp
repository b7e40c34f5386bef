// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/stretch_recorder.h"

#include <algorithm>
#include <utility>

namespace supernode {

void StretchRecorder::add(double start, double end, const Volumes& volumes, Position position) {
    if (m_stride == 1 || position == Position::Last) {
        if (m_pending > 0)
            close(start, volumes);
        m_stretches.push_back({start, end, std::vector<double>(volumes.bytes.size())});
        for (std::uint32_t f = 0; f < volumes.bytes.size(); ++f)
            m_stretches.back().rate[f] = volumes.rate(f);
    } else {
        if (m_pending == 0) {
            m_begin = start;
            m_leftAtBegin.resize(volumes.bytes.size());
            for (std::uint32_t f = 0; f < m_leftAtBegin.size(); ++f)
                m_leftAtBegin[f] = volumes.leftAt(f, start);
        }
        if (++m_pending == m_stride)
            close(end, volumes);
    }
    if (m_stretches.size() > 2 * FluidRun::mostStretches) {
        halve();
        m_stride *= 2;
    }
}

void StretchRecorder::close(double time, const Volumes& volumes) {
    Stretch stretch{m_begin, time, std::vector<double>(m_leftAtBegin.size())};
    for (std::uint32_t f = 0; f < stretch.rate.size(); ++f)
        stretch.rate[f] = std::max(m_leftAtBegin[f] - volumes.leftAt(f, time), 0.0) / (time - m_begin);
    m_stretches.push_back(std::move(stretch));
    m_pending = 0;
}

// Joins stretches two by two with their mean rates, but for the first and the last.
void StretchRecorder::halve() {
    std::vector<Stretch> merged;
    merged.push_back(std::move(m_stretches.front()));
    for (std::size_t i = 1; i < m_stretches.size(); i += 2) {
        Stretch joined = std::move(m_stretches[i]);
        if (i + 2 < m_stretches.size()) {
            const Stretch& next = m_stretches[i + 1];
            const double first = joined.end - joined.start, second = next.end - next.start;
            for (std::size_t f = 0; f < joined.rate.size(); ++f)
                joined.rate[f] = (joined.rate[f] * first + next.rate[f] * second) / (first + second);
            joined.end = next.end;
        }
        merged.push_back(std::move(joined));
        if (i + 2 == m_stretches.size())
            merged.push_back(std::move(m_stretches[i + 1]));
    }
    m_stretches = std::move(merged);
}

std::vector<Stretch> StretchRecorder::take() {
    while (m_stretches.size() > FluidRun::mostStretches)
        halve();
    return std::move(m_stretches);
}

} // namespace supernode
