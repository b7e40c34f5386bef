// SPDX-License-Identifier: GPL-3.0-or-later
// SimGrid and ours in turn on the same flows: processor time, its ratio, and how far the answers are apart.
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
    std::vector<double> first, ours, theirs;
    FluidRun fluid;
    double apart = 0;
    for (std::size_t i = 0; i < rounds; ++i) {
        // Twice: after the fork for SimGrid the first run pays for copying every page that it writes to.
        for (std::vector<double>* times : {&first, &ours}) {
            const double before = processSeconds();
            fluid = runFluid(run.problem, run.bytes, {run.start, Recording::None});
            times->push_back(processSeconds() - before);
        }
        const auto judged = judgeRun(run.problem, ends, run.bytes, run.start);
        if (!judged)
            return false;
        theirs.push_back(judged->seconds);
        apart = std::max(apart, farthest(fluid.finish, judged->finish));
    }
    std::printf("| %-38s | %6zu | %8.4f | %8.5f | %8.5f | %5.0f | %8.1e |\n", name, fluid.solves,
                median(theirs), median(first), median(ours), median(theirs) / median(ours), apart);
    return true;
}

bool compareRates(const char* name, const Machine& machine, const SharingProblem& problem) {
    const auto judged = judgeRates(problem, endsOf(machine, problem));
    if (judged)
        std::printf("| %-38s | %8.1e |\n", name, farthest(shareMaxMin(problem).rate, *judged));
    return judged.has_value();
}

int compareAll() {
    const Machine machine;
    std::printf("%s, median of %zu, processor time\n\n", judgeVersion().c_str(), rounds);
    std::printf("| event-driven, end to end | solves | SimGrid, s | ours, first, s | again, s | ratio | "
                "finish times apart |\n");
    std::printf("|---|---|---|---|---|---|---|\n");
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
