// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/simgrid_judge.h"

#include <simgrid/s4u.hpp>
#include <simgrid/version.h>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <map>
#include <numeric>

namespace supernode::bench {
namespace {

namespace sg = simgrid::s4u;

struct Judge {
    const SharingProblem& problem;
    const std::vector<Ends>& ends;
    std::vector<sg::Host*> from = {}, to = {};

    void build() {
        sg::NetZone* root = sg::create_full_zone("root");
        std::map<std::uint32_t, sg::NetZone*> zones;
        std::map<std::pair<std::uint32_t, std::uint32_t>, sg::Host*> hosts;
        std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::size_t> routes;
        std::vector<const sg::Link*> links(problem.resources());
        const auto host = [&](std::uint32_t zone, std::uint32_t end) {
            sg::Host*& h = hosts[{zone, end}];
            if (!h)
                h = zones[zone]->create_host("z" + std::to_string(zone) + "h" + std::to_string(end), 1e9);
            return h;
        };
        for (std::size_t f = 0; f < problem.flows(); ++f) {
            const Ends& e = ends[f];
            sg::NetZone*& zone = zones[e.zone];
            if (!zone)
                zone = sg::create_full_zone("z" + std::to_string(e.zone))->set_parent(root);
            from.push_back(host(e.zone, e.from));
            to.push_back(host(e.zone, e.to));
            std::vector<sg::LinkInRoute> route;
            for (const Use use : problem.usesOf(f)) {
                const sg::Link*& link = links[use.resource];
                if (!link)
                    link =
                        zone->create_link("l" + std::to_string(use.resource), problem.capacity[use.resource])
                            ->set_latency(0)
                            ->seal();
                route.emplace_back(link);
            }
            if (problem.limitOf(f) < SharingProblem::unlimited)
                route.emplace_back(zone->create_link("limit" + std::to_string(f), problem.limitOf(f))
                                       ->set_latency(0)
                                       ->seal());
            if (routes.emplace(std::tuple(e.zone, e.from, e.to), f).second)
                zone->add_route(from[f]->get_netpoint(), to[f]->get_netpoint(), nullptr, nullptr, route,
                                false);
        }
        for (const auto& [number, zone] : zones)
            zone->seal();
        root->seal();
    }

    sg::CommPtr begin(std::size_t f, double bytes) const {
        const sg::CommPtr comm = sg::Comm::sendto_init(from[f], to[f]);
        comm->set_payload_size(static_cast<std::uint64_t>(bytes));
        comm->start();
        return comm;
    }
};

double processSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

void run(sg::Engine& engine, sg::Host* host, const std::function<void()>& work) {
    sg::Actor::create("sender", host, work);
    engine.run();
}

// Runs `work` in a child and reads the numbers that it hands back.
std::optional<std::vector<double>> inChild(std::size_t numbers,
                                           const std::function<std::vector<double>()>& work) {
    int ends[2];
    if (pipe(ends) != 0)
        return std::nullopt;
    std::fflush(nullptr); // or the child would write it once more
    const pid_t child = fork();
    if (child == 0) {
        const std::vector<double> answer = work();
        const char* data = reinterpret_cast<const char*>(answer.data());
        for (std::size_t left = answer.size() * sizeof(double); left > 0;) {
            const ssize_t written = write(ends[1], data, left);
            if (written <= 0)
                _exit(1);
            data += written;
            left -= static_cast<std::size_t>(written);
        }
        _exit(0);
    }
    close(ends[1]);
    std::vector<double> answer(numbers);
    char* data = reinterpret_cast<char*>(answer.data());
    std::size_t left = numbers * sizeof(double);
    while (left > 0) {
        const ssize_t got = read(ends[0], data, left);
        if (got <= 0)
            break;
        data += got;
        left -= static_cast<std::size_t>(got);
    }
    close(ends[0]);
    int status = 1;
    waitpid(child, &status, 0);
    return left == 0 && status == 0 ? std::optional(std::move(answer)) : std::nullopt;
}

struct Arguments {
    std::string name = "judge", model = "--cfg=network/model:CM02", cross = "--cfg=network/crosstraffic:0",
                quiet = "--log=root.thres:error";
    std::vector<char*> values{name.data(), model.data(), cross.data(), quiet.data(), nullptr};
    int count = 4;
};

std::vector<double> finishTimes(const SharingProblem& problem, const std::vector<Ends>& ends,
                                const std::vector<double>& bytes, const std::vector<double>& start) {
    Arguments arguments;
    sg::Engine engine(&arguments.count, arguments.values.data());
    Judge judge{problem, ends};
    judge.build();
    std::vector<std::size_t> order(bytes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (!start.empty())
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return start[a] < start[b]; });
    std::vector<double> answer(2 + bytes.size());
    run(engine, judge.from.front(), [&] {
        for (std::size_t pass = 0; pass < 2; ++pass) {
            std::vector<sg::CommPtr> comms(bytes.size());
            const double now = sg::Engine::get_clock(), before = processSeconds();
            for (const std::size_t f : order) {
                if (!start.empty() && now + start[f] > sg::Engine::get_clock())
                    sg::this_actor::sleep_until(now + start[f]);
                comms[f] = judge.begin(f, bytes[f]);
            }
            for (const std::size_t f : order)
                comms[f]->wait();
            answer[pass] = processSeconds() - before;
            for (std::size_t f = 0; f < bytes.size() && pass == 0; ++f)
                answer[2 + f] = comms[f]->get_finish_time();
        }
    });
    return answer;
}

std::vector<double> ratesNow(const SharingProblem& problem, const std::vector<Ends>& ends) {
    constexpr double plenty = 1e15; // bytes: nothing ends while we look
    Arguments arguments;
    sg::Engine engine(&arguments.count, arguments.values.data());
    Judge judge{problem, ends};
    judge.build();
    std::vector<double> rates;
    run(engine, judge.from.front(), [&] {
        std::vector<sg::CommPtr> comms;
        for (std::size_t f = 0; f < problem.flows(); ++f)
            comms.push_back(judge.begin(f, plenty));
        sg::this_actor::sleep_for(1);
        for (const sg::CommPtr& comm : comms)
            rates.push_back(plenty - comm->get_remaining());
        for (const sg::CommPtr& comm : comms)
            comm->cancel();
    });
    return rates;
}

} // namespace

std::string judgeVersion() {
    int major = 0, minor = 0, patch = 0;
    sg_version_get(&major, &minor, &patch);
    return "SimGrid " + std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

std::optional<JudgedRun> judgeRun(const SharingProblem& problem, const std::vector<Ends>& ends,
                                  const std::vector<double>& bytes, const std::vector<double>& start) {
    auto answer = inChild(2 + problem.flows(), [&] { return finishTimes(problem, ends, bytes, start); });
    if (!answer)
        return std::nullopt;
    JudgedRun judged{{answer->begin() + 2, answer->end()}, (*answer)[0], (*answer)[1]};
    return judged;
}

std::optional<std::vector<double>> judgeRates(const SharingProblem& problem, const std::vector<Ends>& ends) {
    return inChild(problem.flows(), [&] { return ratesNow(problem, ends); });
}

} // namespace supernode::bench
