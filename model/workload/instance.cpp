// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/instance.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr double leftToCaches = 0.4; // of the memory, where tensor ranks are chosen by rule

std::string text(int n) { return std::to_string(n); }

// The least divisor of the heads, doubling, whose ranks have room for caches beside the weights; no more
// where it saves little, as experts are spread over all ranks anyway.
int tensorRanksFor(const ModelSpec& model, const Execution& run, int ranks, Bytes capacity) {
    const auto weights = [&](int t) {
        Execution with = run;
        with.sharding = shardingOn(model, ranks / t * t, t);
        return weightsOfRank(model, with);
    };
    int t = 1;
    Bytes now = weights(t);
    while (now > capacity * (1 - leftToCaches) && 2 * t <= ranks && model.heads.value % (2 * t) == 0) {
        const Bytes next = weights(2 * t);
        if (next > now * 0.75)
            break;
        t *= 2;
        now = next;
    }
    return t;
}

// So many copies as are asked for instead of those of the rule; 0: the rule.
std::optional<Issue> addRedundant(Sharding& s, const ModelSpec& model, int wanted) {
    if (wanted == 0)
        return std::nullopt;
    if (!model.experts)
        return Issue{"workload.redundant_experts", model.name + " has no experts", "give 0"};
    const int routed = model.experts->routed.value, hosts = s.routedRanks();
    const int below = (routed + wanted) / hosts * hosts - routed, above = below + hosts;
    if (below != wanted)
        return Issue{"workload.redundant_experts",
                     text(routed) + " experts and " + text(wanted) + " copies do not fill " + text(hosts) +
                         " ranks evenly",
                     "give " + (below > 0 ? text(below) + " or " : "") + text(above)};
    s.redundantExperts = wanted;
    return std::nullopt;
}

// Ranks that share prompts have all dense matrices, and heads of their own in attention.
std::optional<Issue> sharePrompts(Sharding& s, const ModelSpec& model, int ranks, int wanted) {
    s.promptRanks = wanted;
    if (wanted == 1)
        return std::nullopt;
    const char* const field = "workload.prompt_ranks";
    if (s.tensorRanks > 1)
        return Issue{field, "ranks that share every matrix share their prompts already",
                     "give 1, or 1 as tensor_parallel"};
    if (model.heads.value % wanted != 0 || ranks % wanted != 0)
        return Issue{field,
                     text(model.heads.value) + " heads and " + text(ranks) +
                         " ranks cannot both be shared out evenly among " + text(wanted),
                     "give a divisor of both"};
    return std::nullopt;
}

std::optional<Issue> tooFew(const Asked& asked, const InstanceAsked& wanted, int free) {
    const std::string& word = asked.fabric.system().chip.word;
    if (free > 0 && wanted.chips <= free)
        return std::nullopt;
    return Issue{"workload.chips",
                 text(std::max(1, wanted.chips)) + " " + word + "s are asked for and " +
                     text(std::max(0, free)) + " are up and free",
                 "give at most that many, or 0 for all"};
}

} // namespace

std::vector<int> chipsUp(const Asked& asked) {
    const int each = asked.fabric.system().endpointsPerChip();
    std::vector<int> chips;
    for (int place = 0; place < asked.fabric.system().chips(); ++place) {
        const std::vector<std::uint32_t>& order = asked.state.chipOrder;
        const int c = order.empty() ? place : static_cast<int>(order[static_cast<std::size_t>(place)]);
        bool up = true;
        for (int e = c * each; e < (c + 1) * each; ++e)
            up = up && asked.state.alive(asked.fabric.id(ElementKind::Endpoint, static_cast<std::size_t>(e)));
        if (up)
            chips.push_back(c);
    }
    return chips;
}

Bytes rankMemory(const SystemSpec& system, const MemoryLeft& left) {
    return system.chip.hbmCapacity.value / system.endpointsPerChip() * left.capacity;
}

MemoryLeft leastMemory(const Asked& asked, std::span<const std::uint32_t> ranks) {
    MemoryLeft least;
    for (const std::uint32_t rank : ranks) {
        const MemoryLeft left = asked.state.memoryOf(rank);
        least = {std::min(least.capacity, left.capacity), std::min(least.rate, left.rate)};
    }
    return least;
}

Speed speedOf(const SystemSpec& system, const Roofs& roofs, const MemoryLeft& left) {
    const ServingSpec& s = system.serving;
    Speed speed{roofs, {}, 0};
    if (s.groupedShare)
        for (const MatrixRate rate : {MatrixRate::Bf16, MatrixRate::EightBit, MatrixRate::FourBit})
            if (const std::optional<ComputeRate> dense = matrixRate(system.chip, rate))
                speed.experts[std::size_t(rate)] = dense->base() * s.groupedShare->value.base();
    const double hbm = system.chip.hbmBandwidth.value.base() / system.endpointsPerChip();
    speed.roofs.memory *= left.rate;
    speed.vector = hbm * left.rate * (s.vectorShare ? s.vectorShare->value.base() : 1);
    return speed;
}

void warnOfPrecision(const Asked& asked, Precision precision) {
    const SystemSpec& system = asked.fabric.system();
    if (precision != Precision::Fp8 || system.chip.fourBit)
        return;
    Issue warning{"workload.precision",
                  "no rate of " + system.name + " for FP8 is published: its rate for INT8 stands in",
                  "take the result as one with numbers of 8 bits, or give int8"};
    if (std::find(asked.warnings.begin(), asked.warnings.end(), warning) == asked.warnings.end())
        asked.warnings.push_back(std::move(warning));
}

