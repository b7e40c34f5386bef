// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/language_run.h"

#include <algorithm>

namespace supernode {
namespace {

std::string limitOfSegment(const Segment& segment) { return std::string(nameOf(segment.cost.largest())); }

// Appends the spans of a path that begins at `at`; gives back where it ends.
double addSpans(std::vector<Span>& spans, const Path& path, double at, const std::string& suffix) {
    for (const Segment& segment : path) {
        const std::string name = segment.name + suffix;
        if (segment.sent.empty()) {
            spans.push_back(
                {name, segment.lane, seconds(at), seconds(segment.seconds()), limitOfSegment(segment)});
            at += segment.seconds();
            continue;
        }
        for (const Sent& sent : segment.sent) {
            if (sent.start.base() > 0)
                spans.push_back({name + " start-up", segment.lane, seconds(at), sent.start, "software"});
            at += sent.start.base();
            if (sent.wire.base() > 0)
                spans.push_back(
                    {name, segment.lane, seconds(at), sent.wire, "links", sent.traffic, sent.times});
            at += sent.wire.base();
        }
    }
    return at;
}

Path only(const LayerPaths& paths, bool messages) {
    Path found;
    for (const Path* path : {&paths.attention, &paths.forward})
        for (const Segment& segment : *path)
            if (segment.sent.empty() != messages)
                found.push_back(segment);
    return found;
}

} // namespace

LayerTime oneBatch(const LayerPaths& whole) {
    LayerTime layer;
    layer.cost = costOf(whole.attention) + costOf(whole.forward);
    layer.seconds = layer.cost.total();
    layer.work = whole.work;
    addSpans(layer.spans, whole.forward, addSpans(layer.spans, whole.attention, 0, ""), "");
    return layer;
}

LayerTime besideEachOther(const LayerPaths& half, double memoryRate) {
    LayerTime layer;
    layer.microbatches = 2;
    layer.work = half.work;
    const double attention = secondsOf(half.attention), forward = secondsOf(half.forward);
    const double memory = half.hbmBytes / memoryRate;
    const double slot = std::max({attention, forward, memory});
    layer.seconds = 2 * slot;
    if (slot <= memory)
        layer.cost[Cause::Memory] = layer.seconds;
    else
        layer.cost = costOf(attention >= forward ? half.attention : half.forward) * 2;
    for (const int turn : {0, 1}) {
        addSpans(layer.spans, half.attention, turn * slot, turn == 0 ? " A" : " B");
        addSpans(layer.spans, half.forward, turn * slot, turn == 0 ? " B" : " A");
    }
    return layer;
}

LayerTime messagesBehindCompute(const LayerPaths& half) {
    LayerTime layer;
    layer.microbatches = 2;
    layer.work = half.work;
    const Path compute = only(half, false), messages = only(half, true);
    const double slot = std::max(secondsOf(compute), secondsOf(messages));
    layer.seconds = 2 * slot;
    layer.cost = costOf(secondsOf(compute) >= secondsOf(messages) ? compute : messages) * 2;
    for (const int turn : {0, 1}) {
        addSpans(layer.spans, compute, turn * slot, turn == 0 ? " A" : " B");
        addSpans(layer.spans, messages, turn * slot, turn == 0 ? " B" : " A");
    }
    return layer;
}

void addStage(Plan& plan, const std::string& name, const LayerTime& layer, double repeats) {
    if (repeats <= 0 || layer.seconds <= 0)
        return;
    plan.stages.push_back({name, seconds(layer.seconds), repeats, layer.spans});
    addWork(plan, name, layer.work, repeats * layer.microbatches);
}

void addWork(Plan& plan, const std::string& stage, std::vector<WorkPoint> work, double repeats) {
    for (WorkPoint& point : work) {
        point.stage = stage;
        if (point.phase.empty())
            point.phase = stage; // it is drawn as a whole
        point.repeats = repeats;
        plan.work.push_back(std::move(point));
    }
}

void addStage(Plan& plan, const std::string& name, Lane lane, double length, const std::string& why) {
    if (length > 0)
        plan.stages.push_back({name, seconds(length), 1, {{name, lane, {}, seconds(length), why}}});
}

void add(Plan& plan, Made made) {
    plan.metrics.push_back({made.id, made.name, made.value, made.unit, made.per, Grade::Modelled,
                            std::move(made.sentence), made.better, std::move(made.formula),
                            std::move(made.terms)});
}

Term given(const char* name, double value, const char* unit, const char* path) {
    return {name, value, unit, Grade::Assumption, path};
}
Term term(const char* name, double value, const char* unit) { return {name, value, unit}; }

void addMemoryMetrics(Plan& plan, const RankMemory& memory, const Instance& instance) {
    const double gb = 1e9;
    add(plan,
        {"memory_per_rank",
         "Memory in use",
         memory.needed().base() / gb,
         "GB",
         "endpoint",
         Metric::Better::Lower,
         "What one rank holds: weights, the cache of its sequences at full length, rows in flight.",
         "weights + cache + activations + buffers",
         {term("weights", memory.weights.base() / gb, "GB"), term("cache", memory.cache.base() / gb, "GB"),
          term("activations", memory.activations.base() / gb, "GB"),
          term("buffers", memory.buffers.base() / gb, "GB")}});
    add(plan,
        {"memory_share",
         "Share of the memory",
         memory.needed() / instance.capacity * 100,
         "%",
         "endpoint",
         Metric::Better::Neither,
         "Memory in use of one rank, of the HBM that it has.",
         "in use / HBM of a rank",
         {term("in use", memory.needed().base() / gb, "GB"),
          {"HBM of a rank", instance.capacity.base() / gb, "GB", Grade::Derived, "chip.hbm_capacity"}}});
}

void addExpertMetric(Plan& plan, const ModelSpec& model, const Instance& instance) {
    const Sharding& s = instance.run.sharding;
    if (!model.experts)
        return;
    add(plan, {"redundant_experts",
               "Redundant experts",
               double(s.redundantExperts),
               "",
               "",
               Metric::Better::Neither,
               "Further copies of popular experts in each layer: with more of them the hottest rank gets "
               "fewer tokens.",
               "ranks with experts x experts of each - experts of a layer",
               {term("ranks with experts", s.routedRanks(), "ranks"),
                term("experts of each", expertSlots(s, model), ""),
                term("experts of a layer", model.experts->routed.value, "")}});
}

std::vector<Term> termsOf(const Cost& cost, double scale, const char* unit) {
    std::vector<Term> terms;
    for (std::size_t i = 0; i < causes; ++i)
        if (cost.seconds[i] > 0)
            terms.push_back(
                {std::string(nameOf(static_cast<Cause>(i))), cost.seconds[i] * scale, unit, Grade::Modelled});
    std::stable_sort(terms.begin(), terms.end(),
                     [](const Term& a, const Term& b) { return a.value > b.value; });
    return terms;
}

} // namespace supernode
