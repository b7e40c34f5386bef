// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/fluid.h"

#include "model/base/arithmetic.h"
#include "model/simulation/finish_queue.h"
#include "model/simulation/incremental.h"
#include "model/simulation/stretch_recorder.h"

#include <algorithm>
#include <cassert>

namespace supernode {

struct Fluid::Memory {
    struct Starts { // flows that follow one another and start together
        double time;
        std::uint32_t first, end;
    };

    IncrementalSharing sharing;
    FinishQueue queue;                // by seat
    std::vector<Moving> moving;       // by seat, so that a long run is looked at in little memory
    std::vector<Starts> starts;       // in order of time
    std::vector<std::uint32_t> ended; // seats
    std::vector<FinishQueue::Entry> moved;
    std::vector<double> bytes; // of Traffic
};

namespace {

// One run, in memory that others own.
template <class Memory>
class Clock {
public:
    Clock(Memory& memory, FluidRun& answer, const SharingProblem& problem, std::span<const double> bytes,
          const FluidOptions& options)
        : m_options(options), m_bytes(bytes), m_memory(memory), m_sharing(memory.sharing),
          m_queue(memory.queue), m_run(answer) {
        assert(bytes.size() == problem.flows());
        assert(options.start.empty() || options.start.size() == bytes.size());
        m_sharing.follow(problem);
        m_queue.clear();
        m_run.stretches.clear();
        m_run.finish.assign(bytes.size(), infinity);
        m_run.limitedBy.assign(bytes.size(), SharingProblem::none);
        m_run.end = 0;
        m_run.solves = 0;
        m_run.completion = Completion::Whole;
        sortStarts();
    }

    void run() {
        for (double now = 0;;) {
            const double next = std::min(nextStart(), m_queue.empty() ? infinity : m_queue.top().time);
            if (next == infinity)
                break; // nothing moves any more
            takeEnds(next);
            if (next > now)
                record(now, next);
            now = std::max(now, next);
            end();
            begin(now);
            if (m_options.stop.stop_requested() || !share(now)) {
                m_run.completion = Completion::Cancelled;
                break;
            }
        }
        m_run.stretches = m_recorder.take();
    }

private:
    double nextStart() const {
        return m_begun == m_memory.starts.size() ? infinity : m_memory.starts[m_begun].time;
    }

    void sortStarts() {
        auto& starts = m_memory.starts;
        starts.clear();
        for (std::uint32_t f = 0; f < m_bytes.size(); ++f) {
            const double time = m_options.start.empty() ? 0 : m_options.start[f];
            if (starts.empty() || starts.back().time != time)
                starts.push_back({time, f, f});
            ++starts.back().end;
        }
        std::sort(starts.begin(), starts.end(), [](const auto& a, const auto& b) {
            return a.time != b.time ? a.time < b.time : a.first < b.first;
        });
    }
    void takeEnds(double next) {
        m_memory.ended.clear();
        for (; !m_queue.empty() && m_queue.top().time <= next * sameEnd; m_queue.pop()) {
            const auto [time, seat] = m_queue.top();
            m_memory.ended.push_back(seat);
            m_run.finish[m_memory.moving[seat].flow] = time;
            m_run.end = std::max(m_run.end, time);
        }
    }
    void record(double from, double to) {
        if (m_options.recording == Recording::None)
            return;
        const bool last = m_queue.empty() && nextStart() == infinity;
        m_recorder.add(from, to, {m_sharing, m_memory.moving, m_bytes, m_run.finish},
                       last ? StretchRecorder::Position::Last : StretchRecorder::Position::Within);
    }
    void end() {
        for (const std::uint32_t seat : m_memory.ended) {
            const std::uint32_t f = m_memory.moving[seat].flow;
            m_run.limitedBy[f] = m_sharing.limitedBy(f);
            m_sharing.stop(f);
        }
    }
    void begin(double now) {
        for (; m_begun < m_memory.starts.size() && nextStart() <= now * sameEnd; ++m_begun) {
            const auto [time, first, end] = m_memory.starts[m_begun];
            for (std::uint32_t f = first; f < end; ++f)
                begin(f, time, now);
        }
    }
    void begin(std::uint32_t flow, double start, double now) {
        if (!(m_bytes[flow] > 0)) {
            m_run.finish[flow] = start;
            m_run.end = std::max(m_run.end, start);
            return;
        }
        m_sharing.start(flow);
        const std::uint32_t seat = m_sharing.seatOf(flow);
        if (seat >= m_memory.moving.size())
            m_memory.moving.resize(seat + std::size_t{1});
        m_memory.moving[seat] = {m_bytes[flow], now, 0, flow};
    }
    // New rates from now on; false when cancelled.
    bool share(double now) {
        ++m_run.solves;
        if (m_sharing.solve(m_options.stop) == Completion::Cancelled)
            return false;
        m_memory.moved.clear();
        for (const std::uint32_t f : m_sharing.changed()) {
            const std::uint32_t seat = m_sharing.seatOf(f);
            Moving& m = m_memory.moving[seat];
            m.left = std::max(m.leftAt(now), 0.0);
            m.since = now;
            m.rate = m_sharing.rate(f);
            m_memory.moved.push_back({m.rate > 0 ? now + m.left / m.rate : infinity, seat});
        }
        m_queue.set(m_memory.moved);
        return true;
    }

    const FluidOptions& m_options;
    std::span<const double> m_bytes;
    Memory& m_memory;
    IncrementalSharing& m_sharing;
    FinishQueue& m_queue;
    StretchRecorder m_recorder;
    std::size_t m_begun = 0; // of the starts
    FluidRun& m_run;
};

} // namespace

const Stretch* FluidRun::at(double time) const {
    const auto after = std::upper_bound(stretches.begin(), stretches.end(), time,
                                        [](double t, const Stretch& s) { return t < s.end; });
    return time < 0 || after == stretches.end() ? nullptr : &*after;
}

Fluid::Fluid() : m_memory(std::make_unique<Memory>()) {}
Fluid::Fluid(Fluid&&) noexcept = default;
Fluid& Fluid::operator=(Fluid&&) noexcept = default;
Fluid::~Fluid() = default;

void Fluid::run(const SharingProblem& problem, std::span<const double> bytes, FluidRun& answer,
                const FluidOptions& options) {
    Clock(*m_memory, answer, problem, bytes, options).run();
}

void Fluid::run(const Traffic& traffic, FluidRun& answer, const FluidOptions& options) {
    std::vector<double>& bytes = m_memory->bytes;
    bytes.resize(traffic.flows.size());
    std::transform(traffic.flows.begin(), traffic.flows.end(), bytes.begin(),
                   [](const Flow& f) { return f.bytes; });
    run(traffic.sharing, bytes, answer, options);
}

FluidRun runFluid(const SharingProblem& problem, std::span<const double> bytes, const FluidOptions& options) {
    FluidRun answer;
    Fluid().run(problem, bytes, answer, options);
    return answer;
}

FluidRun runFluid(const Traffic& traffic, const FluidOptions& options) {
    FluidRun answer;
    Fluid().run(traffic, answer, options);
    return answer;
}

} // namespace supernode
