// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_traffic.h"

#include <algorithm>
#include <array>
#include <map>

namespace supernode {
namespace {

constexpr std::array<Network, 2> networks{Network::ScaleUp, Network::ScaleOut};

// The links of an endpoint that leave its package, for each network.
struct EndpointLinks {
    std::array<std::vector<std::pair<std::uint32_t, LinkId>>, 2> of; // endpoint, link
};

EndpointLinks endpointLinks(const Fabric& f) {
    EndpointLinks links;
    for (std::uint32_t l = 0; l < f.linkCount(); ++l) {
        const Link& link = f.link(LinkId(l));
        const std::size_t network = link.kind == LinkKind::ScaleOut ? 1 : 0;
        if (link.kind == LinkKind::EndpointLeaf || link.kind == LinkKind::EndpointSpine || network == 1)
            links.of[network].emplace_back(f.element(link.lower).index, LinkId(l));
    }
    return links;
}

struct Sums { // of one name of a phase; per endpoint, out and in
    std::array<std::vector<double>, 2> out, in;
};

double mostOf(const Sums& sums, std::size_t network) {
    double most = 0;
    for (const std::vector<double>* way : {&sums.out[network], &sums.in[network]})
        for (const double bytes : *way)
            most = std::max(most, bytes);
    return most;
}

} // namespace

std::vector<SentWork> sentWorkOf(const Outcome& outcome) {
    const EndpointLinks links = endpointLinks(*outcome.fabric);
    // Repeats share their loads: each kind of interval is added once, for as long as all of them last.
    std::map<std::string, std::map<const ChannelLoads*, double>> lasting;
    for (const Interval& i : outcome.intervals)
        if (i.delivered() > 0 && i.phase < outcome.phases.size())
            lasting[outcome.phases[i.phase].name][i.loads.get()] += (i.end - i.start).base();
    std::map<std::string, SentWork> work;
    for (const Phase& phase : outcome.phases) {
        const auto sent = lasting.find(phase.name);
        if (sent == lasting.end())
            continue;
        const auto [w, isNew] = work.try_emplace(phase.name, SentWork{phase.name, phase.limitedBy});
        w->second.runs = (isNew ? 0 : w->second.runs) + phase.sendsPerPhase * phase.repeats;
        if (isNew)
            for (const auto& [loads, seconds] : sent->second)
                w->second.seconds += seconds;
    }
    std::vector<SentWork> found;
    for (auto& [name, w] : work) {
        Sums sums;
        for (std::size_t n = 0; n < networks.size(); ++n) {
            sums.out[n].resize(outcome.fabric->count(ElementKind::Endpoint));
            sums.in[n] = sums.out[n];
            for (const auto& [loads, seconds] : lasting[name])
                for (const auto& [endpoint, link] : links.of[n]) {
                    const auto payload = [&, l = loads, id = link](Direction d) {
                        return static_cast<double>(l->payload()[channelOf(id, d).value]);
                    };
                    sums.out[n][endpoint] += payload(Direction::Up) * seconds;
                    sums.in[n][endpoint] += payload(Direction::Down) * seconds;
                }
        }
        const std::size_t busier = mostOf(sums, 1) > mostOf(sums, 0) ? 1 : 0;
        w.network = networks[busier];
        w.bytes = mostOf(sums, busier);
        if (w.bytes > 0 && w.seconds > 0)
            found.push_back(std::move(w));
    }
    return found;
}

double endpointRate(const Outcome& outcome, Network network) {
    const EndpointLinks links = endpointLinks(*outcome.fabric);
    std::vector<double> each(outcome.fabric->count(ElementKind::Endpoint));
    for (const auto& [endpoint, link] : links.of[network == Network::ScaleOut ? 1 : 0])
        each[endpoint] += outcome.state.capacity[channelOf(link, Direction::Up).value];
    return each.empty() ? 0 : *std::max_element(each.begin(), each.end());
}

} // namespace supernode
