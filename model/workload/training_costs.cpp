// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/training_costs.h"

#include "model/workload/training_memory.h"

#include <algorithm>

namespace supernode {
namespace {

using Maybe = std::optional<Issue>;

Cost costOfParts(const LayerParts& parts, const Speed& speed) {
    Cost sum;
    for (const Operator& part : parts)
        sum = sum + costOf(part, speed);
    return sum;
}

// Each product is two in the backward pass, one for the rows and one for the weights.
Cost backwardCost(const LayerParts& parts, const Speed& speed) {
    Cost sum = costOfParts(parts, speed);
    for (const Operator& part : parts)
        if (part.rate)
            sum[Cause::Launch] += speed.roofs.launch;
    return sum;
}

double attentionSeconds(const LayerParts& parts, const Speed& speed) {
    const Operator* const core = find(parts, OperatorKind::Attention);
    return core ? costOf(*core, speed).total() : 0;
}

void take(std::vector<Carried>& to, const Exchanged& exchanged) {
    to.insert(to.end(), exchanged.carried.begin(), exchanged.carried.end());
}

void addTimes(PartPass& sum, const PartPass& layer, int times) {
    sum.cost = sum.cost + layer.cost * times;
    sum.hidden += layer.hidden * times;
    sum.hiddenWeights += layer.hiddenWeights * times;
    for (const Carried& sent : layer.sends) {
        const auto same = std::find_if(sum.sends.begin(), sum.sends.end(),
                                       [&](const Carried& c) { return c.traffic == sent.traffic; });
        if (same == sum.sends.end())
            sum.sends.push_back({sent.traffic, sent.times * times});
        else
            same->times += sent.times * times;
    }
}

void addWork(std::vector<WorkPoint>& work, const LayerParts& parts, const char* phase, double repeats,
             const Speed& speed) {
    for (const Operator& part : parts) {
        const Cost cost = costOf(part, speed);
        if (part.message || cost.total() <= 0)
            continue;
        work.push_back({std::string(toString(part.kind)), "steady state", phase, Lane::Compute, part.flops,
                        part.allBytes(), 0, seconds(cost.total()), repeats,
                        std::string(nameOf(cost.largest())), roofOf(cost.largest()), part.rate});
    }
}

void hide(PartPass& pass, const Exchanged& sent) {
    const double free = pass.seconds() - pass.messages() - pass.hiddenWeights;
    const double behind = std::clamp(sent.seconds, 0.0, std::max(0.0, free));
    pass.cost[Cause::Gradients] += sent.seconds - behind;
    pass.hiddenWeights += behind;
    take(pass.sends, sent);
}

constexpr double gradientBytes = 4, weightBytes = 2; // as they are sent

} // namespace

double PartPass::messages() const {
    double sum = 0;
    for (const Cause cause : {Cause::Collective, Cause::Ring, Cause::DispatchStart, Cause::DispatchWire,
                              Cause::CombineStart, Cause::CombineWire, Cause::Gradients})
        sum += cost[cause];
    return sum;
}

std::vector<WorkPoint> workOfPart(const TrainingRun& run, const TrainingLayout& layout, int part,
                                  const Speed& speed) {
    std::vector<WorkPoint> work;
    const PartLayers layers = layersOf(run, layout, part);
    for (const bool experts : {false, true}) {
        const int count = experts ? layers.experts : layers.dense;
        if (count == 0)
            continue;
        const LayerParts forward = trainingLayer(run, experts);
        addWork(work, forward, "forward", count, speed);
        addWork(work, backwardOf(run, forward), "backward", count, speed);
    }
    return work;
}

TrainingCosting::TrainingCosting(const Asked& asked, const TrainingRun& run, const TrainingLayout& layout,
                                 const TrainingStep& workload, const Speed& speed, Plan& plan)
    : m_run(run), m_layout(layout), m_w(workload), m_speed(speed), m_messages(asked, layout, plan) {}

Maybe TrainingCosting::addMessages(PartPass& pass, int stage, const LayerParts& parts) {
    const auto among = [&](Collective what, double bytes) -> Maybe {
        const Result<Exchanged> sum = m_messages.collective(what, TrainingGroup::Tensor, stage, bytes);
        if (!sum)
            return sum.issues().front();
        pass.cost[Cause::Collective] += sum->seconds;
        take(pass.sends, *sum);
        return std::nullopt;
    };
    const auto experts = [&](MoeDirection direction, Cause start, Cause wire) -> Maybe {
        const Result<Exchanged> sent = m_messages.experts(direction, stage, m_run);
        if (!sent)
            return sent.issues().front();
        pass.cost[start] += sent->start;
        pass.cost[wire] += sent->seconds - sent->start;
        take(pass.sends, *sent);
        return std::nullopt;
    };
    for (const Operator& part : parts) {
        if (!part.message)
            continue;
        const double bytes = part.message->bytes;
        Maybe issue;
        switch (part.message->exchange) {
        case Exchange::AllReduce:
            issue = among(Collective::ReduceScatter, bytes);
            if (!issue)
                issue = among(Collective::AllGather, bytes);
            break;
        case Exchange::ReduceScatter:
            issue = among(Collective::ReduceScatter, bytes);
            break;
        case Exchange::AllGather:
            issue = among(Collective::AllGather, bytes);
            break;
        case Exchange::Dispatch:
            issue = experts(MoeDirection::Dispatch, Cause::DispatchStart, Cause::DispatchWire);
            break;
        case Exchange::Combine:
            issue = experts(MoeDirection::Combine, Cause::CombineStart, Cause::CombineWire);
            break;
        case Exchange::AllToAll: // of prefill alone
            break;
        }
        if (issue)
            return issue;
    }
    return std::nullopt;
}

Maybe TrainingCosting::addRing(PartPass& pass, int stage, const LayerParts& parts, PassDirection direction) {
    if (m_layout.context < 2)
        return std::nullopt;
    const double blocks = m_layout.context, all = blocks * keysAndValues(m_run).base();
    double sent = 0;
    const auto round = [&](Collective what) -> Maybe {
        const Result<Exchanged> ring =
            m_messages.collective(what, TrainingGroup::Context, stage, all, Algorithm::Ring);
        if (!ring)
            return ring.issues().front();
        sent += ring->seconds;
        take(pass.sends, *ring);
        return std::nullopt;
    };
    if (Maybe issue = round(Collective::AllGather))
        return issue;
    if (direction == PassDirection::Backward) // their gradients go home
        if (Maybe issue = round(Collective::ReduceScatter))
            return issue;
    const double behind = attentionSeconds(parts, m_speed) * (blocks - 1) / blocks;
    pass.cost[Cause::Ring] += std::max(0.0, sent - behind);
    pass.hidden += std::min(sent, behind);
    return std::nullopt;
}

Result<PartCosts> TrainingCosting::layer(int stage, bool experts) {
    if (const auto known = m_layers.find({stage, experts}); known != m_layers.end())
        return known->second;
    const LayerParts forward = trainingLayer(m_run, experts), backward = backwardOf(m_run, forward);
    const LayerParts again = madeAgain(m_run, forward, m_w.recompute);
    PartCosts layer;
    layer.forward.cost = costOfParts(forward, m_speed);
    layer.backward.cost = backwardCost(backward, m_speed) + costOfParts(again, m_speed);
    Maybe issue = addMessages(layer.forward, stage, forward);
    if (!issue)
        issue = addRing(layer.forward, stage, forward, PassDirection::Forward);
    if (!issue)
        issue = addMessages(layer.backward, stage, backward);
    if (!issue)
        issue = addRing(layer.backward, stage, backward, PassDirection::Backward);
    if (!issue && m_w.recompute == Recompute::Full) {
        issue = addMessages(layer.backward, stage, again);
        if (!issue)
            issue = addRing(layer.backward, stage, again, PassDirection::Forward);
    }
    if (!issue)
        issue = addWeights(layer, stage, experts);
    if (issue)
        return Result<PartCosts>::refused(*issue);
    return m_layers[{stage, experts}] = layer;
}

Result<Exchanged> TrainingCosting::amongData(Collective what, int stage, const RankParameters& held,
                                             double bytesOfEach) {
    Exchanged sum;
    for (const auto& [among, count] :
         {std::pair(TrainingGroup::Data, held.dense), std::pair(TrainingGroup::ExpertData, held.routed)}) {
        Result<Exchanged> one = m_messages.collective(what, among, stage, count * bytesOfEach);
        if (!one)
            return one;
        sum.seconds += one->seconds;
        take(sum.carried, *one);
    }
    return sum;
}

Maybe TrainingCosting::addWeights(PartCosts& layer, int stage, bool experts) {
    if (m_w.optimizer != OptimizerState::FullySharded)
        return std::nullopt;
    const RankParameters held = layerParameters(m_run, experts);
    const Result<Exchanged> gather = amongData(Collective::AllGather, stage, held, weightBytes),
                            reduce = amongData(Collective::ReduceScatter, stage, held, gradientBytes);
    if (!gather || !reduce)
        return (gather ? reduce : gather).issues().front();
    hide(layer.forward, *gather);
    hide(layer.backward, *gather);
    hide(layer.backward, *reduce);
    return std::nullopt;
}

Result<PartCosts> TrainingCosting::part(int index) {
    PartCosts sum;
    const int stage = index % m_layout.pipeline;
    const auto addLayers = [&](bool experts, int count) -> Maybe {
        if (count == 0)
            return std::nullopt;
        const Result<PartCosts> one = layer(stage, experts);
        if (!one)
            return one.issues().front();
        addTimes(sum.forward, one->forward, count);
        addTimes(sum.backward, one->backward, count);
        return std::nullopt;
    };
    const auto addOnly = [&](const LayerParts& parts, int count) {
        sum.forward.cost = sum.forward.cost + costOfParts(parts, m_speed) * count;
        sum.backward.cost = sum.backward.cost + backwardCost(backwardOf(m_run, parts), m_speed) * count;
    };
    const PartLayers layers = layersOf(m_run, m_layout, index);
    for (const bool experts : {false, true})
        if (const Maybe issue = addLayers(experts, experts ? layers.experts : layers.dense))
            return Result<PartCosts>::refused(*issue);
    if (index == 0)
        addOnly(
            inputParts(m_run.model, m_run.run, {m_run.sequences, m_run.sequenceTokens / m_run.context, 0}),
            1);
    if (index == m_layout.parts() - 1) {
        addOnly(trainingHead(m_run), 1 + m_run.predictionModules);
        addOnly(trainingJoint(m_run), m_run.predictionModules);
        if (const Maybe issue = addLayers(m_run.model.experts.has_value(), m_run.predictionModules))
            return Result<PartCosts>::refused(*issue);
    }
    return sum;
}

Maybe TrainingCosting::addHandovers(TrainingCosts& costs) {
    const double rows = m_run.tokens() * m_run.hidden() * 2 / m_run.run.sharding.tensorRanks;
    for (int i = 0; i + 1 < m_layout.parts(); ++i) {
        const int from = i % m_layout.pipeline, to = (i + 1) % m_layout.pipeline;
        const Result<Exchanged> there = m_messages.handover(from, to, rows),
                                back = m_messages.handover(to, from, rows);
        if (!there || !back)
            return (there ? back : there).issues().front();
        costs.handover.push_back(*there);
        costs.handback.push_back(*back);
    }
    return std::nullopt;
}

Result<StageEnd> TrainingCosting::stageEnd(int stage) {
    using Answer = Result<StageEnd>;
    const RankParameters held = stageParameters(m_run, m_layout, stage);
    const bool copied = m_w.optimizer == OptimizerState::Copied;
    // Of sharded layers both were done with each microbatch.
    const RankParameters sent =
        m_w.optimizer == OptimizerState::FullySharded ? stageTables(m_run, m_layout, stage) : held;
    StageEnd end;
    const Result<Exchanged> reduce =
        amongData(copied ? Collective::AllReduce : Collective::ReduceScatter, stage, sent, gradientBytes);
    const Result<Exchanged> gather =
        copied ? Result<Exchanged>(Exchanged{}) : amongData(Collective::AllGather, stage, sent, weightBytes);
    if (!reduce || !gather)
        return Answer::refused((reduce ? gather : reduce).issues());
    end.reduce = *reduce;
    end.gather = *gather;
    end.update = (copied ? held.all() : sharedParameters(m_layout, held)) *
                 parameterBytes(m_w.precision).update() / m_speed.roofs.memory;
    return end;
}

Result<TrainingCosts> TrainingCosting::make() {
    using Answer = Result<TrainingCosts>;
    TrainingCosts costs;
    for (int i = 0; i < m_layout.parts(); ++i) {
        const Result<PartCosts> one = part(i);
        if (!one)
            return Answer::refused(one.issues());
        costs.parts.push_back(*one);
    }
    if (const Maybe issue = addHandovers(costs))
        return Answer::refused(*issue);
    for (int s = 0; s < m_layout.pipeline; ++s) {
        const Result<StageEnd> end = stageEnd(s);
        if (!end)
            return Answer::refused(end.issues());
        costs.stages.push_back(*end);
    }
    return costs;
}

} // namespace supernode
