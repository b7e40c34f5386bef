// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/layer_paths.h"

#include "model/workload/collective_costs.h"

#include <algorithm>

namespace supernode {
namespace {

Speed withCores(Speed speed, double share) {
    for (double& rate : speed.roofs.product)
        rate *= share;
    for (double& rate : speed.roofs.attention)
        rate *= share;
    for (double& rate : speed.experts)
        rate *= share;
    return speed;
}

bool isExchange(const Operator& part) { return part.message.has_value(); }

double hbmBytesOf(const LayerParts& parts) {
    double sum = 0;
    for (const Operator& part : parts)
        if (!isExchange(part))
            sum += part.allBytes();
    return sum;
}

// To other ranks.
double sentBytes(const Message& message) {
    const double others = message.ranks - 1;
    switch (message.exchange) {
    case Exchange::AllReduce:
        return 2 * message.bytes * others / message.ranks;
    case Exchange::ReduceScatter:
    case Exchange::AllGather:
    case Exchange::AllToAll:
        return message.bytes * others / message.ranks;
    case Exchange::Dispatch:
    case Exchange::Combine:
        break;
    }
    return message.bytes * others;
}

Issue cutOff(const Traffic& traffic) {
    const std::string example = traffic.undelivered.examples.empty() ? std::string("some ranks")
                                                                     : traffic.undelivered.examples.front();
    return {"changes", "the instance is cut apart: " + example, "restore a way between its ranks"};
}

} // namespace

double secondsOf(const Path& path) {
    double sum = 0;
    for (const Segment& segment : path)
        sum += segment.seconds();
    return sum;
}

Cost costOf(const Path& path) {
    Cost sum;
    for (const Segment& segment : path)
        sum = sum + segment.cost;
    return sum;
}

Cost LayerMaker::costOfParts(const LayerParts& parts, double cores) const {
    const Speed speed = withCores(m_instance.speed, cores);
    Cost sum;
    for (const Operator& part : parts)
        sum = sum + costOf(part, speed);
    return sum;
}

Cost LayerMaker::outputCost(double rows) const {
    return costOfParts(outputParts(m_model, m_instance.run, rows), 1);
}

WorkPoint LayerMaker::workOf(const Operator& part, const Cost& cost) const {
    WorkPoint point{std::string(toString(part.kind)),
                    {},
                    {},
                    Lane::Compute,
                    part.flops,
                    part.allBytes(),
                    0,
                    seconds(cost.total()),
                    1,
                    std::string(nameOf(cost.largest())),
                    roofOf(cost.largest()),
                    part.rate};
    if (part.message) {
        point.lane = part.kind == OperatorKind::Dispatch  ? Lane::Dispatch
                     : part.kind == OperatorKind::Combine ? Lane::Combine
                                                          : Lane::Transfer;
        point.fabricBytes = sentBytes(*part.message);
    }
    return point;
}

std::vector<WorkPoint> LayerMaker::outputWork(double rows) const {
    std::vector<WorkPoint> work;
    for (const Operator& part : outputParts(m_model, m_instance.run, rows))
        work.push_back(workOf(part, costOf(part, m_instance.speed)));
    return work;
}

// Expanded attention puts each head's key together from its own part and the rotary part that all share, for
// every token of the context: the expanded rows are read and written once more.
double LayerMaker::joiningOf(const Batch& batch) const {
    if (!m_model.latent || m_instance.run.attention != AttentionForm::Expanded ||
        m_instance.speed.vector <= 0)
        return 0;
    const LatentAttention& a = *m_model.latent;
    const Sharding& s = m_instance.run.sharding;
    const double heads = double(m_model.heads.value) / s.tensorRanks / s.promptRanks;
    const double read = a.nopeSize.value + a.valueSize.value, written = read + a.ropeSize.value;
    return batch.sequences * batch.context() * heads * (read + written) * 2 / m_instance.speed.vector;
}

LayerMaker::Hot LayerMaker::hottest(const LayerAsked& layer, double tokens) const {
    const Sharding& s = m_instance.run.sharding;
    Hot hot{evenRoutedLoad(s, m_model, tokens), 0};
    hot.rows = hottestRows(hot.load.routedRows, expertSlots(s, m_model), s.routedRanks(), m_instance.skew,
                           layer.sampling && m_instance.skew > 0);
    hot.load.routedRows = hot.rows;
    return hot;
}

// Rows of one token for each rank: the ranks for shared experts first, then the hottest, then the others.
std::vector<double> LayerMaker::rowsByRank(double tokens, const Hot& hot) const {
    const Sharding& s = m_instance.run.sharding;
    const double routed = rowsPerToken(s, m_model), hosts = s.routedRanks();
    const double even = evenRoutedLoad(s, m_model, tokens).routedRows;
    const double hottest = std::min(routed, routed / hosts * (even > 0 ? hot.rows / even : 1));
    std::vector<double> rows(m_instance.ranks.size(), hosts > 1 ? (routed - hottest) / (hosts - 1) : routed);
    for (int r = 0; r < s.sharedRanks; ++r)
        rows[static_cast<std::size_t>(r)] = double(m_model.experts->shared.value) / s.sharedRanks;
    rows[static_cast<std::size_t>(s.sharedRanks)] = hottest;
    return rows;
}

// Layers that are compared ask for the same exchange again when one of them is kept.
const MoeTime& LayerMaker::exchangeOf(MoeDirection direction, double tokens, const Hot& hot) {
    const auto known = m_exchanges.find({direction, tokens, hot.rows});
    if (known != m_exchanges.end())
        return known->second;
    const Numbers& n = m_instance.run.numbers;
    const bool dispatch = direction == MoeDirection::Dispatch;
    const double hidden = m_model.hidden.value;
    const double rowBytes = dispatch ? hidden * n.dispatched + n.dispatchedScales : hidden * n.combined;
    const std::vector<double> rows = rowsByRank(tokens, hot);
    const std::vector<double> each(rows.size(), tokens * rowBytes);
    const MoeExchange job{direction, m_instance.ranks, dispatch ? each : rows, dispatch ? rows : each};
    return m_exchanges.try_emplace({direction, tokens, hot.rows}, moeTime(m_ways, job, m_asked.warnings))
        .first->second;
}

std::optional<Issue> LayerMaker::addExchange(Path& path, Exchange exchange, double tokens, const Hot& hot,
                                             Keep keep) {
    const bool dispatch = exchange == Exchange::Dispatch;
    const MoeTime& time = exchangeOf(dispatch ? MoeDirection::Dispatch : MoeDirection::Combine, tokens, hot);
    if (time.loads.undelivered() > 0)
        return cutOff(time.loads.traffic());
    Sent sent;
    Segment segment{dispatch ? "dispatch" : "combine", dispatch ? Lane::Dispatch : Lane::Combine, {}, {}};
    for (const Wait& wait : time.waits) {
        sent.start += wait.time;
        segment.cost[wait.name == "memory" ? Cause::Memory
                     : dispatch            ? Cause::DispatchStart
                                           : Cause::CombineStart] += wait.time.base();
    }
    sent.wire = time.wire;
    segment.cost[dispatch ? Cause::DispatchWire : Cause::CombineWire] = sent.wire.base();
    if (keep == Keep::Traffic) {
        sent.traffic = static_cast<std::uint32_t>(m_plan.exchanges.size());
        m_plan.exchanges.push_back(time.loads.exchange());
    }
    segment.sent.push_back(sent);
    path.push_back(std::move(segment));
    return std::nullopt;
}

std::vector<std::vector<std::uint32_t>> LayerMaker::neighbours(int each) const {
    std::vector<std::vector<std::uint32_t>> groups;
    for (auto r = m_instance.ranks.begin(); r < m_instance.ranks.end(); r += each)
        groups.emplace_back(r, r + each);
    return groups;
}

// An even part from each to each of its group, which starts as a collective does.
Result<std::vector<CollectiveStep>> LayerMaker::allToAll(const Message& message) const {
    const CollectiveCosts costs(m_asked.fabric.system(), Operation::Write, m_asked.warnings);
    StepLoads loads(m_ways, costs.overhead(Pattern::Moves));
    const std::vector<std::vector<std::uint32_t>> groups = neighbours(message.ranks);
    const auto ranks = static_cast<std::size_t>(message.ranks);
    const std::vector<double> out(ranks, message.bytes), in(ranks, 1.0 / message.ranks);
    for (const std::vector<std::uint32_t>& group : groups)
        loads.addProduct(group, out, in);
    if (loads.undelivered() > 0)
        return Result<std::vector<CollectiveStep>>::refused(cutOff(loads.traffic()));
    const Duration start = costs.launch() + costs.rounds(m_asked.fabric, groups.front());
    return std::vector{CollectiveStep{start.base(), loads.seconds(), 1, loads.exchange()}};
}

Result<std::vector<CollectiveStep>> LayerMaker::collective(const Message& message) const {
    if (message.exchange == Exchange::AllToAll)
        return allToAll(message);
    CollectiveJob job;
    job.collective = message.exchange == Exchange::AllReduce       ? Collective::AllReduce
                     : message.exchange == Exchange::ReduceScatter ? Collective::ReduceScatter
                                                                   : Collective::AllGather;
    job.bytes = bytes(message.bytes);
    job.groups.groups = neighbours(message.ranks);
    return collectiveSteps(m_ways, job, nullptr, m_asked.warnings);
}

// Groups are neighbours; all do the same at the same time.
std::optional<Issue> LayerMaker::addCollective(Path& path, const Operator& part, Keep keep) {
    Segment segment{std::string(toString(part.kind)), Lane::Transfer, {}, {}};
    const auto known = m_collectiveSeconds.find({part.message->exchange, part.message->bytes});
    if (keep == Keep::Times && known != m_collectiveSeconds.end()) {
        segment.cost[Cause::Collective] = known->second;
        segment.sent.emplace_back();
        path.push_back(std::move(segment));
        return std::nullopt;
    }
    const Result<std::vector<CollectiveStep>> made = collective(*part.message);
    if (!made)
        return made.issues().front();
    for (const CollectiveStep& step : *made) {
        if (step.start + step.wire <= 0)
            continue;
        Sent sent{Span::none, step.repeats, seconds(step.start), seconds(step.wire)};
        if (keep == Keep::Traffic && step.loads) {
            sent.traffic = static_cast<std::uint32_t>(m_plan.exchanges.size());
            m_plan.exchanges.push_back(step.loads);
        }
        segment.cost[Cause::Collective] += (sent.start + sent.wire).base();
        segment.sent.push_back(sent);
    }
    m_collectiveSeconds[{part.message->exchange, part.message->bytes}] = segment.seconds();
    path.push_back(std::move(segment));
    return std::nullopt;
}

std::optional<Issue> LayerMaker::addMessage(Path& path, const Operator& part, double tokens, const Hot& hot,
                                            Keep keep) {
    if (part.kind != OperatorKind::Dispatch && part.kind != OperatorKind::Combine)
        return addCollective(path, part, keep);
    if (m_instance.ranks.size() < 2)
        return std::nullopt;
    return addExchange(path, part.message->exchange, tokens, hot, keep);
}

// A rank for shared experts may be slower than the hottest one of the others.
void LayerMaker::waitForSharedRanks(Path& forward, const LayerAsked& layer, double tokens,
                                    const Speed& speed) const {
    const Sharding& s = m_instance.run.sharding;
    if (!layer.experts || s.sharedRanks == 0)
        return;
    const LayerParts parts =
        expertLayer(m_model, m_instance.run, layer.batch, sharedRankLoad(s, m_model, tokens));
    const Operator* const work = find(parts, OperatorKind::SharedExperts);
    for (Segment& segment : forward)
        if (work && segment.name == "experts" && costOf(*work, speed).total() > segment.seconds())
            segment.cost = costOf(*work, speed);
}

Result<LayerPaths> LayerMaker::make(const LayerAsked& layer, Keep keep) {
    const Execution& run = m_instance.run;
    const double tokens = run.tokensPerRank(layer.batch);
    const Hot hot = layer.experts ? hottest(layer, tokens) : Hot{};
    const LayerParts parts = layer.experts ? expertLayer(m_model, run, layer.batch, hot.load)
                                           : denseLayer(m_model, run, layer.batch);
    LayerPaths paths;
    paths.hbmBytes = hbmBytesOf(parts);
    const Speed attention = withCores(m_instance.speed, layer.attentionCores);
    const Speed forward = withCores(m_instance.speed, layer.expertCores);
    Segment compute{"attention", Lane::Compute, {}, {}};
    compute.cost[Cause::Vector] = joiningOf(layer.batch);
    Path* path = &paths.attention;
    const auto flush = [&](const char* next) {
        if (compute.seconds() > 0)
            path->push_back(compute);
        compute = {next, Lane::Compute, {}, {}};
    };
    for (const Operator& part : parts) {
        if (part.kind == OperatorKind::FfnNorm) {
            flush(layer.experts ? "router" : "feed-forward");
            path = &paths.forward;
        }
        if (!isExchange(part)) {
            const Cost cost = costOf(part, path == &paths.attention ? attention : forward);
            compute.cost = compute.cost + cost;
            paths.work.push_back(workOf(part, cost));
            paths.work.back().phase = compute.name;
            continue;
        }
        flush(part.kind == OperatorKind::Dispatch ? "experts" : path == &paths.attention ? "attention" : "");
        if (const std::optional<Issue> issue = addMessage(*path, part, tokens, hot, keep))
            return Result<LayerPaths>::refused(*issue);
        if (m_instance.ranks.size() > 1) {
            paths.work.push_back(workOf(part, path->back().cost));
            paths.work.back().phase = path->back().name;
        }
    }
    flush("");
    waitForSharedRanks(paths.forward, layer, tokens, forward);
    return paths;
}

} // namespace supernode
