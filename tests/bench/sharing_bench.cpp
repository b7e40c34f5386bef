// SPDX-License-Identifier: GPL-3.0-or-later
// The sharing solver alone: whole solves, clicks, every cable in turn, runs over time, and cost against size.
#include "model/simulation/fluid.h"
#include "model/simulation/incremental.h"
#include "tests/bench/problems.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>

namespace supernode::bench {
namespace {

// Machines from 16 to 16,384 dies: nodes of 16, one plane, as many spine chips as dies in a node.
Machine machineOf(std::int64_t dies) {
    return {static_cast<std::uint32_t>(dies / 16), 16, 1, 16, 28e9, 28e9};
}

void whole(benchmark::State& state, const SharingProblem& problem) {
    MaxMin solver;
    Sharing sharing;
    for (auto _ : state) {
        solver.solve(problem, sharing);
        benchmark::DoNotOptimize(sharing.rate.data());
    }
    state.counters["flows"] = static_cast<double>(problem.flows());
    state.counters["ns_per_use"] =
        benchmark::Counter(static_cast<double>(problem.resource.size()) * 1e-9,
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
void permutation(benchmark::State& state) {
    whole(state, permutations({}, static_cast<std::uint32_t>(state.range(0)), 1));
}
void incastTo1(benchmark::State& state) { whole(state, incast({})); }
void allToAll768Dies(benchmark::State& state) {
    Machine machine;
    machine.planes = 1;
    whole(state, allToAll(machine));
}
void allToAll384Npus(benchmark::State& state) { whole(state, allToAll(npus())); }
void permutationBySize(benchmark::State& state) {
    whole(state, permutations(machineOf(state.range(0)), 1, 1));
}

IncrementalSharing running(SharingProblem problem) {
    IncrementalSharing sharing(std::move(problem));
    for (std::uint32_t f = 0; f < sharing.problem().flows(); ++f)
        sharing.start(f);
    sharing.solve();
    return sharing;
}

double threadMicroseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e6 * static_cast<double>(now.tv_sec) + 1e-3 * static_cast<double>(now.tv_nsec);
}

// A used link halved, then restored: each of the two is a click.
void clicks(benchmark::State& state, SharingProblem problem) {
    IncrementalSharing sharing = running(std::move(problem));
    Random random(5);
    std::vector<double> times;
    for (auto _ : state) {
        const Uses uses =
            sharing.problem().usesOf(random.below(static_cast<std::uint32_t>(sharing.problem().flows())));
        const std::uint32_t r = uses[random.below(static_cast<std::uint32_t>(uses.size()))].resource;
        for (const double factor : {0.5, 2.0}) {
            const double before = threadMicroseconds();
            sharing.setCapacity(r, sharing.problem().capacity[r] * factor);
            sharing.solve();
            times.push_back(threadMicroseconds() - before);
        }
    }
    std::sort(times.begin(), times.end());
    state.counters["p50_us"] = times[times.size() / 2];
    state.counters["p99_us"] = times[times.size() * 99 / 100];
}
void clickPermutation(benchmark::State& state) {
    clicks(state, permutations({}, static_cast<std::uint32_t>(state.range(0)), 1));
}
void clickIncast(benchmark::State& state) { clicks(state, incast({})); }

// Both directions of every cable go to 0 and come back, one cable after the other; flows stay on their
// routes.
void everyCable(benchmark::State& state) {
    IncrementalSharing sharing = running(permutations({}, 1, 1));
    const auto channels = static_cast<std::uint32_t>(sharing.problem().resources());
    for (auto _ : state)
        for (std::uint32_t r = 0; r < channels; r += 2)
            for (const double capacity : {0.0, 28e9}) {
                sharing.setCapacity(r, capacity);
                sharing.setCapacity(r + 1, capacity);
                sharing.solve();
            }
    state.counters["cables"] = channels / 2.0;
}

// The same with rerouting: the flows of a dead uplink take the next spine chip, and come back.
void everyCableRerouted(benchmark::State& state) {
    const Machine machine;
    SharingProblem problem = permutations(machine, 1, 1);
    const auto ours = static_cast<std::uint32_t>(problem.flows());
    std::vector<std::vector<std::uint32_t>> flowsOn(problem.resources());
    for (std::uint32_t f = 0; f < ours; ++f)
        for (const Use use : problem.usesOf(f))
            flowsOn[use.resource].push_back(f);
    // The detour of flow f is flow ours + f; a flow inside a node has none and stands still.
    for (std::uint32_t f = 0; f < ours; ++f) {
        std::vector<Use> uses;
        for (const Use use : problem.usesOf(f))
            uses.push_back(use);
        if (uses.size() == 4)
            for (const std::size_t hop : {std::size_t{1}, std::size_t{2}}) {
                const std::uint32_t inPlane = uses[hop].resource % machine.perPlane() - 2 * machine.dies();
                const std::uint32_t next = inPlane % 32 < 30 ? 2 : 0;
                uses[hop].resource += next ? next : 0;
                uses[hop].resource -= next ? 0 : 30;
            }
        problem.addFlow(uses);
    }
    IncrementalSharing sharing(std::move(problem));
    for (std::uint32_t f = 0; f < ours; ++f)
        sharing.start(f);
    sharing.solve();
    const auto channels = static_cast<std::uint32_t>(sharing.problem().resources());
    for (auto _ : state)
        for (std::uint32_t r = 0; r < channels; r += 2)
            for (const bool down : {true, false}) {
                for (const std::uint32_t c : {r, r + 1}) {
                    sharing.setCapacity(c, down ? 0 : 28e9);
                    for (const std::uint32_t f : flowsOn[c])
                        if (sharing.active(f) == down && sharing.problem().usesOf(f).size() == 4 &&
                            r % machine.perPlane() >= 2 * machine.dies()) {
                            down ? sharing.stop(f) : sharing.start(f);
                            down ? sharing.start(ours + f) : sharing.stop(ours + f);
                        }
                }
                sharing.solve();
            }
    state.counters["cables"] = channels / 2.0;
}

// One object for all runs, or a new one each time, whose pages the heap may still have.
enum class Memory : std::uint8_t { Kept, Fresh };
void run(benchmark::State& state, const Run& run, Memory memory) {
    Fluid fluid;
    FluidRun answer;
    for (auto _ : state) {
        if (memory == Memory::Fresh) {
            fluid = {};
            answer = {};
        }
        fluid.run(run.problem, run.bytes, answer, {run.start, Recording::None});
    }
    state.counters["solves"] = static_cast<double>(answer.solves);
}
void runPermutation(benchmark::State& state, Memory memory) {
    run(state, permutationToCompletion({}, 1), memory);
}
void runStaggered(benchmark::State& state, Memory memory) {
    run(state, staggered({}, 768, 1000, 0.05, 1), memory);
}
void runDense(benchmark::State& state, Memory memory) {
    run(state, staggered({}, 128, 1000, 0.02, 1), memory);
}

BENCHMARK(permutation)->Arg(1)->Arg(4)->Arg(16)->Unit(benchmark::kMicrosecond);
BENCHMARK(incastTo1)->Unit(benchmark::kMicrosecond);
BENCHMARK(allToAll768Dies)->Unit(benchmark::kMicrosecond);
BENCHMARK(allToAll384Npus)->Unit(benchmark::kMicrosecond);
BENCHMARK(clickPermutation)->Arg(1)->Arg(16)->Unit(benchmark::kMicrosecond)->Iterations(2000);
BENCHMARK(clickIncast)->Unit(benchmark::kMicrosecond)->Iterations(2000);
BENCHMARK(everyCable)->Unit(benchmark::kMillisecond);
BENCHMARK(everyCableRerouted)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(runPermutation, kept, Memory::Kept)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(runPermutation, fresh, Memory::Fresh)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(runStaggered, kept, Memory::Kept)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(runStaggered, fresh, Memory::Fresh)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(runDense, kept, Memory::Kept)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(runDense, fresh, Memory::Fresh)->Unit(benchmark::kMillisecond);
BENCHMARK(permutationBySize)->RangeMultiplier(2)->Range(16, 16384)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace supernode::bench
