// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/collective_plan.h"

#include "model/scenario/words.h"
#include "model/traffic/collective_traffic.h"
#include "model/workload/collective_asked.h"
#include "model/workload/collective_costs.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace supernode {
namespace {

struct StepTime {
    Duration latency, chain, fill, bytes; // of one repeat; fill of all
    double repeats = 1;
    bool complete = true;

    Duration total() const { return (latency + chain + bytes) * repeats + fill; }
};
struct Candidate {
    Schedule schedule;
    std::vector<StepTime> steps;
    Duration total;
    bool complete = true;

    bool better(const Candidate& other) const {
        return complete != other.complete ? complete : total < other.total;
    }
};

// Times and traffic of schedules for one job.
class Costing {
public:
    Costing(const NodeWays& ways, const CollectiveJob& job, const CollectiveCosts& costs,
            StepMemory* memory = nullptr)
        : m_ways(ways), m_job(job), m_costs(costs), m_memory(memory),
          m_pattern(memory ? memory->patternOf(job.groups.groups) : 0) {}

    StepLoads loads(const Schedule& schedule, const ScheduleStep& step) const {
        StepLoads loads(m_ways, m_costs.overhead(step.pattern));
        const double unit = unitBytes(schedule, step);
        for (const std::vector<std::uint32_t>& group : m_job.groups.groups)
            for (const Team& team : step.teams) {
                std::vector<std::uint32_t> ranks;
                for (const std::uint32_t position : team.members)
                    ranks.push_back(group[position]);
                add(loads, step, ranks, unit);
            }
        return loads;
    }

    // What the links take for a step; asked of the memory first.
    struct OnLinks {
        double seconds = 0;
        Distance farthest = Distance::SamePackage;
        bool complete = true;
    };
    OnLinks onLinks(const Schedule& schedule, std::size_t index, int variant) const {
        const ScheduleStep& step = schedule.steps[index];
        const double unit = unitBytes(schedule, step);
        const StepMemory::Key key{m_pattern, m_job.collective, schedule.algorithm, variant, index};
        if (m_memory)
            if (const auto known = m_memory->known.find(key); known != m_memory->known.end())
                return {known->second.secondsPerByte * unit, known->second.farthest, known->second.complete};
        const StepLoads loads = this->loads(schedule, step);
        const OnLinks found{loads.seconds(), loads.farthest(), loads.undelivered() == 0};
        if (m_memory && unit > 0)
            m_memory->known[key] = {found.seconds / unit, found.farthest, found.complete};
        return found;
    }

    StepTime time(const Schedule& schedule, std::size_t index, int variant) const {
        const ScheduleStep& step = schedule.steps[index];
        const OnLinks links = onLinks(schedule, index, variant);
        StepTime time;
        time.repeats = step.repeats;
        time.bytes = seconds(links.seconds);
        time.latency = latency(step, links.farthest);
        const double bytes = rankBytes(step) * unitBytes(schedule, step);
        time.fill = m_costs.fill(step, m_job.collective, bytes, time.bytes);
        if (step.pattern == Pattern::Chain)
            time.chain = chainExtra(step, bytes, time);
        time.complete = links.complete;
        return time;
    }

    Candidate candidate(Schedule schedule, int variant = 0) const {
        Candidate c{std::move(schedule), {}, m_costs.launch()};
        for (std::size_t i = 0; i < c.schedule.steps.size(); ++i) {
            c.steps.push_back(time(c.schedule, i, variant));
            c.total += c.steps.back().total();
            c.complete = c.complete && c.steps.back().complete;
        }
        return c;
    }

