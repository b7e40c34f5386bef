// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/problems.h"

#include <array>
#include <numeric>
#include <set>
#include <utility>

namespace supernode::bench {

SharingProblem Machine::idle() const {
    SharingProblem problem;
    for (std::uint32_t p = 0; p < planes; ++p) {
        problem.capacity.insert(problem.capacity.end(), std::size_t{2} * dies(), dieLink);
        problem.capacity.insert(problem.capacity.end(), std::size_t{2} * nodes * spines, uplink);
    }
    return problem;
}

void Machine::add(SharingProblem& problem, std::uint32_t plane, std::uint32_t from, std::uint32_t to,
                  std::uint32_t spine) const {
    const std::uint32_t a = from / diesPerNode, b = to / diesPerNode;
    if (a == b)
        problem.addFlow(std::array<Use, 2>{{{up(plane, from)}, {down(plane, to)}}});
    else
        problem.addFlow(std::array<Use, 4>{{{up(plane, from)},
                                            {uplinkUp(plane, a, spine)},
                                            {uplinkDown(plane, b, spine)},
                                            {down(plane, to)}}});
}

std::vector<Ends> endsOf(const Machine& machine, const SharingProblem& problem) {
    std::vector<Ends> ends;
    for (std::size_t f = 0; f < problem.flows(); ++f) {
        const Uses uses = problem.usesOf(f);
        const std::uint32_t first = uses[0].resource, last = uses[uses.size() - 1].resource;
        ends.push_back(
            {first / machine.perPlane(), first % machine.perPlane() / 2, last % machine.perPlane() / 2});
    }
    return ends;
}

SharingProblem permutations(const Machine& machine, std::uint32_t count, std::uint64_t seed) {
    SharingProblem problem = machine.idle();
    Random random(seed);
    std::vector<std::uint32_t> target(machine.dies());
    for (std::uint32_t c = 0; c < count; ++c) {
        std::iota(target.begin(), target.end(), 0u);
        for (std::uint32_t i = machine.dies(); i-- > 1;) // Sattolo: nobody sends to itself
            std::swap(target[i], target[random.below(i)]);
        for (std::uint32_t p = 0; p < machine.planes; ++p)
            for (std::uint32_t from = 0; from < machine.dies(); ++from)
                machine.add(problem, p, from, target[from], random.below(machine.spines));
    }
    return problem;
}

SharingProblem incast(const Machine& machine) {
    SharingProblem problem = machine.idle();
    for (std::uint32_t p = 0; p < machine.planes; ++p)
        for (std::uint32_t from = 1; from < machine.dies(); ++from)
            machine.add(problem, p, from, 0, from % machine.spines);
    return problem;
}

SharingProblem allToAll(const Machine& machine) {
    SharingProblem problem = machine.idle();
    const std::uint32_t perDie =
        machine.spines / machine.diesPerNode; // spine chips that a receiver calls its own
    for (std::uint32_t p = 0; p < machine.planes; ++p)
        for (std::uint32_t from = 0; from < machine.dies(); ++from)
            for (std::uint32_t to = 0; to < machine.dies(); ++to)
                if (from != to)
                    machine.add(problem, p, from, to,
                                perDie > 1 ? to % machine.diesPerNode * perDie + from % perDie
                                           : to % machine.spines);
    return problem;
}

Run permutationToCompletion(const Machine& machine, std::uint64_t seed) {
    Run run{permutations(machine, 1, seed), {}, {}};
    run.bytes.assign(run.problem.flows(), 10e6);
    return run;
}

Run staggered(const Machine& machine, std::uint32_t dies, std::uint32_t transfers, double window,
              std::uint64_t seed) {
    Run run{machine.idle(), {}, {}};
    Random random(seed);
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    while (pairs.size() < transfers) {
        const std::uint32_t from = random.below(dies), to = random.below(dies);
        if (from == to || !pairs.emplace(from, to).second)
            continue; // a pair takes one route only
        const double start = window * random.below(1'000'000) / 1e6;
        for (std::uint32_t p = 0; p < machine.planes; ++p) {
            machine.add(run.problem, p, from, to, random.below(machine.spines));
            run.bytes.push_back(1e6 + random.below(63'000'000));
            run.start.push_back(start);
        }
    }
    return run;
}

} // namespace supernode::bench
