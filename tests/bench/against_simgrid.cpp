// SPDX-License-Identifier: GPL-3.0-or-later
// SimGrid and ours in turn on the same flows: processor time, its ratio, and how far the answers are apart.
// "First" touches fresh memory, "again" repeats the run in the memory that is there: both sides do both.
#include "model/simulation/fluid.h"
#include "tests/bench/problems.h"
#include "tests/bench/simgrid_judge.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace supernode::bench {
namespace {

constexpr std::size_t rounds = 5;

double processSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}
double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}
double farthest(const std::vector<double>& a, const std::vector<double>& b) {
    double most = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        most = std::max(most, std::abs(a[i] / b[i] - 1));
    return most;
}

bool compareRuns(const char* name, const Machine& machine, const Run& run) {
    const std::vector<Ends> ends = endsOf(machine, run.problem);
    std::vector<double> first, again, theirFirst, theirAgain;
    FluidRun answer;
    double apart = 0;
    for (std::size_t i = 0; i < rounds; ++i) {
        Fluid fluid; // fresh memory, as that of the judge, whose process is a new one
        answer = {};
        for (std::vector<double>* times : {&first, &again}) {
            const double before = processSeconds();
            fluid.run(run.problem, run.bytes, answer, {run.start, Recording::None});
            times->push_back(processSeconds() - before);
        }
        const auto judged = judgeRun(run.problem, ends, run.bytes, run.start);
        if (!judged)
            return false;
        theirFirst.push_back(judged->seconds);
        theirAgain.push_back(judged->again);
        apart = std::max(apart, farthest(answer.finish, judged->finish));
    }
    std::printf("| %s | %zu | %.4f | %.5f | %.0f | %.4f | %.5f | %.0f | %.1e |\n", name, answer.solves,
                median(theirFirst), median(first), median(theirFirst) / median(first), median(theirAgain),
                median(again), median(theirAgain) / median(again), apart);
    return true;
}

bool compareRates(const char* name, const Machine& machine, const SharingProblem& problem) {
    const auto judged = judgeRates(problem, endsOf(machine, problem));
    if (judged)
        std::printf("| %s | %.1e |\n", name, farthest(shareMaxMin(problem).rate, *judged));
    return judged.has_value();
}

int compareAll() {
    const Machine machine;
    std::printf("%s, median of %zu, processor time\n\n", judgeVersion().c_str(), rounds);
    std::printf(
        "| run | solves | SimGrid first, s | ours first, s | ratio | SimGrid again, s | ours again, s "
        "| ratio | finish times apart |\n|---|---|---|---|---|---|---|---|---|\n");
    bool good = compareRuns("permutation to completion", machine, permutationToCompletion(machine, 1)) &&
                compareRuns("1,000 staggered transfers x 7 planes", machine,
                            staggered(machine, 768, 1000, 0.05, 1)) &&
                compareRuns("the same inside 128 dies", machine, staggered(machine, 128, 1000, 0.02, 1));
    std::printf("\n| rates | apart |\n|---|---|\n");
    const Machine small{8, 16, 1, 16, 28e9, 28e9};
    good = good && compareRates("permutation", machine, permutations(machine, 1, 1)) &&
           compareRates("incast", machine, incast(machine)) &&
           compareRates("all-to-all of 128 dies", small, allToAll(small));
    if (!good)
        std::fputs("SimGrid failed\n", stderr);
    return good ? 0 : 1;
}

} // namespace
} // namespace supernode::bench

int main() { return supernode::bench::compareAll(); }