    Plan plan(const Candidate& c) const {
        Plan plan;
        plan.algorithm = toWord(c.schedule.algorithm);
        Duration fill;
        for (const StepTime& time : c.steps)
            fill += time.fill;
        Step start{"start-up", {}};
        if (m_costs.launch().base() > 0)
            start.waits.push_back(
                {"launch", m_costs.launch(), "the library starts its kernels", 0, "collective.launch"});
        if (fill.base() > 0)
            start.waits.push_back({"pipeline fill", fill,
                                   "each stage takes in a slice before it passes it on", 0,
                                   "fabric.link_rate"});
        if (!start.waits.empty())
            plan.steps.push_back(std::move(start));
        for (std::size_t i = 0; i < c.steps.size(); ++i) {
            const ScheduleStep& step = c.schedule.steps[i];
            Step next{step.name, loads(c.schedule, step).traffic(), c.steps[i].repeats};
            if (c.steps[i].latency.base() > 0)
                next.waits.push_back({"step latency", c.steps[i].latency, "software and switch hops", 0,
                                      std::string(m_costs.stepPath())});
            if (c.steps[i].chain.base() > 0)
                next.waits.push_back({"chain fill", c.steps[i].chain, "the first slice passes all ranks", 0,
                                      std::string(m_costs.stepPath())});
            plan.steps.push_back(std::move(next));
        }
        return plan;
    }

    Result<std::vector<CollectiveStep>> steps(const Candidate& c) const {
        std::vector<CollectiveStep> list{{m_costs.launch().base(), 0, 1, nullptr}};
        for (std::size_t i = 0; i < c.steps.size(); ++i) {
            const StepTime& time = c.steps[i];
            list.front().start += time.fill.base();
            const StepLoads sent = loads(c.schedule, c.schedule.steps[i]);
            if (sent.undelivered() > 0)
                return Result<std::vector<CollectiveStep>>::refused(cutApart(sent));
            list.push_back({(time.latency + time.chain).base() * time.repeats, sent.seconds() * time.repeats,
                            time.repeats, sent.payload() > 0 ? sent.exchange() : nullptr});
        }
        return list;
    }

private:
    static Issue cutApart(const StepLoads& loads) {
        const std::vector<std::string> examples = loads.traffic().undelivered.examples;
        return {"changes",
                "ranks are cut apart: " + (examples.empty() ? std::string("some of them") : examples.front()),
                "restore a way between them"};
    }
    double unitBytes(const Schedule& schedule, const ScheduleStep& step) const {
        return m_job.bytes.base() / schedule.pieces * step.unit;
    }
    Duration latency(const ScheduleStep& step, Distance farthest) const {
        if (step.pattern == Pattern::Moves || step.pattern == Pattern::Chain)
            return m_costs.step(farthest);
        std::vector<std::uint32_t> ranks;
        for (const std::uint32_t position : step.teams.front().members)
            ranks.push_back(m_job.groups.groups.front()[position]);
        const bool twice = step.pattern == Pattern::InSwitch && m_job.collective == Collective::AllReduce;
        return m_costs.rounds(m_ways.fabric(), std::move(ranks)) * (twice ? 2 : 1);
    }
    // Units that the busiest rank sends in one repeat.
    static double rankBytes(const ScheduleStep& step) {
        if (step.pattern == Pattern::Scatter || step.pattern == Pattern::Gather)
            return step.units - 1;
        if (step.pattern == Pattern::InSwitch)
            return std::max(step.up, step.down);
        double most = 0;
        for (const Move& move : step.moves)
            most = std::max<double>(most, move.count);
        return most;
    }
    void add(StepLoads& loads, const ScheduleStep& step, const std::vector<std::uint32_t>& ranks,
             double unit) const {
        const bool all = step.pattern == Pattern::Scatter || step.pattern == Pattern::Gather;
        if (all) {
            const std::vector<double> out(ranks.size(), unit), in(ranks.size(), 1.0);
            loads.addProduct(ranks, out, in);
        } else if (step.pattern == Pattern::InSwitch) {
            std::vector<double> up(ranks.size(), step.up * unit);
            if (m_job.collective == Collective::Broadcast)
                for (std::size_t i = 0; i < up.size(); ++i)
                    up[i] = i == m_job.root ? up[i] : 0;
            loads.addInSwitch(ranks, up, step.down * unit);
        } else {
            for (const Move& move : step.moves)
                loads.add(ranks[move.from], ranks[move.to], move.count * unit);
        }
    }
    // What slices and latencies of a chain add to its bytes and to the latency of one link.
    Duration chainExtra(const ScheduleStep& step, double bytes, const StepTime& time) const {
        const auto links = static_cast<double>(step.moves.size());
        const double slices = m_costs.chainSlices(links, time.latency, bytes, time.bytes);
        if (slices == 0)
            return {};
        return (time.latency + time.bytes / slices) * (slices + links - 1) - time.bytes - time.latency;
    }

