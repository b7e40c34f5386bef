// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/prefill.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

using Better = Metric::Better;

Result<LayerTime> layerOf(LayerMaker& maker, const LayerAsked& whole, int microbatches, Keep keep) {
    using Answer = Result<LayerTime>;
    if (microbatches < 2 || !whole.experts) {
        const Result<LayerPaths> one = maker.make(whole, keep);
        return one ? Answer(oneBatch(*one)) : Answer::refused(one.issues());
    }
    LayerAsked half = whole;
    half.batch.sequences /= 2;
    const Result<LayerPaths> one = maker.make(whole, Keep::Times), two = maker.make(half, Keep::Times);
    if (!one || !two)
        return Answer::refused(one ? two.issues() : one.issues());
    const LayerTime inOne = oneBatch(*one), inTwo = messagesBehindCompute(*two);
    const bool split = inTwo.seconds < inOne.seconds;
    if (keep == Keep::Times)
        return split ? inTwo : inOne;
    const Result<LayerPaths> kept = maker.make(split ? half : whole, keep);
    if (!kept)
        return Answer::refused(kept.issues());
    return split ? messagesBehindCompute(*kept) : oneBatch(*kept);
}

Issue noNetwork(const SystemSpec& system, const char* field) {
    return {field, system.name + " has no such network", "give scale-up"};
}

void addMetrics(Plan& plan, const Prefill& w, const Instance& instance, const PrefillPass& pass,
                double without, double found, const RankMemory& memory) {
    const double perChip = w.tokensPerChip / pass.seconds;
    add(plan, {"tokens_per_second_per_chip",
               "Tokens per second",
               perChip,
               "tokens/s",
               "chip",
               Better::Higher,
               "Tokens of prompts that a chip takes in, computed or found in the cache, over the pass.",
               "tokens per chip / time to first token",
               {given("tokens per chip", w.tokensPerChip, "tokens", "workload.tokens_per_chip"),
                term("time to first token", pass.seconds * 1e3, "ms")}});
    add(plan,
        {"time_to_first_token", "Time to first token", pass.seconds * 1e3, "ms", "", Better::Lower,
         "The pass of a batch of prompts through all layers, the arrival of what is cached included; no "
         "waiting before it. Added up by what it is spent on along the longest way.",
         "sum of the parts", termsOf(pass.cost, 1e3, "ms")});
    add(plan, {"time_to_first_token_change",
               "Change by the cache",
               pass.seconds / without - 1,
               "ratio",
               "",
               Better::Lower,
               "Time to first token against the same prompts with nothing cached.",
               "time to first token / time without cache - 1",
               {term("time to first token", pass.seconds * 1e3, "ms"),
                term("time without cache", without * 1e3, "ms")}});
    add(plan,
        {"layer_time",
         "Time of a layer",
         pass.layer * 1e6,
         "us",
         "",
         Better::Lower,
         pass.microbatches == 2 ? "One layer for both microbatches: messages of one behind the compute of "
                                  "the other; twice the longer of both."
                                : "One layer for the whole batch, one part after the other.",
         "",
         {}});
    add(plan,
        {"throughput",
         "Throughput",
         perChip * instance.chips,
         "tokens/s",
         "system",
         Better::Higher,
         "Tokens of prompts that the instance takes in.",
         "tokens per second and chip x chips",
         {term("tokens per second and chip", perChip, "tokens/s"), term("chips", instance.chips, "chips")}});
    if (w.cachedFraction > 0)
        add(plan,
            {"cache_time",
             "Arrival of the cache",
             pass.cacheSeconds * 1e3,
             "ms",
             "",
             Better::Lower,
             "Keys and values of the blocks that are found, from the pool of caches to the ranks, before the "
             "pass.",
             "cached bytes of a rank / its rate",
             {term("tokens found of a prompt", found, "tokens")}});
    addMemoryMetrics(plan, memory, instance);
}

// What each rank gets of a network while all ranks of its node use it.
std::optional<Bandwidth> rateOf(const SystemSpec& system, Network network) {
    if (!system.has(network))
        return std::nullopt;
    switch (network) {
    case Network::ScaleOut:
        return system.scaleOut->rate.value;
    case Network::Vpc:
        return system.vpc->rate.value / system.endpointsPerNode();
    case Network::ScaleUp:
        break;
    }
    const TransferSpec& t = system.transfer;
    const auto& share = system.fabric.cpuBandwidth && t.cpuReadShare ? t.cpuReadShare : t.readShare;
    return system.endpointBandwidth() * (share ? share->value.base() : 1);
}

} // namespace

double tokensFound(const SystemSpec& system, double promptTokens, double fraction) {
    // The last token is always computed: somebody has to say what comes next.
    const double cached = std::min(promptTokens * fraction, promptTokens - 1);
    if (!system.serving.cacheBlock)
        return cached;
    const double block = system.serving.cacheBlock->value;
    return std::floor(cached / block * (1 + 1e-12)) * block; // a quotient may miss a whole number by rounding
}

