// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fair_work.h"

#include "model/evaluate.h"

#include <algorithm>

namespace supernode {
namespace {

bool canAllDo(const Scenario& scenario, std::span<const Contender> others) {
    const std::vector<ComparedSide> sides = comparedSides(scenario, others, Per::System);
    return std::all_of(sides.begin(), sides.end(), [](const ComparedSide& side) {
        return !side.cannot && evaluate(side.scenario).operator bool();
    });
}

// What a chip is given at once, and the step in which it can change; null for work without a batch.
struct BatchField {
    int* batch = nullptr;
    int step = 1;
};
BatchField batchOf(Workload& workload) {
    if (auto* decode = std::get_if<Decode>(&workload))
        return {&decode->batchPerChip, std::max(1, decode->microbatches)};
    if (auto* prefill = std::get_if<Prefill>(&workload))
        return {&prefill->tokensPerChip, std::max(1, prefill->promptTokens)};
    return {};
}

Precision* precisionOf(Workload& workload) {
    return std::visit(
        [](auto& w) -> Precision* {
            if constexpr (requires { w.precision; })
                return &w.precision;
            else
                return nullptr;
        },
        workload);
}

// The most steps of a batch, at most `asked`, with which all can do it; 0: not even one.
int mostSteps(Scenario scenario, std::span<const Contender> others, int asked) {
    const auto fits = [&](int steps) {
        const BatchField field = batchOf(scenario.workload);
        *field.batch = steps * field.step;
        return canAllDo(scenario, others);
    };
    if (asked < 1 || !fits(1))
        return 0;
    int fitting = 1, tooMany = asked + 1;
    while (tooMany - fitting > 1) {
        const int middle = fitting + (tooMany - fitting) / 2;
        if (fits(middle))
            fitting = middle;
        else
            tooMany = middle;
    }
    return fitting;
}

// With a smaller batch, if that is what it takes.
std::optional<Scenario> withBatchThatFits(Scenario scenario, std::span<const Contender> others) {
    if (canAllDo(scenario, others))
        return scenario;
    const BatchField field = batchOf(scenario.workload);
    const int most = field.batch ? mostSteps(scenario, others, *field.batch / field.step) : 0;
    if (most == 0)
        return std::nullopt;
    *field.batch = most * field.step;
    return scenario;
}

} // namespace

std::optional<Scenario> fairWork(const Scenario& scenario, std::span<const Contender> others) {
    if (canAllDo(scenario, others))
        return std::nullopt;
    Scenario fair = nearestFair(scenario, others).value_or(scenario);
    Precision* const precision = precisionOf(fair.workload);
    if (!precision)
        return canAllDo(fair, others) ? std::optional(fair) : std::nullopt;
    for (const Precision format : {*precision, Precision::Fp8, Precision::Int8, Precision::Bf16}) {
        *precision = format;
        if (std::optional<Scenario> made = withBatchThatFits(fair, others))
            return made;
    }
    return std::nullopt;
}

} // namespace supernode
