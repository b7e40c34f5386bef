// SPDX-License-Identifier: GPL-3.0-or-later
// From rates of flows to loads on channels, step by step.
#include "model/outcome/assemble.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

// Writes one step after the other behind what is there.
class Recorder {
public:
    explicit Recorder(Outcome& outcome) : m_o(outcome), m_idle(meanOf({}, *outcome.fabric)) {}

    void add(const Step& step, const StepRun& run, Duration waits, Duration duration) {
        if (duration.base() <= 0)
            return;
        const Duration start = m_now;
        if (step.repeats == 1)
            addOnce(step, run, start);
        else
            addRepeated(step, run, waits, duration);
        m_now = start + duration;
        m_o.intervals.back().end = m_now; // not the sum of its parts, which is rounded more often
    }
    void finish() {
        if (m_o.intervals.empty())
            m_o.intervals.push_back({{}, {}, 0, m_idle});
        m_o.end = m_o.intervals.back().end;
    }

private:
    void addOnce(const Step& step, const StepRun& run, Duration start) {
        for (const Wait& wait : step.waits) {
            if (wait.time.base() <= 0)
                continue;
            phase(wait.name, wait.time, wait.why, wait.computing);
            record(start + wait.time, m_idle);
            start = m_now;
        }
        if (run.stretches.empty())
            return;
        phase(step.name, seconds(run.end), {});
        m_o.phases.back().sends = step.traffic.who;
        for (const StepRun::Stretch& stretch : run.stretches)
            record(start + seconds(stretch.end), stretch.loads);
    }
    void addRepeated(const Step& step, const StepRun& run, Duration waits, Duration duration) {
        const Duration start = m_now;
        phase(step.name, duration, run.stretches.empty() ? step.waits.front().why : std::string(),
              meanComputing(step, run, waits));
        if (!run.stretches.empty())
            m_o.phases.back().sends = step.traffic.who;
        m_o.phases.back().sendsPerPhase = step.repeats;
        if (step.repeats > mostUnrolled || step.repeats != std::floor(step.repeats)) {
            record(start + duration, meanLoads(run, waits));
            return;
        }
        for (int i = 0; i < static_cast<int>(step.repeats); ++i) {
            const Duration begin = start + duration * (i / step.repeats) + waits;
            if (waits.base() > 0)
                record(begin, m_idle);
            for (const StepRun::Stretch& stretch : run.stretches)
                record(begin + seconds(stretch.end), stretch.loads);
        }
    }
    static double meanComputing(const Step& step, const StepRun& run, Duration waits) {
        double sum = 0;
        for (const Wait& wait : step.waits)
            sum += wait.computing * wait.time.base();
        return sum / (waits.base() + run.end);
    }
    // Of one repeat, waits included.
    LoadsPtr meanLoads(const StepRun& run, Duration waits) const {
        std::vector<std::pair<LoadsPtr, double>> shares;
        for (const StepRun::Stretch& stretch : run.stretches)
            shares.emplace_back(stretch.loads, (stretch.end - stretch.start) / (waits.base() + run.end));
        return meanOf(std::move(shares), *m_o.fabric);
    }

    void phase(std::string name, Duration duration, std::string limitedBy, double computing = 0) {
        m_o.phases.push_back({std::move(name), m_now, duration, std::move(limitedBy), computing});
    }
    void record(Duration end, LoadsPtr loads) {
        const auto phase = static_cast<std::uint32_t>(m_o.phases.size() - 1);
        m_o.intervals.push_back({m_now, end, phase, std::move(loads)});
        m_now = end;
    }

    Outcome& m_o;
    LoadsPtr m_idle;
    Duration m_now;
};

void addUndelivered(Undelivered& sum, const Undelivered& more) {
    sum.pairs += more.pairs;
    for (const std::string& example : more.examples)
        if (sum.examples.size() < Undelivered::mostExamples &&
            std::find(sum.examples.begin(), sum.examples.end(), example) == sum.examples.end())
            sum.examples.push_back(example);
}

} // namespace

Duration Solved::waits(std::size_t step) const {
    const Step& s = plan.steps[step];
    Duration sum;
    if (s.traffic.flows.empty() && s.traffic.undelivered.pairs > 0)
        return sum; // nobody is left to wait for
    for (const Wait& wait : s.waits)
        sum += wait.time;
    return sum;
}

Duration Solved::duration(std::size_t step) const {
    return (waits(step) + seconds(runs[step].end)) * plan.steps[step].repeats;
}

void addTimeline(Outcome& outcome, const Solved& solved) {
    if (!solved.plan.stages.empty()) {
        addStages(outcome, solved.plan);
    } else {
        Recorder recorder(outcome);
        for (std::size_t i = 0; i < solved.runs.size(); ++i) {
            recorder.add(solved.plan.steps[i], solved.runs[i], solved.waits(i), solved.duration(i));
            addUndelivered(outcome.undelivered, solved.plan.steps[i].traffic.undelivered);
        }
        recorder.finish();
    }
}

} // namespace supernode