std::optional<Duration> arrivalOf(const SystemSpec& system, Network network, Bytes size) {
    const std::optional<Bandwidth> rate = rateOf(system, network);
    if (!rate)
        return std::nullopt;
    const auto& software = system.serving.cacheRate;
    if (!software)
        return size / *rate;
    if (network != Network::Vpc)
        return size / std::min(*rate, software->value);
    return size / *rate + size / std::min(*rateOf(system, Network::ScaleUp), software->value);
}

Result<PrefillPass> prefillPass(const Asked& asked, const ModelSpec& model, const Instance& instance,
                                const PrefillAsked& p, Keep keep, Plan& plan) {
    using Answer = Result<PrefillPass>;
    const SystemSpec& system = asked.fabric.system();
    const double prompts = p.tokensPerRank / p.promptTokens, sharing = instance.run.sharding.promptRanks;
    const double cached = tokensFound(system, p.promptTokens, p.cachedFraction);
    const double perToken = cacheBytesPerToken(model, instance.run.numbers.cache).base() /
                            (model.grouped ? instance.run.sharding.tensorRanks : 1);
    const std::optional<Duration> arrival =
        arrivalOf(system, p.cacheNetwork, bytes(prompts * cached * perToken / sharing));
    if (!arrival)
        return Answer::refused(noNetwork(system, "workload.cache_network"));
    const Batch batch{prompts, p.promptTokens - cached, cached};
    LayerMaker maker(asked, model, instance, plan);
    PrefillPass pass;
    pass.cacheSeconds = arrival->base();
    pass.cost[Cause::Cache] = pass.cacheSeconds;
    addStage(plan, "arrival of the cache", Lane::Transfer, pass.cacheSeconds,
             std::string(toWord(p.cacheNetwork)));
    for (const bool experts : {false, true}) {
        const double count = experts ? model.expertLayers() : model.denseLayers();
        if (count <= 0)
            continue;
        const Result<LayerTime> layer = layerOf(maker, {batch, experts, 1, 1, true}, p.microbatches, keep);
        if (!layer)
            return Answer::refused(layer.issues());
        addStage(plan, experts ? "layer with experts" : "dense layer", *layer, count);
        pass.cost = pass.cost + layer->cost * count;
        pass.layer = layer->seconds;
        pass.microbatches = layer->microbatches;
    }
    const Cost head = maker.outputCost(prompts / sharing);
    addWork(plan, "head", maker.outputWork(prompts / sharing), 1);
    addStage(plan, "head", Lane::Compute, head.total(), std::string(nameOf(head.largest())));
    Cost overhead;
    overhead[Cause::Step] = system.serving.step ? system.serving.step->value.base() : 0;
    addStage(plan, "pass overhead", Lane::Compute, overhead.total(), "software");
    pass.cost = pass.cost + head + overhead;
    pass.seconds = pass.cost.total();
    return pass;
}

Result<Plan> planOf(const Asked& asked, const Prefill& w) {
    using Answer = Result<Plan>;
    const Result<const ModelSpec*> model = modelOf(asked.scenario, w.model);
    if (!model)
        return Answer::refused(model.issues());
    const Result<Instance> instance =
        placeInstance(asked, **model,
                      {Pass::Prefill, w.precision, w.chips, 0,
                       w.promptRanks > 1 && w.tensorParallel == 0 ? 1 : w.tensorParallel, w.balance,
                       w.redundantExperts, w.promptRanks});
    if (!instance)
        return Answer::refused(instance.issues());
    const double groupsPerChip = double(instance->groups()) / instance->chips;
    PrefillAsked pass{w.tokensPerChip / groupsPerChip, double(w.promptTokens), w.cachedFraction,
                      w.cacheNetwork, w.microbatches};
    Plan plan;
    addGroups(plan, *instance, "prefill");
    const Result<PrefillPass> done = prefillPass(asked, **model, *instance, pass, Keep::Traffic, plan);
    if (!done)
        return Answer::refused(done.issues());
    double without = done->seconds;
    if (w.cachedFraction > 0) {
        Plan aside;
        pass.cachedFraction = 0;
        const Result<PrefillPass> whole = prefillPass(asked, **model, *instance, pass, Keep::Times, aside);
        if (!whole)
            return Answer::refused(whole.issues());
        without = whole->seconds;
    }
    const RankMemory memory =
        memoryOf(**model, instance->run, {pass.tokensPerRank / pass.promptTokens, pass.promptTokens, 0},
                 instance->capacity, BufferRule::Mean);
    if (const std::optional<Issue> issue = check(memory))
        asked.warnings.push_back({"workload.chips", issue->reason, issue->remedy});
    plan.limit = limitOf(done->cost, instance->run.numbers, asked.fabric.system(), "a pass of prefill");
    addMetrics(plan, w, *instance, *done, without,
               tokensFound(asked.fabric.system(), pass.promptTokens, w.cachedFraction), memory);
    addExpertMetric(plan, **model, *instance);
    return plan;
}

} // namespace supernode
