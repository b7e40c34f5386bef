// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/traffic.h"

#include "model/traffic/class_traffic.h"

#include <algorithm>

namespace supernode {

Issue takenBack() { return {"", "the question was taken back before it was answered", "ask it again"}; }

Result<Traffic> transfers(const Fabric& fabric, const FabricState& state, std::span<const Transfer> list,
                          Overhead overhead, RouteBy by, const std::string& what,
                          const std::stop_token& stop) {
    const NetworkShape shape(fabric, by.network);
    std::vector<std::uint32_t> colours(shape.ends(), EndClasses::idle);
    for (const Transfer& t : list)
        for (const ElementId end : {t.from, t.to})
            colours[shape.endOf(end)] = shape.endOf(end);
    ClassTraffic traffic(fabric, state, by, overhead, colours, damageOf(shape, state), stop);
    traffic.reserve(list.size());
    for (const Transfer& t : list)
        traffic.addOne(shape.endOf(t.from), shape.endOf(t.to), {t.bytes, t.weight, t.start, t.weighing});
    return traffic.take(what);
}

void append(Traffic& traffic, const Traffic& more) {
    const auto resources = static_cast<std::uint32_t>(traffic.sharing.resources());
    for (std::size_t r = 0; r < more.channel.size(); ++r)
        traffic.addResource(more.channel[r], more.sharing.capacity[r]);
    traffic.held.clear(); // both share anew
    std::vector<Use> uses;
    for (std::size_t f = 0; f < more.flows.size(); ++f) {
        uses.clear();
        for (const Use use : more.usesOf(f))
            uses.push_back({use.resource + resources, use.load});
        Flow flow = more.flows[f];
        flow.pair += flow.pair == Flow::manyPairs ? 0 : traffic.pairs;
        traffic.addFlow(flow, uses, more.sharing.weightOf(f));
    }
    auto who = traffic.who ? std::make_shared<PairBytes>(*traffic.who) : std::make_shared<PairBytes>();
    if (more.who)
        who->add(*more.who);
    traffic.who = std::move(who);
    traffic.pairs += more.pairs;
    traffic.slowestInBundles = std::min(traffic.slowestInBundles, more.slowestInBundles);
    traffic.joined += more.joined;
    traffic.undelivered.pairs += more.undelivered.pairs;
    for (const std::string& example : more.undelivered.examples)
        if (traffic.undelivered.examples.size() < Undelivered::mostExamples)
            traffic.undelivered.examples.push_back(example);
    traffic.resourceOf.resize(std::max(traffic.resourceOf.size(), more.resourceOf.size()), Traffic::unused);
    for (std::size_t c = 0; c < more.resourceOf.size(); ++c)
        if (more.resourceOf[c] != Traffic::unused)
            traffic.resourceOf[c] = more.resourceOf[c] + resources;
}

} // namespace supernode
