// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/fluid.h"

#include "model/base/arithmetic.h"
#include "model/simulation/finish_queue.h"
#include "model/simulation/incremental.h"
#include "model/simulation/stretch_recorder.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace supernode {

struct Fluid::Memory {
    IncrementalSharing sharing;
    FinishQueue queue;
    Volumes volumes;
    std::vector<std::uint32_t> order; // flows by start
    std::vector<std::uint32_t> ended;
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
        : m_options(options), m_bytes(bytes), m_sharing(memory.sharing), m_queue(memory.queue),
          m_volumes(memory.volumes), m_order(memory.order), m_ended(memory.ended), m_moved(memory.moved),
          m_run(answer) {
        assert(bytes.size() == problem.flows());
        assert(options.start.empty() || options.start.size() == bytes.size());
        m_sharing.follow(problem);
        m_queue.reset(bytes.size());
        m_run.stretches.clear();
        m_run.finish.assign(bytes.size(), infinity);
        m_run.limitedBy.assign(bytes.size(), SharingProblem::none);
        m_run.end = 0;
        m_run.solves = 0;
        m_run.completion = Completion::Whole;
        m_volumes.left.assign(bytes.begin(), bytes.end());
        m_volumes.since.assign(bytes.size(), 0);
        m_volumes.rate.assign(bytes.size(), 0);
        m_order.resize(bytes.size());
        std::iota(m_order.begin(), m_order.end(), 0u);
        if (!options.start.empty())
            std::stable_sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
                return options.start[a] < options.start[b];
            });
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
    double startOf(std::uint32_t flow) const { return m_options.start.empty() ? 0 : m_options.start[flow]; }
    double nextStart() const { return m_begun == m_order.size() ? infinity : startOf(m_order[m_begun]); }

    void takeEnds(double next) {
        m_ended.clear();
        for (; !m_queue.empty() && m_queue.top().time <= next * sameEnd; m_queue.pop()) {
            m_ended.push_back(m_queue.top().flow);
            m_run.finish[m_queue.top().flow] = m_queue.top().time;
            m_run.end = std::max(m_run.end, m_queue.top().time);
        }
    }
    void record(double from, double to) {
        if (m_options.recording == Recording::None)
            return;
        const bool last = m_queue.empty() && m_begun == m_order.size();
        m_recorder.add(from, to, m_volumes,
                       last ? StretchRecorder::Position::Last : StretchRecorder::Position::Within);
    }
    void end() {
        for (const std::uint32_t f : m_ended) {
            m_run.limitedBy[f] = m_sharing.limitedBy(f);
            m_volumes.left[f] = 0;
            m_volumes.rate[f] = 0;
            m_sharing.stop(f);
        }
    }
    void begin(double now) {
        for (; m_begun < m_order.size() && nextStart() <= now * sameEnd; ++m_begun) {
            const std::uint32_t f = m_order[m_begun];
            if (m_bytes[f] > 0) {
                m_volumes.since[f] = now;
                m_sharing.start(f);
            } else {
                m_run.finish[f] = startOf(f);
                m_run.end = std::max(m_run.end, startOf(f));
            }
        }
    }
    // New rates from now on; false when cancelled.
    bool share(double now) {
        ++m_run.solves;
        if (m_sharing.solve(m_options.stop) == Completion::Cancelled)
            return false;
        m_moved.clear();
        for (const std::uint32_t f : m_sharing.changed()) {
            m_volumes.left[f] = std::max(m_volumes.leftAt(f, now), 0.0);
            m_volumes.since[f] = now;
            m_volumes.rate[f] = m_sharing.rate(f);
            m_moved.push_back(
                {m_volumes.rate[f] > 0 ? now + m_volumes.left[f] / m_volumes.rate[f] : infinity, f});
        }
        m_queue.set(m_moved);
        return true;
    }

    const FluidOptions& m_options;
    std::span<const double> m_bytes;
    IncrementalSharing& m_sharing;
    FinishQueue& m_queue;
    Volumes& m_volumes;
    StretchRecorder m_recorder;
    std::vector<std::uint32_t>& m_order;
    std::size_t m_begun = 0; // of m_order
    std::vector<std::uint32_t>& m_ended;
    std::vector<FinishQueue::Entry>& m_moved;
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
