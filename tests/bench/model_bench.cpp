// SPDX-License-Identifier: GPL-3.0-or-later
// From a click to the answer: a scenario on the whole machine, evaluated from scratch and with the fabric at
// hand.
#include "app/files/builtin.h"
#include "model/evaluate.h"

#include <benchmark/benchmark.h>

namespace supernode {
namespace {

void click(benchmark::State& state, const Workload& workload, const std::vector<Change>& changes) {
    const SystemPtr system = builtinSystem("cloudmatrix384");
    const OutcomePtr before = *evaluate({system, {}, workload});
    for (auto _ : state)
        benchmark::DoNotOptimize(evaluate({system, changes, workload}, before.get()));
}

void allToAllPlane(benchmark::State& s) { click(s, AllToAll{}, {Fail{"plane 3"}}); }
void allToAllSpine(benchmark::State& s) { click(s, AllToAll{}, {Fail{"plane 3 l2 5"}}); }
void allToAllTenFaults(benchmark::State& s) {
    std::vector<Change> changes;
    for (int i = 1; i <= 10; ++i)
        changes.push_back(Fail{"link node " + std::to_string(4 * i) + " plane 1 l2 " + std::to_string(i)});
    click(s, AllToAll{}, changes);
}
void permutationSpine(benchmark::State& s) { click(s, Permutation{}, {Fail{"plane 3 l2 5"}}); }
void incastSpine(benchmark::State& s) { click(s, Incast{}, {Fail{"plane 3 l2 5"}}); }

void wiring(benchmark::State& state) {
    const SystemPtr system = builtinSystem("cloudmatrix384");
    for (auto _ : state)
        benchmark::DoNotOptimize(buildFabric(system));
}

BENCHMARK(allToAllPlane)->Unit(benchmark::kMillisecond);
BENCHMARK(allToAllSpine)->Unit(benchmark::kMillisecond);
BENCHMARK(allToAllTenFaults)->Unit(benchmark::kMillisecond);
BENCHMARK(permutationSpine)->Unit(benchmark::kMillisecond);
BENCHMARK(incastSpine)->Unit(benchmark::kMillisecond);
BENCHMARK(wiring)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace supernode
