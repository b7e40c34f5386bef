// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/training_layout.h"

#include "model/workload/instance.h"

#include <algorithm>

namespace supernode {
namespace {

using LayoutAnswer = Result<TrainingLayout>;

// More than this would be played through for minutes.
constexpr std::int64_t mostSlots = 400'000;

std::string text(std::int64_t n) { return std::to_string(n); }

std::string either(std::int64_t below, std::int64_t above) {
    return below < 1 || below == above ? text(above) : text(below) + " or " + text(above);
}

std::string nearestDivisors(int whole, int wanted) {
    int below = std::min(wanted, whole), above = wanted;
    while (whole % below != 0)
        --below;
    while (above < whole && whole % above != 0)
        ++above;
    return either(below, above <= whole ? above : below);
}

std::string nearestMultiples(std::int64_t wanted, std::int64_t of) {
    const std::int64_t below = wanted / of * of;
    return either(below, below + of);
}

std::optional<Issue> wrongForModel(const ModelSpec& m, const TrainingStep& w) {
    if (m.heads.value % w.tensorParallel != 0)
        return Issue{"workload.tensor_parallel",
                     text(m.heads.value) + " heads cannot be shared evenly by " + text(w.tensorParallel),
                     "give " + nearestDivisors(m.heads.value, w.tensorParallel)};
    if (std::int64_t{w.pipelineParallel} * w.virtualStages > m.layers.value) {
        const bool stages = w.pipelineParallel > m.layers.value;
        const int most = stages ? m.layers.value : m.layers.value / w.pipelineParallel;
        return Issue{stages ? "workload.pipeline_parallel" : "workload.virtual_stages",
                     m.name + " has " + text(m.layers.value) + " layers for " +
                         text(std::int64_t{w.pipelineParallel} * w.virtualStages) + " parts",
                     "give at most " + text(most)};
    }
    if (w.sequenceTokens % w.contextParallel != 0)
        return Issue{"workload.context_parallel",
                     text(w.sequenceTokens) + " tokens cannot be shared evenly by " + text(w.contextParallel),
                     "give " + nearestDivisors(w.sequenceTokens, w.contextParallel)};
    if (!m.experts && w.expertParallel > 1)
        return Issue{"workload.expert_parallel", m.name + " has no experts", "give 1"};
    if (m.experts && m.experts->routed.value % w.expertParallel != 0)
        return Issue{"workload.expert_parallel",
                     text(m.experts->routed.value) + " experts cannot be spread evenly over " +
                         text(w.expertParallel) + " ranks",
                     "give " + nearestDivisors(m.experts->routed.value, w.expertParallel)};
    if (w.predictionModules > m.predictionDepth.value)
        return Issue{"workload.prediction_modules",
                     m.name + " has " + text(m.predictionDepth.value) +
                         " modules that predict further tokens, not " + text(w.predictionModules),
                     "give at most " + text(m.predictionDepth.value)};
    if (w.globalBatch % w.microbatch != 0)
        return Issue{"workload.global_batch",
                     text(w.globalBatch) + " sequences cannot be cut into microbatches of " +
                         text(w.microbatch),
                     "give " + nearestMultiples(w.globalBatch, w.microbatch)};
    return std::nullopt;
}

// Whether so many data ranks work, and if not why.
std::optional<Issue> wrongDataRanks(const TrainingStep& w, std::int64_t data) {
    const std::int64_t perStage = data * w.tensorParallel * w.contextParallel;
    if (perStage % w.expertParallel != 0)
        return Issue{"workload.expert_parallel",
                     "a stage has " + text(perStage) + " ranks, which " + text(w.expertParallel) +
                         " expert ranks do not divide",
                     "give " + nearestDivisors(static_cast<int>(perStage), w.expertParallel)};
    const std::int64_t together = data * w.microbatch;
    if (w.globalBatch % together != 0)
        return Issue{"workload.global_batch",
                     text(w.globalBatch) + " sequences cannot be shared evenly by " + text(data) +
                         " data ranks in microbatches of " + text(w.microbatch),
                     "give " + nearestMultiples(w.globalBatch, together)};
    const std::int64_t microbatches = w.globalBatch / together;
    if (w.virtualStages > 1 && microbatches % w.pipelineParallel != 0)
        return Issue{"workload.global_batch",
                     "with parts that take turns, " + text(microbatches) +
                         " microbatches have to be a multiple of " + text(w.pipelineParallel) + " stages",
                     "give " + nearestMultiples(w.globalBatch, together * w.pipelineParallel)};
    if (microbatches * w.pipelineParallel * w.virtualStages > mostSlots)
        return Issue{"workload.global_batch",
                     text(microbatches) + " microbatches through " + text(w.pipelineParallel) +
                         " stages are more than the model plays through",
                     "give at most " +
                         text(mostSlots / (std::int64_t{w.pipelineParallel} * w.virtualStages) * together)};
    return std::nullopt;
}

// Data ranks on so many ranks; `all` takes as many as work.
Result<int> dataRanks(const SystemSpec& system, const TrainingStep& w, std::int64_t ranks) {
    using Data = Result<int>;
    const std::int64_t each = system.endpointsPerChip();
    const std::int64_t replica = std::int64_t{w.tensorParallel} * w.contextParallel * w.pipelineParallel;
    const std::string ends = " " + system.chip.endpointWord + "s";
    if (replica > ranks)
        return Data::refused(
            Issue{w.pipelineParallel > 1 ? "workload.pipeline_parallel" : "workload.tensor_parallel",
                  "one copy of the model takes " + text(replica) + ends + " and there are " + text(ranks),
                  "give fewer tensor, context or pipeline ranks"});
    if (w.chips > 0) {
        std::int64_t chipsOf = replica; // chips that hold whole copies
        while (chipsOf % each != 0)
            chipsOf += replica;
        chipsOf /= each;
        if (ranks % replica != 0)
            return Data::refused(Issue{"workload.chips",
                                       text(ranks) + ends + " are no multiple of the " + text(replica) +
                                           " that one copy of the model takes",
                                       "give " + nearestMultiples(w.chips, chipsOf)});
        const std::int64_t data = ranks / replica;
        if (std::optional<Issue> issue = wrongDataRanks(w, data))
            return Data::refused(*issue);
        return static_cast<int>(data);
    }
    std::optional<Issue> first;
    for (std::int64_t data = ranks / replica; data > 0; --data) {
        std::optional<Issue> issue = wrongDataRanks(w, data);
        if (!issue)
            return static_cast<int>(data);
        if (!first)
            first = std::move(issue);
    }
    return Data::refused(*first);
}

} // namespace

std::vector<std::vector<std::uint32_t>> groupsOf(const TrainingLayout& l, TrainingGroup kind, int stage) {
    const std::span<const std::uint32_t> all = l.stage(stage);
    // Ranks i, i + stride, i + 2 stride ... of a block of size x stride ranks.
    const auto strided = [&](int size, int stride) {
        std::vector<std::vector<std::uint32_t>> groups;
        const std::size_t step = static_cast<std::size_t>(stride);
        const std::size_t length = static_cast<std::size_t>(size) * step;
        for (std::size_t block = 0; block < all.size(); block += length)
            for (std::size_t first = block; first < block + step; ++first) {
                groups.emplace_back();
                for (std::size_t i = first; i < block + length; i += step)
                    groups.back().push_back(all[i]);
            }
        return groups;
    };
    switch (kind) {
    case TrainingGroup::Tensor:
        return strided(l.tensor, 1);
    case TrainingGroup::Context:
        return strided(l.context, l.tensor);
    case TrainingGroup::Data:
        return strided(l.replicas(), l.tensor);
    case TrainingGroup::Expert:
        return strided(l.expert, 1);
    case TrainingGroup::ExpertData:
        break;
    }
    return strided(l.perStage() / l.expert, l.expert);
}

std::vector<PlacedGroup> groupsShown(const TrainingLayout& l) {
    std::vector<PlacedGroup> shown;
    for (int s = 0; s < l.pipeline; ++s) {
        const std::span<const std::uint32_t> stage = l.stage(s);
        shown.push_back({GroupKind::Stage, "stage " + text(s + 1), {stage.begin(), stage.end()}});
    }
    const auto add = [&](TrainingGroup kind, GroupKind as, int size, const char* name) {
        int number = 0;
        for (int s = 0; s < l.pipeline && size > 1; ++s)
            for (std::vector<std::uint32_t>& group : groupsOf(l, kind, s))
                shown.push_back({as, name + text(++number), std::move(group)});
    };
    add(TrainingGroup::Expert, GroupKind::Expert, l.expert, "expert-group ");
    add(TrainingGroup::Tensor, GroupKind::Tensor, l.tensor, "tensor-group ");
    return shown;
}

LayoutAnswer layOut(const Asked& asked, const ModelSpec& model, const TrainingStep& w) {
    if (std::optional<Issue> issue = wrongForModel(model, w))
        return LayoutAnswer::refused(*issue);
    const SystemSpec& system = asked.fabric.system();
    const std::vector<int> up = chipsUp(asked);
    const int each = system.endpointsPerChip();
    if (w.chips > static_cast<int>(up.size()) || up.empty())
        return LayoutAnswer::refused(Issue{"workload.chips",
                                           text(std::max(1, w.chips)) + " " + system.chip.word +
                                               "s are asked for and " + text(std::int64_t(up.size())) +
                                               " are up",
                                           "give at most that many, or 0 for all"});
    const std::int64_t free = std::int64_t{w.chips > 0 ? w.chips : static_cast<int>(up.size())} * each;
    const Result<int> data = dataRanks(system, w, free);
    if (!data)
        return LayoutAnswer::refused(data.issues());
    TrainingLayout l;
    l.tensor = w.tensorParallel;
    l.context = w.contextParallel;
    l.data = *data;
    l.pipeline = w.pipelineParallel;
    l.expert = w.expertParallel;
    l.virtualStages = w.virtualStages;
    l.microbatches = w.globalBatch / (*data * w.microbatch);
    l.layers = model.layers.value;
    const int ranks = l.perStage() * l.pipeline;
    for (int r = 0; r < ranks; ++r)
        l.ranks.push_back(
            static_cast<std::uint32_t>(up[static_cast<std::size_t>(r / each)] * each + r % each));
    l.chips = (ranks + each - 1) / each;
    return l;
}

} // namespace supernode
