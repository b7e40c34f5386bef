// SPDX-License-Identifier: GPL-3.0-or-later
// From a click to the answer: a scenario on the whole machine, evaluated from scratch and with the fabric at
// hand.
#include "app/files/builtin.h"
#include "app/files/freed_memory.h"
#include "model/evaluate.h"
#include "model/fabric/fabric_state.h"
#include "model/simulation/max_min.h"
#include "model/traffic/class_traffic.h"

#include <benchmark/benchmark.h>

#include <algorithm>

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
void allToAllZipf(benchmark::State& s) { click(s, AllToAll{.zipf = 1}, {}); }
void allToAllZipfSpine(benchmark::State& s) { click(s, AllToAll{.zipf = 1}, {Fail{"plane 3 l2 5"}}); }
void allToAllZipfLeaf(benchmark::State& s) { click(s, AllToAll{.zipf = 1}, {Fail{"node 5 l1 3"}}); }
void permutationSpine(benchmark::State& s) { click(s, Permutation{}, {Fail{"plane 3 l2 5"}}); }
void incastSpine(benchmark::State& s) { click(s, Incast{}, {Fail{"plane 3 l2 5"}}); }

// Every link between dies and L1 chips and between the tiers, one after the other, failed and restored:
// classes and ways derived and rates shared anew each time; no loads of single channels.
void everyCable(benchmark::State& state) {
    const FabricPtr fabric = *buildFabric(builtinSystem("cloudmatrix384"));
    FabricState now = *applyChanges(*fabric, {});
    const NetworkShape shape(*fabric, Network::ScaleUp);
    std::vector<std::uint32_t> colours(shape.ends(), EndClasses::idle);
    std::fill_n(colours.begin(), shape.endpoints(), 0u);
    const auto solve = [&](const std::vector<DamagedLink>& damage) {
        ClassTraffic traffic(*fabric, now, {}, {}, colours, damage);
        traffic.addAll(0, 0, {1e6, 1, 0});
        benchmark::DoNotOptimize(
            shareMaxMin(traffic.take("all-to-all", ClassTraffic::Channels::LeftOut)->sharing));
    };
    for (auto _ : state)
        for (std::uint32_t i = 0; i < fabric->linkCount(); ++i) {
            const LinkKind kind = fabric->link(LinkId(i)).kind;
            if (kind != LinkKind::EndpointLeaf && kind != LinkKind::LeafSpine)
                continue;
            const double built = now.capacity[2 * i];
            now.capacity[2 * i] = now.capacity[2 * i + 1] = 0;
            solve({{*shape.placeOf(LinkId(i)), 0, 0}});
            now.capacity[2 * i] = now.capacity[2 * i + 1] = built;
            solve({});
        }
}
void allReduceAuto(benchmark::State& s) { click(s, AllReduce{}, {}); }
void allReduceAutoSpine(benchmark::State& s) { click(s, AllReduce{}, {Fail{"plane 3 l2 5"}}); }
void moeDispatch(benchmark::State& s) { click(s, MoeDispatch{.route = {.experts = 768}}, {Fail{"plane 3"}}); }

void wiring(benchmark::State& state) {
    const SystemPtr system = builtinSystem("cloudmatrix384");
    for (auto _ : state)
        benchmark::DoNotOptimize(buildFabric(system));
}

BENCHMARK(allToAllPlane)->Unit(benchmark::kMillisecond);
BENCHMARK(allToAllSpine)->Unit(benchmark::kMillisecond);
BENCHMARK(allToAllTenFaults)->Unit(benchmark::kMillisecond);
BENCHMARK(allToAllZipf)->Unit(benchmark::kMillisecond);
BENCHMARK(allToAllZipfSpine)->Unit(benchmark::kMillisecond);
BENCHMARK(allToAllZipfLeaf)->Unit(benchmark::kMillisecond);
BENCHMARK(permutationSpine)->Unit(benchmark::kMillisecond);
BENCHMARK(incastSpine)->Unit(benchmark::kMillisecond);
BENCHMARK(everyCable)->Unit(benchmark::kMillisecond);
BENCHMARK(allReduceAuto)->Unit(benchmark::kMillisecond);
BENCHMARK(allReduceAutoSpine)->Unit(benchmark::kMillisecond);
BENCHMARK(moeDispatch)->Unit(benchmark::kMillisecond);
BENCHMARK(wiring)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace supernode

int main(int argc, char** argv) {
    supernode::keepFreedMemory(); // as the desktop program does
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
