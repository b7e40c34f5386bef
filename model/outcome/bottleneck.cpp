// SPDX-License-Identifier: GPL-3.0-or-later
// Which resource holds the last flow, in a sentence made from the numbers that held it.
#include "model/outcome/assemble.h"
#include "model/traffic/usable.h"

#include "model/fabric/fabric_state.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <set>

namespace supernode {
namespace {

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, value >= 100 ? "%.0f" : "%.3g", value);
    return text;
}

struct Culprit {
    std::size_t flow = 0;           // one that ends last
    ChannelId channel;              // one that is full when the last flow ends
    std::set<std::uint32_t> planes; // in which its likes are full
};

// Calls visit(channel, resource) for channels of one kind and direction that carry something.
template <class Visit>
void visitUsed(const Fabric& fabric, const Traffic& traffic, LinkKind kind, Direction direction,
               Visit&& visit) {
    const std::uint32_t first = fabric.firstLink(kind).value,
                        end = first + static_cast<std::uint32_t>(fabric.linkCount(kind));
    for (std::uint32_t l = first; l < end; ++l)
        if (const ChannelId c = channelOf(LinkId(l), direction);
            traffic.resourceOf[c.value] != Traffic::unused)
            visit(c, traffic.resourceOf[c.value]);
}

Culprit culpritOf(const Outcome& outcome, const Traffic& traffic, const StepRun& run) {
    Culprit culprit{run.last, traffic.channel[run.lastHeldBy], {}};
    const LinkKind kind = outcome.fabric->link(linkOf(culprit.channel)).kind;
    std::vector<std::uint8_t> holds(traffic.sharing.resources());
    for (const std::uint32_t r : run.holding)
        holds[r] = 1;
    std::vector<std::uint8_t> full(outcome.fabric->count(ElementKind::Plane));
    for (const Direction d : {Direction::Up, Direction::Down})
        visitUsed(*outcome.fabric, traffic, kind, d, [&](ChannelId c, std::uint32_t r) {
            if (!holds[r])
                return;
            if (const auto plane = outcome.fabric->link(linkOf(c)).plane)
                full[*plane] = 1;
        });
    for (std::uint32_t p = 0; p < full.size(); ++p)
        if (full[p])
            culprit.planes.insert(p);
    return culprit;
}