    const NodeWays& m_ways;
    const CollectiveJob& m_job;
    const CollectiveCosts& m_costs;
    StepMemory* m_memory;
    std::uint32_t m_pattern;
};

std::string shown(Duration time) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g us", time.base() * 1e6);
    return text;
}

// An algorithm on this job, or why it cannot be.
Result<Candidate> tried(const Fabric& fabric, const CollectiveJob& job, const Costing& costing,
                        Algorithm algorithm) {
    using Answer = Result<Candidate>;
    const SystemSpec& s = fabric.system();
    if (algorithm == Algorithm::InSwitch &&
        (!s.fabric.inSwitchReduction || s.twoTier() || job.by.network != Network::ScaleUp))
        return Answer::refused(Issue{"workload.algorithm",
                                     "the switch chips of " + s.name + " do not add what passes them",
                                     "give another algorithm, or auto"});
    GroupShape shape = shapeOf(fabric, job.groups.groups.front());
    shape.root = job.root;
    const Result<Schedule> schedule = scheduleOf(job.collective, algorithm, shape);
    if (!schedule)
        return Answer::refused(schedule.issues());
    Candidate best = costing.candidate(*schedule);
    if (algorithm == Algorithm::Hierarchical) {
        Candidate ring = costing.candidate(*hierarchicalByRing(job.collective, shape), 1);
        if (ring.better(best))
            best = std::move(ring);
    }
    return best;
}

struct Choice {
    Candidate best;
    std::string sentence;
};

Result<Choice> chosen(const Fabric& fabric, const CollectiveJob& job, const Costing& costing) {
    if (job.algorithm != Algorithm::Auto) {
        Result<Candidate> one = tried(fabric, job, costing, job.algorithm);
        return one ? Result<Choice>(Choice{std::move(one).value(), {}})
                   : Result<Choice>::refused(one.issues());
    }
    std::vector<Candidate> all;
    for (const auto& [word, algorithm] : wordsOf(Algorithm{}))
        if (algorithm != Algorithm::Auto)
            if (Result<Candidate> one = tried(fabric, job, costing, algorithm))
                all.push_back(std::move(one).value());
    auto best = std::min_element(all.begin(), all.end(),
                                 [](const Candidate& a, const Candidate& b) { return a.better(b); });
    std::string others;
    for (auto c = all.begin(); c != all.end(); ++c)
        if (c != best)
            others += (others.empty() ? "" : ", ") + std::string(toWord(c->schedule.algorithm)) + " " +
                      shown(c->total) + (c->complete ? "" : " without reaching everybody");
    std::string sentence = "Auto chose " + std::string(toWord(best->schedule.algorithm)) + " with " +
                           shown(best->total) + "; the others would take: " + others + ".";
    return Choice{std::move(*best), std::move(sentence)};
}

std::optional<Issue> wrongGroups(const Fabric& fabric, const CollectiveJob& job) {
    if (std::optional<Issue> issue = wrongNetwork(fabric, job.by.network))
        return issue;
    for (const auto& group : job.groups.groups)
        if (group.size() != job.groups.groups.front().size())
            return Issue{"workload.ranks", "groups of unequal size cannot work in step",
                         "give groups of the same size"};
    return std::nullopt;
}

