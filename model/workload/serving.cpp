// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/serving.h"

#include "model/base/number_text.h"
#include "model/workload/cache_moves.h"
#include "model/workload/decode.h"
#include "model/workload/prefill.h"
#include "model/workload/serving_queue.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {
namespace {

using Better = Metric::Better;

// Of the most requests that fit: points of the table of decode steps.
constexpr std::array<double, 7> batchShares{1.0 / 32, 1.0 / 16, 1.0 / 8, 1.0 / 4, 1.0 / 2, 3.0 / 4, 1};
constexpr double tokensPerChip = 16384; // most of one prefill pass, as published (A4.T3.3)

// How long a further token takes at batches up to the most that fits.
Result<bool> tableOfSteps(const Asked& asked, const ModelSpec& model, const Serving& w,
                          const Instance& instance, QueueAsked& queue, Cost& cost,
                          std::vector<WorkPoint>& work) {
    const double most = mostSequences(model, instance, double(w.promptTokens) + w.outputTokens);
    if (most < 1)
        return Result<bool>::refused(Issue{"workload.decode_chips",
                                           "no request of this length fits beside the weights",
                                           "give more chips, or shorter prompts and outputs"});
    // Beyond 1,024 sequences a rank nothing changes but the memory that is asked for.
    const double capped = std::min(most, 1024.0);
    queue.batch.clear();
    queue.tokenSeconds.clear();
    for (const double share : batchShares) {
        Plan aside;
        const Result<DecodeStep> step =
            decodeStep(asked, model, instance, capped * share, w.promptTokens + w.outputTokens / 2.0,
                       w.mtpAcceptance, 2, Keep::Times, aside);
        if (!step)
            return Result<bool>::refused(step.issues());
        queue.batch.push_back(capped * share * instance.groups());
        queue.tokenSeconds.push_back(step->seconds / step->tokens);
        cost = step->cost;
        work = std::move(aside.work);
    }
    return true;
}

Result<bool> passesOf(const Asked& asked, const ModelSpec& model, const Serving& w, const Instance& instance,
                      QueueAsked& queue, Cost& cost) {
    const double each = std::floor(tokensPerChip * instance.chips / instance.groups() / w.promptTokens);
    queue.prefillBatch = static_cast<int>(std::max(1.0, each)) * instance.groups();
    queue.leastPrompts = instance.groups();
    const auto pass = [&](double prompts) {
        Plan aside;
        return prefillPass(asked, model, instance,
                           {prompts / instance.groups() * w.promptTokens, double(w.promptTokens),
                            w.cachedFraction, w.transferNetwork, 2},
                           Keep::Times, aside);
    };
    const double all = queue.prefillBatch, few = queue.leastPrompts;
    const Result<PrefillPass> full = pass(all);
    const Result<PrefillPass> part = all > few ? pass(few) : full;
    if (!full || !part)
        return Result<bool>::refused(full ? part.issues() : full.issues());
    cost = full->cost;
    queue.passPerPrompt =
        all > few ? std::max(0.0, (full->seconds - part->seconds) / (all - few)) : full->seconds / all;
    queue.passFixed = std::max(0.0, full->seconds - queue.passPerPrompt * all);
    return true;
}

void addPercentiles(Plan& plan, const char* id, const char* name, const std::vector<double>& sorted,
                    const char* meaning) {
    struct Rank {
        const char *suffix, *word;
        double share;
    };
    for (const Rank& rank :
         {Rank{"_p50", "half", 0.5}, Rank{"_p90", "90 %", 0.9}, Rank{"_p99", "99 %", 0.99}})
        add(plan, {(std::string(id) + rank.suffix).c_str(),
                   (std::string(name) + ", " + rank.word).c_str(),
                   percentile(sorted, rank.share) * 1e3,
                   "ms",
                   "",
                   Better::Lower,
                   std::string(meaning) + " " + rank.word + " of the requests take no longer.",
                   "nearest rank among the simulated requests",
                   {term("requests", static_cast<double>(sorted.size()), "requests")}});
}

void addMetrics(Plan& plan, const Serving& w, const QueueAsked& queue, const QueueAnswer& answer,
                const Instance& prefill, const Instance& decode) {
    const double chips = w.prefillInstances * prefill.chips + w.decodeInstances * decode.chips;
    const double rate = w.arrivalsPerSecond;
    const Term arrivals = given("arrivals", rate, "requests/s", "workload.arrivals_per_second");
    add(plan,
        {"goodput",
         "Goodput",
         rate * answer.good,
         "requests/s",
         "system",
         Better::Higher,
         "Requests in a second that get their first token and their further ones within the limits.",
         "arrivals x share within both limits",
         {arrivals, term("share within both limits", answer.good, "ratio"),
          given("limit of the first token", w.firstTokenLimitMs, "ms", "workload.first_token_limit_ms"),
          given("limit of a further token", w.outputTokenLimitMs, "ms", "workload.output_token_limit_ms")}});
    addPercentiles(plan, "time_to_first_token", "Time to first token", answer.firstToken,
                   "From arrival to the end of its prefill pass, waiting included:");
    addPercentiles(plan, "time_per_output_token", "Time per output token", answer.perToken,
                   "From the first token to the last, transfer and waiting for room included, over the "
                   "tokens:");
    add(plan, {"throughput",
               "Throughput",
               rate * w.outputTokens,
               "tokens/s",
               "system",
               Better::Higher,
               "Tokens that are put out in a second: nothing is lost while the queues are stable.",
               "arrivals x output tokens",
               {arrivals, given("output tokens", w.outputTokens, "tokens", "workload.output_tokens")}});
    add(plan, {"tokens_per_second_per_chip",
               "Tokens per second",
               rate * w.outputTokens / chips,
               "tokens/s",
               "chip",
               Better::Higher,
               "Throughput over the chips of all instances of both kinds.",
               "throughput / chips",
               {term("throughput", rate * w.outputTokens, "tokens/s"), term("chips", chips, "chips")}});
    add(plan, {"stable_rate",
               "Most arrivals",
               stableRate(queue),
               "requests/s",
               "system",
               Better::Higher,
               "Above this rate a queue grows without end.",
               "the smaller of what prefill and decode can take",
               {}});
    add(plan, {"prefill_busy",
               "Prefill busy",
               answer.prefillBusy * 100,
               "%",
               "",
               Better::Neither,
               "Share of the time in which a prefill instance computes.",
               "",
               {}});
    add(plan, {"decode_batch",
               "Requests in decode",
               answer.meanDecodeBatch,
               "requests",
               "",
               Better::Neither,
               "Of one decode instance, in the mean over time.",
               "",
               {}});
    add(plan, {"transfer_time",
               "Transfer of a cache",
               queue.transfer * 1e3,
               "ms",
               "",
               Better::Lower,
               "Keys and values of one prompt from prefill to decode.",
               "bytes of a prompt / rate of a rank, in the mean over the ranks of prefill",
               {}});
}

// A request's way, and meanwhile on the links the caches of all requests, in the mean over time.
void addTimeline(Plan& plan, const QueueAsked& queue, const QueueAnswer& answer, CacheMoves moves) {
    const double first = percentile(answer.firstToken, 0.5), each = percentile(answer.perToken, 0.5);
    const double pass = std::min(first, passSeconds(queue, 1));
    addStage(plan, "waiting for prefill", Lane::Compute, first - pass, "requests before it");
    addStage(plan, "prefill", Lane::Compute, pass, "prefill instances");
    addStage(plan, "transfer of the cache", Lane::Transfer, queue.transfer, "one link of a rank");
    if (queue.transfer > 0) {
        Span& span = plan.stages.back().spans.back();
        span.traffic = static_cast<std::uint32_t>(plan.exchanges.size());
        span.times = queue.arrivalsPerSecond * queue.transfer / moves.senders;
        plan.exchanges.push_back(std::move(moves.exchange));
    }
    addStage(plan, "decode", Lane::Compute, std::max(0.0, each * (queue.outputTokens - 1) - queue.transfer),
             "decode instances");
}

// The instance of both kinds with the slowest memory, for which all are taken; decode on the first chips; and
// the ranks of all.
struct Placed {
    Instance decode, prefill;
    std::vector<std::uint32_t> decodeRanks, prefillRanks;
    Plan groups; // nothing but what is shown of the placement
};
Result<Placed> place(const Asked& asked, const ModelSpec& model, const Serving& w) {
    using Answer = Result<Placed>;
    const SystemSpec& system = asked.fabric.system();
    const std::int64_t decodeChips = std::int64_t{w.decodeInstances} * w.decodeChips;
    const std::int64_t chips = decodeChips + std::int64_t{w.prefillInstances} * w.prefillChips;
    if (chips > system.chips())
        return Answer::refused(Issue{"workload.decode_chips",
                                     "all instances together need " + std::to_string(chips) + " " +
                                         system.chip.word + "s of " + std::to_string(system.chips()),
                                     "give fewer or smaller instances"});
    Placed placed;
    const auto add = [&](Pass pass, int count, int each, int taken, Instance& slowest,
                         std::vector<std::uint32_t>& ranks) -> std::vector<Issue> {
        for (int i = 0; i < count; ++i) {
            Result<Instance> instance =
                placeInstance(asked, model, {pass, w.precision, each, taken + i * each, 0, {}});
            if (!instance)
                return instance.issues();
            ranks.insert(ranks.end(), instance->ranks.begin(), instance->ranks.end());
            addGroups(placed.groups, *instance,
                      std::string(pass == Pass::Decode ? "decode " : "prefill ") + std::to_string(i + 1));
            const MemoryLeft left = leastMemory(asked, instance->ranks);
            if (i == 0 || left.rate < leastMemory(asked, slowest.ranks).rate)
                slowest = std::move(instance).value();
        }
        return {};
    };
    std::vector<Issue> issues =
        add(Pass::Decode, w.decodeInstances, w.decodeChips, 0, placed.decode, placed.decodeRanks);
    if (issues.empty())
        issues = add(Pass::Prefill, w.prefillInstances, w.prefillChips, static_cast<int>(decodeChips),
                     placed.prefill, placed.prefillRanks);
    return issues.empty() ? Answer(std::move(placed)) : Answer::refused(std::move(issues));
}

// Of the largest step of decode and of a full pass of prefill.
struct Costs {
    Cost decode, prefill;
    std::vector<WorkPoint> work; // of decode
};

// Everything that the simulation needs.
Result<QueueAsked> queueOf(const Asked& asked, const ModelSpec& model, const Serving& w, const Placed& on,
                           double transferSeconds, Costs& costs) {
    using Answer = Result<QueueAsked>;
    QueueAsked queue;
    queue.arrivalsPerSecond = w.arrivalsPerSecond;
    queue.prefillInstances = w.prefillInstances;
    queue.decodeInstances = w.decodeInstances;
    queue.outputTokens = w.outputTokens;
    queue.transfer = transferSeconds;
    if (const Result<bool> ok = tableOfSteps(asked, model, w, on.decode, queue, costs.decode, costs.work);
        !ok)
        return Answer::refused(ok.issues());
    if (const Result<bool> ok = passesOf(asked, model, w, on.prefill, queue, costs.prefill); !ok)
        return Answer::refused(ok.issues());
    const double most = stableRate(queue);
    if (w.arrivalsPerSecond >= most)
        return Answer::refused(Issue{"workload.arrivals_per_second",
                                     numberText(w.arrivalsPerSecond, 4) +
                                         " requests a second are more than the instances can take: a queue "
                                         "grows without end",
                                     "give less than " + numberText(most, 4)});
    return queue;
}

Limit limitOf(const QueueAsked& queue, double rate, const Costs& costs, const Numbers& numbers,
              const SystemSpec& system) {
    QueueAsked alone = queue;
    alone.outputTokens = 1; // prefill without decode
    const double most = stableRate(queue);
    const bool prefill = stableRate(alone) <= most * (1 + 1e-12);
    Limit limit = prefill ? supernode::limitOf(costs.prefill, numbers, system, "a pass of prefill")
                          : supernode::limitOf(costs.decode, numbers, system, "a step of decode");
    limit.sentence = std::string(prefill ? "Prefill" : "Decode") +
                     " instances would be the first to fall behind, at " + numberText(most, 4) +
                     " requests a second; they now get " + numberText(rate / most * 100, 4) + " % of that. " +
                     limit.sentence;
    limit.share = rate / most;
    limit.resource = (prefill ? "prefill: " : "decode: ") + limit.resource;
    return limit;
}

} // namespace