// Share of the whole time in which the channel is full.
double fullShare(const Outcome& outcome, const Solved& solved, ChannelId channel) {
    double full = 0;
    const double limit = 0.999 * outcome.state.capacity[channel.value];
    for (std::size_t i = 0; i < solved.runs.size(); ++i) {
        const Step& step = solved.plan.steps[i];
        if (solved.runs[i].stretches.empty() || step.traffic.resourceOf[channel.value] == Traffic::unused)
            continue;
        for (const StepRun::Stretch& stretch : solved.runs[i].stretches)
            if (stretch.resources->load[step.traffic.resourceOf[channel.value]] >= limit)
                full += (stretch.end - stretch.start) * step.repeats;
    }
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

// Endpoints or CPUs with a full link of the culprit's kind and direction while the last flow runs, each once
// and in order.
std::vector<ElementId> endsHeld(const Outcome& outcome, const Traffic& traffic, const StepRun& run,
                                const Culprit& culprit) {
    std::vector<ElementId> ends;
    const std::vector<float>& load = run.stretches.back().resources->load;
    const LinkKind kind = outcome.fabric->link(linkOf(culprit.channel)).kind;
    visitUsed(*outcome.fabric, traffic, kind, directionOf(culprit.channel),
              [&](ChannelId c, std::uint32_t r) {
                  const double capacity = outcome.state.capacity[c.value];
                  if (capacity <= 0 || load[r] < 0.9999 * capacity)
                      return;
                  if (const ElementId end = outcome.fabric->link(linkOf(c)).lower;
                      ends.empty() || ends.back() != end)
                      ends.push_back(end);
              });
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

// "each die", "node 1 npu 1 die 1" or "16 dies".
std::string namesOf(const Outcome& outcome, const std::vector<ElementId>& ends) {
    const Fabric& fabric = *outcome.fabric;
    const std::string& word = fabric.system().chip.endpointWord;
    if (ends.size() == 1)
        return fabric.name(ends.front());
    return ends.size() == endpointsUp(fabric, outcome.state) ? "each " + word
                                                             : std::to_string(ends.size()) + " " + word + "s";
}

std::size_t planesAlive(const Outcome& outcome) {
    std::size_t up = 0;
    for (std::size_t p = 0; p < outcome.fabric->count(ElementKind::Plane); ++p)
        up += outcome.state.alive(outcome.fabric->id(ElementKind::Plane, p));
    return up;
}

std::string networkName(const Fabric& fabric, const Link& link) {
    const SystemSpec& s = fabric.system();
    return link.kind == LinkKind::SpineCore                    ? "third tier"
           : link.kind == LinkKind::DieToDie                   ? "package"
           : link.network() == Network::Vpc && s.vpc           ? s.vpc->name
           : link.network() == Network::ScaleOut && s.scaleOut ? s.scaleOut->name
                                                               : s.fabric.name;
}

void describeEnd(const Outcome& outcome, const Traffic& traffic, const StepRun& run, const Culprit& culprit,
                 Bottleneck& out) {
    const Fabric& fabric = *outcome.fabric;
    const SystemSpec& s = fabric.system();
    const Link& link = fabric.link(linkOf(culprit.channel));
    const Direction direction = directionOf(culprit.channel);
    const std::string end = link.kind == LinkKind::CpuLeaf ? "CPU" : s.chip.endpointWord;
    const std::vector<ElementId> ends = endsHeld(outcome, traffic, run, culprit);
    double capacity = 0, healthy = 0;
    for (const LinkId l : fabric.linksAt(link.lower)) {
        const std::optional<std::uint32_t> plane = fabric.link(l).plane;
        if (fabric.link(l).kind != link.kind)
            continue; // another network
        if (plane && !culprit.planes.contains(*plane) &&
            outcome.state.capacity[channelOf(l, direction).value] > 0)
            continue; // another plane, which is not what holds the last flow
        capacity += outcome.state.capacity[channelOf(l, direction).value];
        healthy += fabric.link(l).rate.base();
    }
    const bool damaged = capacity < healthy * (1 - 1e-9);
    const std::size_t planesUp = planesAlive(outcome);
    const std::string where =
        link.plane && culprit.planes.size() < planesUp ? " " + inPlanes(outcome, culprit.planes) : "";
    out.resource = end + (link.plane ? " links" : " links of the " + networkName(fabric, link));
    out.sentence = "The links of " + namesOf(outcome, ends) +
                   " are full: " + (ends.size() > 1 ? "a " : "the ") + end + " can " +
                   (direction == Direction::Up ? "send " : "receive ") + number(capacity / 1e9) +
                   (damaged ? " of its " + number(healthy / 1e9) : "") + " GB/s" + where +
                   ". Faster or more links at the " + end + " would move it" +
                   (s.twoTier() && link.plane ? "; more second-tier bandwidth would not." : ".");
}

// Links that no end owns and that are in no pair of tiers of a node.
void describeTrunk(const Outcome& outcome, const Culprit& culprit, Bottleneck& out) {
    const Fabric& fabric = *outcome.fabric;
    const Link& link = fabric.link(linkOf(culprit.channel));
    const double capacity = outcome.state.capacity[culprit.channel.value], built = link.rate.base();
    out.resource = "links of the " + networkName(fabric, link);
    out.sentence = "The link of " + fabric.name(link.lower) + " in the " + networkName(fabric, link) +
                   " is full: it carries " + number(capacity / 1e9) +
                   (capacity < built * (1 - 1e-9) ? " of its " + number(built / 1e9) : "") +
                   " GB/s each way. A faster one would move it.";
}

// Three ways in which the second tier can be full: chips are cut off, links are slower, or it is all there
// is.
void describeUplink(const Outcome& outcome, const Traffic& traffic, const Culprit& culprit, Bottleneck& out) {
    const Fabric& fabric = *outcome.fabric;
    const FabricSpec& words = fabric.system().fabric;
    const Link& link = fabric.link(linkOf(culprit.channel));
    const Flow& flow = traffic.flows[culprit.flow];
    const std::uint32_t plane = link.plane.value_or(0);
    const auto node = [&](ElementId end) {
        const Element e = fabric.element(end);
        return e.kind == ElementKind::Cpu ? std::size_t{fabric.element(e.parent).index}
                                          : fabric.nodeOfEndpoint(e.index);
    };
    const auto usable = usableSpines(fabric, outcome.state, node(flow.from), node(flow.to), plane).size();
    const auto spines = static_cast<std::size_t>(fabric.system().spinesPerPlane());
    const std::string where = inPlanes(outcome, culprit.planes);
    out.resource = (directionOf(culprit.channel) == Direction::Up ? "uplinks " : "downlinks ") + where;
    out.sentence =
        "The links between " + words.leafWord + "s and " + words.spineWord + "s are full " + where + ". ";
    if (usable < spines)
        out.sentence += std::to_string(usable) + " of " + std::to_string(spines) + " " + words.spineWord +
                        "s join the pair that ends last. Bringing the others back would move it.";
    else if (outcome.state.capacity[culprit.channel.value] < link.rate.base() * (1 - 1e-9))
        out.sentence += "The one that holds the last flow runs at " +
                        number(outcome.state.capacity[culprit.channel.value] / 1e9) + " of its " +
                        number(link.rate.base() / 1e9) + " GB/s. Its full rate would move it.";
    else
        out.sentence += "More or faster links to the second tier would move it.";
}

// The step with flows that takes most of the time; none when nothing is sent.
std::optional<std::size_t> longestSending(const Solved& solved) {
    std::optional<std::size_t> longest;
    for (std::size_t i = 0; i < solved.runs.size(); ++i)
        if (!solved.runs[i].stretches.empty() && (!longest || solved.duration(i) > solved.duration(*longest)))
            longest = i;
    return longest;
}

Duration allWaits(const Solved& solved) {
    Duration sum;
    for (std::size_t i = 0; i < solved.runs.size(); ++i)
        sum += solved.waits(i) * solved.plan.steps[i].repeats;
    return sum;
}

// What holds the last flow of one step; there must be flows.
Bottleneck blame(const Outcome& outcome, const Solved& solved, std::size_t step) {
    const Traffic& traffic = solved.plan.steps[step].traffic;
    const StepRun& run = solved.runs[step];
    const Culprit culprit = culpritOf(outcome, traffic, run);
    const Link& link = outcome.fabric->link(linkOf(culprit.channel));
    Bottleneck out;
    out.elements = {outcome.fabric->elementOf(linkOf(culprit.channel)), link.lower, link.upper};
    out.share = fullShare(outcome, solved, culprit.channel);
    out.path = link.network() == Network::ScaleOut ? "scale_out.rate"
               : link.network() == Network::Vpc    ? "vpc.rate"
               : link.kind == LinkKind::DieToDie   ? "fabric.die_link"
               : link.kind == LinkKind::CpuLeaf    ? "fabric.cpu_bandwidth"
                                                   : "fabric.link_rate";
    if (link.kind == LinkKind::LeafSpine)
        describeUplink(outcome, traffic, culprit, out);
    else if (link.kind == LinkKind::SpineCore || link.kind == LinkKind::ScaleOutTrunk ||
             link.kind == LinkKind::Vpc || link.kind == LinkKind::DieToDie)
        describeTrunk(outcome, culprit, out);
    else
        describeEnd(outcome, traffic, run, culprit, out);
    return out;
}

// Steps and phases stand in the same order.
void nameLimit(std::vector<Phase>& phases, const std::string& step, const std::string& resource) {
    for (Phase& phase : phases)
        if (phase.name == step && phase.limitedBy.empty()) {
            phase.limitedBy = resource;
            return;
        }
}

// The wait that takes most of the time, over all steps of its name.
Wait longestWait(const Solved& solved) {
    std::map<std::string, Wait> sums;
    for (const Step& step : solved.plan.steps)
        for (const Wait& wait : step.waits) {
            const auto [found, fresh] =
                sums.try_emplace(wait.name, Wait{wait.name, {}, wait.why, 0, wait.path});
            found->second.time += wait.time * step.repeats;
        }
    Wait longest;
    for (const auto& [name, wait] : sums)
        if (wait.time > longest.time)
            longest = wait;
    return longest;
}

std::string waitSentence(const Wait& longest, double share) {
    if (longest.path == "fabric.link_rate")
        return "Most of the time passes before the last stage sends its first byte: " + longest.why +
               ". Faster links would move it.";
    const std::string saved = "faster links could save at most " + number(100 * (1 - share)) + " %.";
    if (longest.name == "latency")
        return "Most of the time passes before the first byte: software at the far end and switch hops. "
               "Fewer "
               "hops would move it; " +
               saved;
    return "Most of the time passes without bytes, most of that in " + longest.name + ": " + longest.why +
           "; " + saved;
}

} // namespace

void addBottleneck(Outcome& outcome, const Solved& solved) {
    if (const Limit& limit = solved.plan.limit; !limit.resource.empty()) {
        outcome.bottleneck = {limit.resource, limit.share, limit.sentence, {}, limit.path};
        return;
    }
    const std::optional<std::size_t> longest = longestSending(solved);
    if (!longest) {
        outcome.bottleneck = {"nothing", 0, "Nothing is sent.", {}};
        return;
    }
    for (std::size_t i = 0; i < solved.runs.size(); ++i) {
        if (solved.runs[i].stretches.empty())
            continue;
        Bottleneck found = blame(outcome, solved, i);
        nameLimit(outcome.phases, solved.plan.steps[i].name, found.resource);
        if (i == *longest)
            outcome.bottleneck = std::move(found);
    }
    Bottleneck& out = outcome.bottleneck;
    if (const double share = allWaits(solved) / outcome.end; share > 0.5)
        out = {"latency", share, waitSentence(longestWait(solved), share), out.elements,
               longestWait(solved).path};
}

} // namespace supernode
