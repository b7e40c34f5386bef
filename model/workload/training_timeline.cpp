// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/training_timeline.h"

#include <algorithm>

namespace supernode {
namespace {

// Something on the time of the whole step.
struct Event {
    std::string name;
    Lane lane = Lane::Compute;
    int stage = 0; // of the pipeline; transfers of all stages have the number behind the last
    double start = 0, length = 0;
    std::string limitedBy = {};
    double computing = 0; // of the ranks of its stage
    std::vector<Carried> sends = {};
};

void append(std::vector<Carried>& to, const std::vector<Carried>& sends, double share) {
    for (const Carried& sent : sends) {
        const auto same =
            std::find_if(to.begin(), to.end(), [&](const Carried& c) { return c.traffic == sent.traffic; });
        if (same == to.end())
            to.push_back({sent.traffic, sent.times * share});
        else
            same->times += sent.times * share;
    }
}

class Events {
public:
    Events(const TrainingCosts& costs, const TrainingTimes& times, double steadyEnd)
        : m_costs(costs), m_times(times), m_steadyEnd(steadyEnd) {}

    std::vector<Event> all() {
        for (int s = 0; s < stages(); ++s) {
            for (const Slot& slot : m_times.schedule.slots[static_cast<std::size_t>(s)])
                addSlot(s, slot);
            const StageTimes& t = m_times.stages[static_cast<std::size_t>(s)];
            if (t.updateEnd > t.reduceEnd)
                m_events.push_back({"update of the weights", Lane::Compute, s, t.reduceEnd,
                                    t.updateEnd - t.reduceEnd, std::string(nameOf(Cause::Memory))});
        }
        addGradients();
        addWeights();
        return std::move(m_events);
    }

private:
    int stages() const { return static_cast<int>(m_times.schedule.slots.size()); }

    void addSlot(int stage, const Slot& slot) {
        const bool forward = slot.direction == PassDirection::Forward;
        const auto index = static_cast<std::size_t>(slot.part);
        const PartPass& pass = forward ? m_costs.parts[index].forward : m_costs.parts[index].backward;
        Event event{forward ? "forward" : "backward",
                    Lane::Compute,
                    stage,
                    slot.start,
                    slot.end - slot.start,
                    std::string(nameOf(pass.cost.largest())),
                    1 - pass.messages() / pass.seconds(),
                    pass.sends};
        if (forward && index + 1 < m_costs.parts.size())
            append(event.sends, m_costs.handover[index].carried, 1);
        if (!forward && index > 0)
            append(event.sends, m_costs.handback[index - 1].carried, 1);
        m_events.push_back(std::move(event));
    }
    // Of all stages from the first that begins to the last that ends, but not among what repeats.
    void addGradients() {
        double start = m_times.step, end = 0;
        std::vector<Carried> sends;
        for (std::size_t s = 0; s < m_costs.stages.size(); ++s) {
            const Exchanged& reduce = m_costs.stages[s].reduce;
            if (reduce.seconds <= 0)
                continue;
            start = std::min(start, m_times.stages[s].reduceStart);
            end = std::max(end, m_times.stages[s].reduceStart + reduce.seconds);
            append(sends, reduce.carried, 1);
        }
        add("gradients", std::max(start, m_steadyEnd), end, sends);
    }
    // What the next step waits for at the end, the rest behind its first forward slots: those of this one.
    void addWeights() {
        double behindEnd = 0, shownStart = m_times.step;
        std::vector<Carried> behind, shown;
        for (std::size_t s = 0; s < m_costs.stages.size(); ++s) {
            const Exchanged& gather = m_costs.stages[s].gather;
            const StageTimes& t = m_times.stages[s];
            if (gather.seconds <= 0)
                continue;
            append(behind, gather.carried, t.behind / gather.seconds);
            behindEnd = std::max(behindEnd, t.behind);
            if (t.end <= t.updateEnd)
                continue;
            append(shown, gather.carried, 1 - t.behind / gather.seconds);
            shownStart = std::min(shownStart, t.updateEnd);
        }
        add("weights", 0, behindEnd, behind);
        add("weights", shownStart, m_times.step, shown);
    }
    void add(const char* name, double start, double end, std::vector<Carried> sends) {
        if (end > start && !sends.empty())
            m_events.push_back({name, Lane::Transfer, stages(), start, end - start,
                                std::string(nameOf(Cause::Gradients)), 0, std::move(sends)});
    }

    const TrainingCosts& m_costs;
    const TrainingTimes& m_times;
    double m_steadyEnd;
    std::vector<Event> m_events;
};

// One stage of the plan: what happens between two instants.
class Window {
public:
    Window(Plan& plan, const std::vector<Event>& events, int stages)
        : m_plan(plan), m_events(events), m_stages(stages), m_shown(std::min(stages, mostTeams)) {}