Result<Plan> planOf(const Asked& asked, const Serving& w) {
    using Answer = Result<Plan>;
    const Result<const ModelSpec*> model = modelOf(asked.scenario, w.model);
    if (!model)
        return Answer::refused(model.issues());
    const Result<Placed> placed = place(asked, **model, w);
    if (!placed)
        return Answer::refused(placed.issues());
    if (!asked.fabric.system().has(w.transferNetwork))
        return Answer::refused(Issue{"workload.transfer_network",
                                     asked.fabric.system().name + " has no such network", "give scale-up"});
    Result<CacheMoves> moves =
        moveCaches(asked, w.transferNetwork,
                   cacheBytesPerToken(**model, placed->prefill.run.numbers.cache) * double(w.promptTokens),
                   placed->prefillRanks, placed->decodeRanks);
    if (!moves)
        return Answer::refused(moves.issues());
    Costs costs;
    const Result<QueueAsked> queue = queueOf(asked, **model, w, *placed, moves->seconds, costs);
    if (!queue)
        return Answer::refused(queue.issues());
    if (w.mtpAcceptance && (*model)->predictionDepth.value == 0)
        asked.warnings.push_back({"workload.mtp_acceptance",
                                  (*model)->name + " has no module that predicts further tokens",
                                  "it decodes one token a step; give null"});
    const QueueAnswer answer = runQueue(*queue, w.firstTokenLimitMs / 1e3, w.outputTokenLimitMs / 1e3);
    Plan plan;
    plan.groups = placed->groups.groups;
    plan.work = std::move(costs.work);
    addTimeline(plan, *queue, answer, std::move(moves).value());
    addMetrics(plan, w, *queue, answer, placed->prefill, placed->decode);
    plan.limit =
        limitOf(*queue, w.arrivalsPerSecond, costs, placed->decode.run.numbers, asked.fabric.system());
    return plan;
}

} // namespace supernode
