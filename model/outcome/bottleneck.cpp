// SPDX-License-Identifier: GPL-3.0-or-later
// Which resource holds the last flow, in a sentence made from the numbers that held it.
#include "model/outcome/assemble.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace supernode {
namespace {

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, value >= 100 ? "%.0f" : "%.3g", value);
    return text;
}

struct Culprit {
    ChannelId channel;              // one that is full when the last flow ends
    std::set<std::uint32_t> planes; // in which its likes are full
};

Culprit culpritOf(const Outcome& outcome, const Solved& solved) {
    const auto& run = solved.run;
    const auto last =
        static_cast<std::size_t>(std::max_element(run.finish.begin(), run.finish.end()) - run.finish.begin());
    Culprit culprit{solved.traffic.channel[run.limitedBy[last]], {}};
    const LinkKind kind = outcome.fabric->link(linkOf(culprit.channel)).kind;
    for (std::size_t f = 0; f < run.finish.size(); ++f) {
        if (run.finish[f] < run.finish[last] * (1 - 1e-9))
            continue;
        const Link& link = outcome.fabric->link(linkOf(solved.traffic.channel[run.limitedBy[f]]));
        if (link.kind == kind)
            culprit.planes.insert(link.plane);
    }
    return culprit;
}

// Share of the whole time in which the channel is full.
double fullShare(const Outcome& outcome, ChannelId channel) {
    double full = 0;
    for (const Interval& i : outcome.intervals)
        if (i.load[channel.value] >= 0.999 * outcome.state.capacity[channel.value])
            full += (i.end - i.start).base();
    return outcome.end.base() > 0 ? full / outcome.end.base() : 0;
}

std::string inPlanes(const Outcome& outcome, const std::set<std::uint32_t>& planes) {
    if (planes.size() == outcome.fabric->count(ElementKind::Plane) && planes.size() > 1)
        return "in every plane";
    std::string text = planes.size() == 1 ? "in plane " : "in planes ";
    for (auto it = planes.begin(); it != planes.end(); ++it)
        text += (it == planes.begin() ? "" : ", ") + std::to_string(*it + 1);
    return text;
}

// Endpoints or CPUs with a full link of the culprit's kind and direction while the last flow runs.
std::set<ElementId> endsHeld(const Outcome& outcome, const Culprit& culprit) {
    std::set<ElementId> ends;
    const Interval& last = outcome.intervals.back();
    const LinkKind kind = outcome.fabric->link(linkOf(culprit.channel)).kind;
    for (std::uint32_t c = 0; c < last.load.size(); ++c) {
        const Link& link = outcome.fabric->link(linkOf(ChannelId(c)));
        const double capacity = outcome.state.capacity[c];
        if (link.kind == kind && directionOf(ChannelId(c)) == directionOf(culprit.channel) && capacity > 0 &&
            last.load[c] >= 0.9999 * capacity)
            ends.insert(link.lower);
    }
    return ends;
}

// "each die", "node 1 npu 1 die 1" or "16 dies".
std::string namesOf(const Outcome& outcome, const std::set<ElementId>& ends) {
    const Fabric& fabric = *outcome.fabric;
    const std::string& word = fabric.system().chip.endpointWord;
    if (ends.size() == 1)
        return fabric.name(*ends.begin());
    std::size_t alive = 0;
    for (std::size_t e = 0; e < fabric.count(ElementKind::Endpoint); ++e)
        alive += outcome.state.alive(fabric.id(ElementKind::Endpoint, e));
    return ends.size() == alive ? "each " + word : std::to_string(ends.size()) + " " + word + "s";
}

void describeEnd(const Outcome& outcome, const Culprit& culprit, Bottleneck& out) {
    const Fabric& fabric = *outcome.fabric;
    const SystemSpec& s = fabric.system();
    const Link& link = fabric.link(linkOf(culprit.channel));
    const Direction direction = directionOf(culprit.channel);
    const std::string end = link.kind == LinkKind::CpuLeaf ? "CPU" : s.chip.endpointWord;
    const std::set<ElementId> ends = endsHeld(outcome, culprit);
    double capacity = 0, healthy = 0;
    for (const LinkId l : fabric.linksOf(link.lower)) {
        capacity += outcome.state.capacity[channelOf(l, direction).value];
        healthy += fabric.link(l).rate.base();
    }
    const bool damaged = capacity < healthy * (1 - 1e-9);
    out.resource = end + " links";
    out.sentence =
        "The links of " + namesOf(outcome, ends) + " are full: " + (ends.size() > 1 ? "a " : "the ") + end +
        " can " + (direction == Direction::Up ? "send " : "receive ") + number(capacity / 1e9) +
        (damaged ? " of its " + number(healthy / 1e9) : "") + " GB/s. Faster or more links at the " + end +
        " would move it" + (s.twoTier() ? "; more second-tier bandwidth would not." : ".");
}

void describeUplink(const Outcome& outcome, const Culprit& culprit, const Link& link, Direction direction,
                    Bottleneck& out) {
    const Fabric& fabric = *outcome.fabric;
    const std::size_t node = fabric.element(fabric.element(link.lower).parent).index;
    const int spines = fabric.system().spinesPerPlane();
    int alive = 0;
    for (int k = 0; k < spines; ++k)
        alive +=
            outcome.state
                .capacity[channelOf(fabric.uplink(node, link.plane, static_cast<std::size_t>(k)), direction)
                              .value] > 0;
    const std::string where = inPlanes(outcome, culprit.planes);
    out.resource = (direction == Direction::Up ? "uplinks " : "downlinks ") + where;
    out.sentence = "The links between " + fabric.system().fabric.leafWord + "s and " +
                   fabric.system().fabric.spineWord + "s are full " + where + ": " + std::to_string(alive) +
                   " of " + std::to_string(spines) +
                   " carry its share. Bringing the others back, or faster second-tier links, would move it.";
}

} // namespace

void addBottleneck(Outcome& outcome, const Solved& solved) {
    if (solved.run.finish.empty()) {
        outcome.bottleneck = {"nothing", 0, "Nothing is sent.", {}};
        return;
    }
    const Culprit culprit = culpritOf(outcome, solved);
    const Link& link = outcome.fabric->link(linkOf(culprit.channel));
    Bottleneck& out = outcome.bottleneck;
    out.elements = {outcome.fabric->elementOf(linkOf(culprit.channel)), link.lower, link.upper};
    out.share = fullShare(outcome, culprit.channel);
    if (link.kind == LinkKind::LeafSpine)
        describeUplink(outcome, culprit, link, directionOf(culprit.channel), out);
    else
        describeEnd(outcome, culprit, out);
    outcome.phases.back().limitedBy = out.resource;
    if (solved.latency.base() > 0.5 * outcome.end.base())
        out = {"latency", solved.latency / outcome.end,
               "Most of the time passes before the first byte: software at the far end and switch hops. "
               "Fewer hops "
               "would move it, faster links would not.",
               out.elements};
}

} // namespace supernode