    void add(const char* name, double from, double to, double repeats) {
        const double least = (to - from) * 1e-9;
        if (!(to > from))
            return;
        Stage stage{name, seconds(to - from), repeats, {}};
        Span all{"all messages", Lane::Transfer, {}, stage.length, "links"};
        all.team = m_stages + 1;
        std::vector<double> cuts;
        for (const Event& e : m_events) {
            const double start = std::max(from, e.start), end = std::min(to, e.start + e.length);
            if (end - start <= least)
                continue;
            append(all.also, e.sends, (end - start) / e.length);
            cuts.insert(cuts.end(), {start, end});
            if (isShown(e.stage))
                stage.spans.push_back(spanOf(e, start - from, end - start));
        }
        const bool mean = m_shown < m_stages || different(std::move(cuts), least) > mostCuts;
        if (mean)
            for (Span& span : stage.spans)
                span.also.clear();
        if (!all.also.empty()) {
            all.sends = whoSends(all.also);
            if (!mean)
                all.also.clear();
            stage.spans.push_back(std::move(all));
        }
        m_plan.stages.push_back(std::move(stage));
    }

private:
    // The first, the last, and between them evenly.
    bool isShown(int stage) const {
        if (stage >= m_stages || m_shown == m_stages)
            return true;
        for (int place = 0; place < m_shown; ++place)
            if (place * (m_stages - 1) / (m_shown - 1) == stage)
                return true;
        return false;
    }
    static std::size_t different(std::vector<double> cuts, double least) {
        std::sort(cuts.begin(), cuts.end());
        std::size_t count = 0;
        for (std::size_t i = 1; i < cuts.size(); ++i)
            count += cuts[i] - cuts[i - 1] > least;
        return count;
    }
    Span spanOf(const Event& e, double start, double length) const {
        Span span{e.name, e.lane, seconds(start), seconds(length), e.limitedBy};
        span.computing = e.computing / m_shown;
        span.team = e.stage;
        append(span.also, e.sends, length / e.length);
        return span;
    }
    PairBytesPtr whoSends(const std::vector<Carried>& sends) const {
        auto who = std::make_shared<PairBytes>();
        for (const Carried& sent : sends)
            if (const PairBytesPtr& pairs = m_plan.exchanges[sent.traffic]->who())
                who->add(*pairs, sent.times);
        return who;
    }

    Plan& m_plan;
    const std::vector<Event>& m_events;
    int m_stages, m_shown;
};

} // namespace

TrainingTimes timesOf(const TrainingLayout& layout, const TrainingCosts& costs) {
    TrainingTimes times;
    times.work = {layout.pipeline, layout.virtualStages, layout.microbatches, {}, {}, {}};
    for (const PartCosts& part : costs.parts) {
        times.work.forward.push_back(part.forward.seconds());
        times.work.backward.push_back(part.backward.seconds());
    }
    for (std::size_t i = 0; i < costs.handover.size(); ++i)
        times.work.handover.push_back(std::max(costs.handover[i].seconds, costs.handback[i].seconds));
    times.schedule = scheduleOf(times.work);
    for (std::size_t s = 0; s < costs.stages.size(); ++s) {
        const StageEnd& end = costs.stages[s];
        const Slot &last = times.schedule.slots[s].back(), &first = times.schedule.slots[s].front();
        // The first layer's share cannot hide: its gradient comes last, its weights are needed first.
        const auto hides = [&](const Slot& slot) {
            return (slot.end - slot.start) * (1 - 1.0 / layout.layersOf(slot.part));
        };
        StageTimes t;
        t.slotsEnd = last.end;
        t.reduceStart = last.end - hides(last);
        t.reduceEnd = std::max(last.end, t.reduceStart + end.reduce.seconds);
        t.updateEnd = t.reduceEnd + end.update;
        t.behind = std::min(end.gather.seconds, hides(first));
        t.end = t.updateEnd + end.gather.seconds - t.behind;
        times.step = std::max(times.step, t.end);
        times.stages.push_back(t);
    }
    return times;
}

void addTrainingStages(Plan& plan, const TrainingCosts& costs, const TrainingTimes& times) {
    const SteadyState steady = steadyStateOf(times.work, times.schedule);
    const std::vector<Event> events = Events(costs, times, steady.periods < 2 ? 0 : steady.end()).all();
    Window window(plan, events, static_cast<int>(times.schedule.slots.size()));
    const double end = times.schedule.end;
    if (steady.periods < 2) {
        window.add("pipeline", 0, end, 1);
    } else {
        window.add("warm-up", 0, steady.begin, 1);
        window.add("steady state", steady.end() - steady.period, steady.end(), steady.periods);
        window.add("cool-down", steady.end(), end, 1);
    }
    window.add("end of the step", end, times.step, 1);
}

} // namespace supernode