// Calls use(costing, choice) when there is a choice.
template <class Answer, class Use>
Result<Answer> withChoice(const NodeWays& ways, const CollectiveJob& job, StepMemory* memory,
                          std::vector<Issue>& warnings, Use&& use) {
    const Fabric& fabric = ways.fabric();
    if (job.operation != Operation::Line && !fabric.system().collective.launch)
        warnings.push_back({"collective.launch",
                            "no start-up of collectives is published for " + fabric.system().name,
                            "it is left out, so small messages take longer than this"});
    const CollectiveCosts costs(fabric.system(), job.operation, warnings, job.by.network);
    const Costing costing(ways, job, costs, memory);
    const Result<Choice> choice = chosen(fabric, job, costing);
    return choice ? Result<Answer>(use(costing, *choice)) : Result<Answer>::refused(choice.issues());
}

template <class Answer, class Use>
Result<Answer> withChoice(const Fabric& fabric, const FabricState& state, const CollectiveJob& job,
                          std::vector<Issue>& warnings, Use&& use) {
    if (const std::optional<Issue> issue = wrongGroups(fabric, job))
        return Result<Answer>::refused(*issue);
    return withChoice<Answer>(NodeWays(fabric, state, job.by), job, nullptr, warnings, use);
}

Plan chosenPlan(const Costing& costing, const Choice& choice) {
    Plan plan = costing.plan(choice.best);
    plan.sentence = choice.sentence;
    return plan;
}

template <class W>
Result<Plan> planOfKind(const Asked& asked, const W& w, Collective collective, std::string_view root) {
    using Answer = Result<Plan>;
    if (const std::optional<Issue> issue = wrongNetwork(asked.fabric, w.network))
        return Answer::refused(*issue);
    const Result<std::vector<std::uint32_t>> ranks = ranksOf(asked.fabric, w.ranks);
    if (!ranks)
        return Answer::refused(ranks.issues());
    const Result<RankGroups> groups = oneGroup(asked.fabric, asked.state, *ranks, asked.warnings);
    if (!groups)
        return Answer::refused(groups.issues());
    CollectiveJob job{collective, w.algorithm, w.operation, w.bytes, *groups, 0, routeOf(asked, w.network)};
    if (collective == Collective::Broadcast) {
        const Result<std::uint32_t> position = rootIn(asked, *ranks, job.groups, root);
        if (!position)
            return Answer::refused(position.issues());
        job.root = *position;
    }
    return collectivePlan(asked.fabric, asked.state, job, asked.warnings);
}

} // namespace

Result<Plan> collectivePlan(const Fabric& fabric, const FabricState& state, const CollectiveJob& job,
                            std::vector<Issue>& warnings) {
    return withChoice<Plan>(fabric, state, job, warnings, chosenPlan);
}

Result<std::vector<CollectiveStep>> collectiveSteps(const NodeWays& ways, const CollectiveJob& job,
                                                    StepMemory* memory, std::vector<Issue>& warnings) {
    using Answer = Result<std::vector<CollectiveStep>>;
    if (const std::optional<Issue> issue = wrongGroups(ways.fabric(), job))
        return Answer::refused(*issue);
    const Result<Answer> steps =
        withChoice<Answer>(ways, job, memory, warnings, [](const Costing& costing, const Choice& choice) {
            return costing.steps(choice.best);
        });
    return steps ? *steps : Answer::refused(steps.issues());
}

Result<CollectiveTime> collectiveTime(const Fabric& fabric, const FabricState& state,
                                      const CollectiveJob& job, std::vector<Issue>& warnings) {
    return withChoice<CollectiveTime>(fabric, state, job, warnings, [](const Costing&, const Choice& choice) {
        return CollectiveTime{choice.best.schedule.algorithm, choice.best.total, choice.best.complete};
    });
}

Result<Plan> planOf(const Asked& asked, const AllReduce& w) {
    return planOfKind(asked, w, Collective::AllReduce, {});
}
Result<Plan> planOf(const Asked& asked, const AllGather& w) {
    return planOfKind(asked, w, Collective::AllGather, {});
}
Result<Plan> planOf(const Asked& asked, const ReduceScatter& w) {
    return planOfKind(asked, w, Collective::ReduceScatter, {});
}
Result<Plan> planOf(const Asked& asked, const Broadcast& w) {
    return planOfKind(asked, w, Collective::Broadcast, w.from);
}

} // namespace supernode
