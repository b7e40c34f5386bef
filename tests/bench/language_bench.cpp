// SPDX-License-Identifier: GPL-3.0-or-later
// Decode, prefill, serving and training: scenario in, whole answer out, the wiring at hand from the answer
// before.
#include "app/files/freed_memory.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"

#include <benchmark/benchmark.h>

namespace supernode {
namespace {

Scenario preset(const char* name, int chips) {
    Scenario scenario = *openScenario(name);
    if (auto* decode = std::get_if<Decode>(&scenario.workload); decode && chips >= 0)
        decode->chips = chips;
    if (auto* prefill = std::get_if<Prefill>(&scenario.workload); prefill && chips >= 0)
        prefill->chips = chips;
    return scenario;
}

void answer(benchmark::State& state, const char* name, int chips, const char* broken) {
    Scenario scenario = preset(name, chips);
    const OutcomePtr before = *evaluate(scenario);
    if (*broken)
        scenario = withChange(scenario, Fail{broken});
    for (auto _ : state)
        benchmark::DoNotOptimize(evaluate(scenario, before.get()));
}

BENCHMARK_CAPTURE(answer, decode_160_npus, "moe-decode", 160, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answer, decode_384_npus, "moe-decode", 0, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answer, decode_384_npus_plane_failed, "moe-decode", 0, "plane 3")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answer, decode_384_npus_l2_failed, "moe-decode", 0, "plane 3 l2 7")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answer, prefill_16_npus, "prefill", 16, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answer, prefill_384_npus, "prefill", 0, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answer, serving, "serving", -1, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answer, training_deepseek_v3, "training-step-experts", -1, "")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answer, training_deepseek_v3_plane_failed, "training-step-experts", -1, "plane 3")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answer, training_deepseek_v3_l2_failed, "training-step-experts", -1, "plane 3 l2 7")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answer, training_llama_405b, "training-step", -1, "")->Unit(benchmark::kMillisecond);

} // namespace
} // namespace supernode

int main(int argc, char** argv) {
    supernode::keepFreedMemory(); // as the desktop program does
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
