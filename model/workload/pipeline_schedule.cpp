// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/pipeline_schedule.h"

#include <algorithm>

namespace supernode {
namespace {

constexpr double notYet = -1;

// The n-th slot of a kind on a stage.
Slot nth(const PipelineWork& w, int stage, PassDirection direction, int n) {
    const int group = n / w.parts(), place = n % w.parts();
    const int turn = place / w.stages;
    const int own = direction == PassDirection::Forward ? turn : w.virtualParts - 1 - turn;
    return {direction, own * w.stages + stage, group * w.stages + place % w.stages};
}

std::vector<Slot> orderOf(const PipelineWork& w, int stage) {
    const int all = w.microbatches * w.virtualParts, warmUp = warmUpOf(w, stage);
    std::vector<Slot> order;
    for (int n = 0; n < warmUp; ++n)
        order.push_back(nth(w, stage, PassDirection::Forward, n));
    for (int n = 0; n < all; ++n) {
        if (warmUp + n < all)
            order.push_back(nth(w, stage, PassDirection::Forward, warmUp + n));
        order.push_back(nth(w, stage, PassDirection::Backward, n));
    }
    return order;
}

class Player {
public:
    explicit Player(const PipelineWork& work)
        : m_w(work), m_forward(ends()), m_backward(ends()), m_free(static_cast<std::size_t>(work.stages)),
          m_next(static_cast<std::size_t>(work.stages)) {
        for (int s = 0; s < work.stages; ++s)
            m_schedule.slots.push_back(orderOf(work, s));
    }

    PipelineSchedule play() {
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t s = 0; s < m_next.size(); ++s)
                while (m_next[s] < m_schedule.slots[s].size() && begin(s, m_schedule.slots[s][m_next[s]])) {
                    ++m_next[s];
                    moved = true;
                }
        }
        for (const double free : m_free)
            m_schedule.end = std::max(m_schedule.end, free);
        return std::move(m_schedule);
    }

private:
    std::vector<double> ends() const {
        return std::vector<double>(
            static_cast<std::size_t>(m_w.parts()) * static_cast<std::size_t>(m_w.microbatches), notYet);
    }
    std::size_t at(int part, int microbatch) const {
        return static_cast<std::size_t>(part) * static_cast<std::size_t>(m_w.microbatches) +
               static_cast<std::size_t>(microbatch);
    }
    // When what the slot needs has arrived; notYet when that is not known.
    double ready(const Slot& slot) const {
        const bool forward = slot.direction == PassDirection::Forward;
        if (forward && slot.part == 0)
            return 0;
        if (!forward && slot.part == m_w.parts() - 1)
            return m_forward[at(slot.part, slot.microbatch)];
        const int from = forward ? slot.part - 1 : slot.part + 1;
        const double sent = (forward ? m_forward : m_backward)[at(from, slot.microbatch)];
        return sent < 0 ? notYet : sent + m_w.handover[static_cast<std::size_t>(std::min(from, slot.part))];
    }
    bool begin(std::size_t stage, Slot& slot) {
        const double arrived = ready(slot);
        if (arrived < 0)
            return false;
        const bool forward = slot.direction == PassDirection::Forward;
        slot.start = std::max(m_free[stage], arrived);
        slot.end = slot.start + (forward ? m_w.forward : m_w.backward)[static_cast<std::size_t>(slot.part)];
        (forward ? m_forward : m_backward)[at(slot.part, slot.microbatch)] = slot.end;
        m_free[stage] = slot.end;
        return true;
    }

    const PipelineWork& m_w;
    std::vector<double> m_forward, m_backward; // ends by part and microbatch
    std::vector<double> m_free;
    std::vector<std::size_t> m_next;
    PipelineSchedule m_schedule;
};

} // namespace

int warmUpOf(const PipelineWork& w, int stage) {
    const int ahead = w.stages - 1 - stage, all = w.microbatches * w.virtualParts;
    return std::min(all, w.virtualParts == 1 ? ahead : 2 * ahead + (w.virtualParts - 1) * w.stages);
}

int inFlight(const PipelineWork& w, int stage) {
    return std::min(w.microbatches * w.virtualParts, warmUpOf(w, stage) + 1);
}

double PipelineSchedule::busy(int stage) const {
    double sum = 0;
    for (const Slot& slot : slots[static_cast<std::size_t>(stage)])
        sum += slot.end - slot.start;
    return sum;
}

double PipelineSchedule::idleShare() const {
    double sum = 0;
    for (int s = 0; s < static_cast<int>(slots.size()); ++s)
        sum += busy(s);
    return end > 0 ? 1 - sum / (end * static_cast<double>(slots.size())) : 0;
}

PipelineSchedule scheduleOf(const PipelineWork& work) { return Player(work).play(); }

SteadyState steadyStateOf(const PipelineWork& w, const PipelineSchedule& schedule) {
    const std::vector<Slot>& first = schedule.slots.front();
    const int perPeriod = w.virtualParts == 1 ? 1 : w.parts(); // forward slots
    const int start = warmUpOf(w, 0) + 1;
    const int left = w.microbatches * w.virtualParts - start;
    SteadyState steady;
    steady.periods = std::max(0, left / perPeriod);
    if (steady.periods == 0)
        return steady;
    const auto startOf = [&](int slot) { return first[static_cast<std::size_t>(slot)].start; };
    steady.begin = startOf(start);
    steady.period = (startOf(start + 2 * perPeriod * steady.periods) - steady.begin) / steady.periods;
    return steady;
}

} // namespace supernode