Result<const ModelSpec*> modelOf(const Scenario& scenario, const std::string& name) {
    if (scenario.model && scenario.model->id == name)
        return scenario.model.get();
    return Result<const ModelSpec*>::refused(Issue{"workload.model",
                                                   "the data of \"" + name + "\" is not at hand",
                                                   "open the scenario with a model that the program knows"});
}

Sharding shardingOn(const ModelSpec& model, int ranks, int tensorRanks) {
    Sharding s;
    s.tensorRanks = tensorRanks;
    if (!model.experts)
        return s;
    const int routed = model.experts->routed.value;
    s.expertRanks = ranks;
    if (model.experts->shared.value > 0 && ranks - ranks / 10 >= routed + routed / 8)
        s.sharedRanks = ranks / 10;
    const int hosts = s.routedRanks();
    int slots = (routed + hosts - 1) / hosts;
    if (slots * hosts - routed < routed / 8 && hosts > 1)
        ++slots;
    s.redundantExperts = slots * hosts - routed;
    return s;
}

Result<Instance> placeInstance(const Asked& asked, const ModelSpec& model, const InstanceAsked& wanted) {
    using Answer = Result<Instance>;
    const SystemSpec& system = asked.fabric.system();
    const std::vector<int> up = chipsUp(asked);
    const int free = static_cast<int>(up.size()) - wanted.taken;
    if (const std::optional<Issue> issue = tooFew(asked, wanted, free))
        return Answer::refused(*issue);
    Instance instance;
    instance.run.numbers = numbersOf(wanted.precision, model.hidden.value);
    instance.run.attention = wanted.pass == Pass::Prefill ? AttentionForm::Expanded : AttentionForm::Absorbed;
    const int each = system.endpointsPerChip();
    int ranks = (wanted.chips > 0 ? wanted.chips : free) * each;
    const Result<Roofs> roofs = roofsOf(system, instance.run.numbers);
    if (!roofs)
        return Answer::refused(roofs.issues());
    warnOfPrecision(asked, wanted.precision);
    const int tensor = wanted.tensorParallel > 0
                           ? wanted.tensorParallel
                           : tensorRanksFor(model, instance.run, ranks, rankMemory(system, {}));
    if (wanted.chips == 0)
        ranks = ranks / tensor * tensor; // what is left over stays idle
    if (ranks < tensor || ranks % tensor != 0)
        return Answer::refused(Issue{"workload.tensor_parallel",
                                     text(ranks) + " ranks cannot be cut into groups of " + text(tensor),
                                     "give a divisor of " + text(std::max(1, ranks))});
    instance.run.sharding = shardingOn(model, ranks, tensor);
    if (std::optional<Issue> issue = addRedundant(instance.run.sharding, model, wanted.redundantExperts))
        return Answer::refused(*issue);
    if (std::optional<Issue> issue = sharePrompts(instance.run.sharding, model, ranks, wanted.promptRanks))
        return Answer::refused(*issue);
    if (system.collective.moeCopies)
        instance.run.sharding.sends = SendRule::OncePerRank;
    if (std::vector<Issue> issues = check(instance.run.sharding, model); !issues.empty()) {
        for (Issue& issue : issues)
            issue.field = issue.field == "tensor_ranks" ? "workload.tensor_parallel" : "workload.chips";
        return Answer::refused(std::move(issues));
    }
    for (int r = 0; r < ranks; ++r)
        instance.ranks.push_back(static_cast<std::uint32_t>(
            up[static_cast<std::size_t>(wanted.taken) + static_cast<std::size_t>(r / each)] * each +
            r % each));
    instance.chips = (ranks + each - 1) / each;
    const MemoryLeft left = leastMemory(asked, instance.ranks);
    instance.capacity = rankMemory(system, left);
    instance.speed = speedOf(system, *roofs, left);
    const auto& skew = wanted.pass == Pass::Prefill ? system.serving.prefillSkew : system.serving.decodeSkew;
    if (skew && wanted.balance == ExpertBalance::Default)
        instance.skew = skew->value.base();
    return instance;
}

void addGroups(Plan& plan, const Instance& instance, const std::string& name) {
    plan.groups.push_back({GroupKind::Instance, name, instance.ranks});
    const Sharding& s = instance.run.sharding;
    const auto size = static_cast<std::size_t>(std::max(s.tensorRanks, s.promptRanks));
    for (std::size_t r = 0; size > 1 && r + size <= instance.ranks.size(); r += size) {
        const std::span<const std::uint32_t> ranks = std::span(instance.ranks).subspan(r, size);
        plan.groups.push_back({GroupKind::Tensor,
                               name + " tensor-group " + text(static_cast<int>(r / size) + 1),
                               {ranks.begin(), ranks.end()}});
    }
}

double hottestRows(double mean, double slotsPerRank, double ranks, double skew, bool sampling) {
    if (ranks <= 1 || mean <= 0)
        return mean;
    const double deviations = std::sqrt(2 * std::log(ranks));
    const double popular = mean * (1 + skew * deviations / std::sqrt(std::max(1.0, slotsPerRank)));
    return std::min(mean * ranks, popular + (sampling ? deviations * std::sqrt(popular) : 0));
}

} // namespace supernode
