// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/training_memory.h"

#include "model/base/number_text.h"
#include "model/scenario/words.h"
#include "model/workload/instance.h"
#include "model/workload/pipeline_schedule.h"

#include <algorithm>

namespace supernode {
namespace {

double keptOfPart(const TrainingRun& r, const TrainingLayout& l, int part, Recompute how) {
    const auto [dense, experts] = layersOf(r, l, part);
    double kept = 0;
    if (dense > 0)
        kept += dense * keptBytes(r, trainingLayer(r, false), how).base();
    if (experts > 0)
        kept += experts * keptBytes(r, trainingLayer(r, true), how).base();
    if (part == l.parts() - 1 && r.predictionModules > 0) {
        const double joined = 2 * r.tokens() * r.hidden() * 2 / r.run.sharding.tensorRanks;
        kept += r.predictionModules *
                (keptBytes(r, trainingLayer(r, r.model.experts.has_value()), how).base() + joined);
    }
    return kept;
}

// Of parts in turn each has its share of what is under way.
double keptOfStage(const TrainingRun& r, const TrainingLayout& l, int stage, Recompute how) {
    const PipelineWork work{l.pipeline, l.virtualStages, l.microbatches, {}, {}, {}};
    double largest = 0;
    for (int v = 0; v < l.virtualStages; ++v)
        largest = std::max(largest, keptOfPart(r, l, v * l.pipeline + stage, how));
    const double head = stage == l.pipeline - 1 ? keptByHead(r).base() * (1 + r.predictionModules) : 0;
    return inFlight(work, stage) * largest + head;
}

double workingBytes(const TrainingRun& r, const LayerParts& layer, Recompute how) {
    double widest = 0;
    for (const Operator& part : layer)
        if (!part.message)
            widest = std::max(widest, part.inputBytes + part.outputBytes);
    return widest + (how == Recompute::None ? 0 : keptBytes(r, layer, Recompute::None).base());
}

double largestLayer(const TrainingRun& r) {
    const double dense = r.model.denseLayers() > 0 ? layerParameters(r, false).all() : 0;
    return std::max(dense, r.model.expertLayers() > 0 ? layerParameters(r, true).all() : 0);
}

TrainingMemory memoryOfStage(const TrainingRun& r, const TrainingLayout& l, const TrainingStep& w,
                             Bytes capacity, int stage) {
    const RankParameters held = stageParameters(r, l, stage);
    const double tables = stageTables(r, l, stage).all();
    const ParameterBytes each = parameterBytes(w.precision);
    const bool copied = w.optimizer == OptimizerState::Copied;
    TrainingMemory memory;
    memory.stage = stage;
    memory.capacity = capacity;
    memory.optimizer = bytes((copied ? held.all() : sharedParameters(l, held)) * each.optimizer);
    double weights = held.all() - tables, gradients = held.all();
    if (w.optimizer == OptimizerState::FullySharded) {
        const RankParameters layers{held.dense - tables, held.routed};
        const double own = sharedParameters(l, layers), layer = largestLayer(r);
        weights = own + 2 * layer;
        gradients = own + layer + tables;
    }
    memory.weights = bytes(weights * each.weight + tables * each.table);
    memory.gradients = bytes(gradients * each.gradient);
    memory.activations = bytes(keptOfStage(r, l, stage, w.recompute));
    double working = 0;
    if (r.model.denseLayers() > 0)
        working = workingBytes(r, trainingLayer(r, false), w.recompute);
    if (r.model.expertLayers() > 0)
        working = std::max(working, workingBytes(r, trainingLayer(r, true), w.recompute));
    memory.working = bytes(working);
    return memory;
}

bool fits(const Asked& asked, const ModelSpec& model, const TrainingStep& w, SendRule sends) {
    const Result<TrainingLayout> layout = layOut(asked, model, w);
    if (!layout)
        return false;
    const TrainingMemory memory =
        trainingMemory(trainingRun(model, *layout, w, sends), *layout, w,
                       rankMemory(asked.fabric.system(), leastMemory(asked, layout->ranks)));
    return memory.missing() <= Bytes();
}

} // namespace

PartLayers layersOf(const TrainingRun& r, const TrainingLayout& l, int part) {
    const int first = l.firstLayer(part), last = l.firstLayer(part + 1);
    const int dense = std::clamp(r.model.denseLayers(), first, last) - first;
    return {dense, last - first - dense};
}

RankParameters stageParameters(const TrainingRun& r, const TrainingLayout& l, int stage) {
    RankParameters sum;
    for (int part = stage; part < l.parts(); part += l.pipeline) {
        const auto [dense, experts] = layersOf(r, l, part);
        if (dense > 0)
            sum = sum + layerParameters(r, false) * dense;
        if (experts > 0)
            sum = sum + layerParameters(r, true) * experts;
        if (part == l.parts() - 1 && r.predictionModules > 0)
            sum = sum + moduleParameters(r) * r.predictionModules;
    }
    return sum + stageTables(r, l, stage);
}

RankParameters stageTables(const TrainingRun& r, const TrainingLayout& l, int stage) {
    int tables = stage == 0 ? 1 : 0;
    if (stage == l.pipeline - 1) {
        // A head that shares the table of the input needs no second one on the same rank.
        const bool apart = r.model.embeddingTables.value > 1;
        tables += apart || l.pipeline > 1 ? 1 : 0;
        tables += apart && l.pipeline > 1 && r.predictionModules > 0 ? 1 : 0; // modules embed what follows
    }
    return tableParameters(r) * tables;
}

double sharedParameters(const TrainingLayout& l, const RankParameters& held) {
    return held.dense / l.replicas() + held.routed / (double(l.perStage()) / l.expert);
}

ParameterBytes parameterBytes(Precision precision) {
    switch (precision) {
    case Precision::Int8:
        return {.weight = 3, .table = 3};
    case Precision::Fp8:
    case Precision::Fp8Nvfp4: // is refused before
        return {.weight = 1, .optimizer = 4 + 2 * 2, .written = 1};
    case Precision::Bf16:
        break;
    }
    return {};
}

TrainingMemory trainingMemory(const TrainingRun& r, const TrainingLayout& l, const TrainingStep& w,
                              Bytes capacity) {
    TrainingMemory fullest = memoryOfStage(r, l, w, capacity, 0);
    for (int stage = 1; stage < l.pipeline; ++stage)
        if (const TrainingMemory memory = memoryOfStage(r, l, w, capacity, stage);
            memory.needed() > fullest.needed())
            fullest = memory;
    return fullest;
}

std::optional<Issue> checkMemory(const Asked& asked, const ModelSpec& model, const TrainingStep& w,
                                 const TrainingMemory& memory) {
    if (memory.missing() <= Bytes())
        return std::nullopt;
    const SystemSpec& system = asked.fabric.system();
    const std::string reason =
        "a " + system.chip.endpointWord + " of pipeline stage " + std::to_string(memory.stage + 1) +
        " lacks " + gigabytesText(memory.missing()) + ": weights " + gigabytesText(memory.weights) +
        ", gradients " + gigabytesText(memory.gradients) + ", optimizer " + gigabytesText(memory.optimizer) +
        ", activations " + gigabytesText(memory.activations + memory.working) + " of " +
        gigabytesText(memory.capacity);
    const SendRule sends = system.collective.moeCopies ? SendRule::OncePerRank : SendRule::OncePerExpert;
    TrainingStep other = w;
    other.optimizer = OptimizerState::Sharded;
    if (w.optimizer == OptimizerState::Copied && fits(asked, model, other, sends))
        return Issue{"workload.optimizer", reason, "sharded would fit"};
    for (const Recompute how : {Recompute::Selective, Recompute::Full}) {
        other = w;
        other.recompute = how;
        if (how > w.recompute && fits(asked, model, other, sends))
            return Issue{"workload.recompute", reason, std::string(toWord(how)) + " would fit"};
    }
    other = w;
    other.optimizer = OptimizerState::FullySharded;
    if (other != w && fits(asked, model, other, sends))
        return Issue{"workload.optimizer", reason, std::string(toWord(other.optimizer)) + " would fit"};
    using Field = std::pair<const char*, int TrainingStep::*>;
    for (const auto& [field, count] : {Field{"workload.pipeline_parallel", &TrainingStep::pipelineParallel},
                                       Field{"workload.tensor_parallel", &TrainingStep::tensorParallel},
                                       Field{"workload.expert_parallel", &TrainingStep::expertParallel}}) {
        other = w;
        for (other.*count *= 2; other.*count <= 512; other.*count *= 2)
            if (fits(asked, model, other, sends))
                return Issue{field, reason, std::to_string(other.*count) + " would fit"};
    }
    return Issue{"workload.chips", reason, "share the model out over more pipeline, tensor or expert ranks"};
}

} // namespace supernode
