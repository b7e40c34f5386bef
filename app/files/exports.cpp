// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/exports.h"

#include "app/files/csv.h"
#include "app/files/json_reader.h"
#include "app/files/markup.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace supernode {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t mostEvents = 100'000;

double micros(Duration time) { return time.base() * 1e6; }

// The interval in which most arrives.
const Interval& busiest(const Outcome& outcome) {
    return *std::max_element(
        outcome.intervals.begin(), outcome.intervals.end(),
        [](const Interval& a, const Interval& b) { return a.delivered() < b.delivered(); });
}

std::string_view wordOf(LinkKind kind) {
    constexpr std::array<std::string_view, linkKinds> words{"endpoint-leaf", "endpoint-spine",  "cpu-leaf",
                                                            "leaf-spine",    "spine-core",      "die-to-die",
                                                            "scale-out",     "scale-out-trunk", "vpc"};
    return words[static_cast<std::size_t>(kind)];
}

std::string number(double value) { return numberToJson(value).dump(); }

double endOf(const Phase& phase) {
    return (phase.start + phase.duration).base() +
           (std::max(1.0, std::floor(phase.repeats)) - 1) * phase.period.base();
}

// A row of the trace: what stands in one never overlaps, as its readers want it. A lane of a team has a
// second one where two of its phases run at once.
struct Row {
    int team = 0;
    Lane lane = Lane::Compute;
    double end = 0;
};

// The row of each phase, and the rows.
std::pair<std::vector<std::size_t>, std::vector<Row>> rowsOf(const std::vector<Phase>& phases) {
    std::vector<std::size_t> rowOf(phases.size()), order(phases.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return phases[a].start < phases[b].start; });
    std::vector<Row> rows;
    for (const std::size_t p : order) {
        const Phase& phase = phases[p];
        auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) {
            return r.team == phase.team && r.lane == phase.lane && r.end <= phase.start.base() + 1e-12;
        });
        if (row == rows.end())
            row = rows.insert(rows.end(), Row{phase.team, phase.lane});
        row->end = endOf(phase);
        rowOf[p] = static_cast<std::size_t>(row - rows.begin());
    }
    return {std::move(rowOf), std::move(rows)};
}

Json event(const Phase& phase, double start, std::size_t row) {
    return {{"name", phase.name},
            {"cat", toString(phase.lane)},
            {"ph", "X"},
            {"ts", numberToJson(start)},
            {"dur", numberToJson(micros(phase.duration))},
            {"pid", 1},
            {"tid", row + 1},
            {"args", {{"limited_by", phase.limitedBy}, {"computing", numberToJson(phase.computing)}}}};
}

Json named(const char* what, std::size_t thread, const std::string& name) {
    return {{"name", what}, {"ph", "M"}, {"pid", 1}, {"tid", thread}, {"args", {{"name", name}}}};
}

std::string_view wordOf(ElementKind kind) {
    constexpr std::array<std::string_view, elementKinds> words{
        "system",           "supernode",  "rack",      "node",         "chip",        "endpoint", "cpu",
        "leaf-switch",      "plane",      "box",       "spine-switch", "core-switch", "cable",    "module",
        "scale-out-switch", "vpc-switch", "hbm-stack", "link"};
    return words[static_cast<std::size_t>(kind)];
}

enum class Networks : std::uint8_t { All, Planes };

// Elements at which links end, in the order of their ids.
std::vector<ElementId> linkEnds(const Fabric& fabric, Networks networks) {
    std::vector<ElementId> ends;
    for (std::uint32_t i = 0; i < fabric.linkCount(); ++i) {
        const Link& link = fabric.link(LinkId(i));
        if (networks == Networks::Planes && !link.plane)
            continue;
        ends.push_back(link.lower);
        ends.push_back(link.upper);
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

std::string graphKeys() {
    std::string text;
    for (const auto& [id, where, type] :
         {std::array{"name", "node", "string"}, std::array{"kind", "node", "string"},
          std::array{"plane", "node", "int"}, std::array{"alive", "node", "boolean"},
          std::array{"link", "edge", "string"}, std::array{"rate_B_s", "edge", "double"},
          std::array{"capacity_B_s", "edge", "double"}, std::array{"up", "edge", "boolean"},
          std::array{"load", "edge", "double"}})
        text.append("  <key id=\"")
            .append(id)
            .append("\" for=\"")
            .append(where)
            .append("\" attr.name=\"")
            .append(id)
            .append("\" attr.type=\"")
            .append(type)
            .append("\"/>\n");
    return text;
}

std::string data(const char* key, const std::string& value) {
    std::string text = "<data key=\"";
    return text.append(key).append("\">").append(markupText(value)).append("</data>");
}

std::string id(ElementId element) { return std::string("n").append(std::to_string(element.value)); }

bool isHost(ElementKind kind) { return kind == ElementKind::Endpoint || kind == ElementKind::Cpu; }

// No fact says what a CPU computes; SimGrid wants a speed of every host.
constexpr double nominalFlops = 1e12;

// Half of a switch chip's latency stands on each of its links: one way through three chips is three of them.
double latencyOf(const Fabric& fabric, const Link& link, double hop) {
    double latency = 0;
    for (const ElementId end : {link.lower, link.upper})
        if (!isHost(fabric.element(end).kind))
            latency += hop / 2;
    return latency;
}

} // namespace

std::string chromeTrace(const Outcome& outcome) {
    Json events = Json::array();
    events.push_back(named("process_name", 0, outcome.fabric->system().name));
    const auto [rowOf, rows] = rowsOf(outcome.phases);
    const bool teams = std::any_of(rows.begin(), rows.end(), [](const Row& r) { return r.team > 0; });
    for (std::size_t r = 0; r < rows.size(); ++r)
        events.push_back(named("thread_name", r + 1,
                               (teams ? "stage " + std::to_string(rows[r].team + 1) + ": " : std::string()) +
                                   std::string(toString(rows[r].lane))));
    for (const Interval& interval : outcome.intervals)
        events.push_back({{"name", "delivered"},
                          {"ph", "C"},
                          {"ts", numberToJson(micros(interval.start))},
                          {"pid", 1},
                          {"args", {{"GB/s", numberToJson(interval.delivered() / 1e9)}}}});
    for (std::size_t p = 0; p < rowOf.size(); ++p)
        events.push_back(event(outcome.phases[p], micros(outcome.phases[p].start), rowOf[p]));
    // Repeats as far as they fit: every phase is there, whatever comes again most.
    for (std::size_t p = 0; p < rowOf.size(); ++p) {
        const Phase& phase = outcome.phases[p];
        for (double repeat = 1; repeat < std::floor(phase.repeats) && events.size() < mostEvents; ++repeat)
            events.push_back(event(phase, micros(phase.start) + repeat * micros(phase.period), rowOf[p]));
    }
    return Json{{"displayTimeUnit", "ns"}, {"traceEvents", std::move(events)}}.dump() + "\n";
}

std::string graphMl(const Outcome& outcome) {
    const Fabric& fabric = *outcome.fabric;
    const std::vector<float> load = channelUtilization(outcome, busiest(outcome));
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
                       "xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    text +=
        graphKeys() + "  <graph id=\"" + markupText(fabric.system().id) + "\" edgedefault=\"undirected\">\n";
    for (const ElementId end : linkEnds(fabric, Networks::All)) {
        const Element e = fabric.element(end);
        text += "    <node id=\"" + id(end) + "\">" + data("name", fabric.name(end)) +
                data("kind", std::string(wordOf(e.kind))) +
                (e.plane < 0 ? "" : data("plane", std::to_string(e.plane + 1))) +
                data("alive", outcome.state.alive(end) ? "true" : "false") + "</node>\n";
    }
    for (std::uint32_t i = 0; i < fabric.linkCount(); ++i) {
        const Link& link = fabric.link(LinkId(i));
        const ChannelId up = channelOf(LinkId(i), Direction::Up),
                        down = channelOf(LinkId(i), Direction::Down);
        text += "    <edge source=\"" + id(link.lower) + "\" target=\"" + id(link.upper) + "\">" +
                data("link", fabric.name(fabric.elementOf(LinkId(i)))) +
                data("rate_B_s", number(link.rate.base())) +
                data("capacity_B_s", number(outcome.state.capacity[up.value])) +
                data("up", outcome.state.capacity[up.value] > 0 ? "true" : "false") +
                data("load", number(static_cast<double>(std::max(load[up.value], load[down.value])))) +
                "</edge>\n";
    }
    return text + "  </graph>\n</graphml>\n";
}

std::string simgridPlatform(const Outcome& outcome) {
    const Fabric& fabric = *outcome.fabric;
    const SystemSpec& system = fabric.system();
    const double speed = system.chip.bf16.value.base() / system.endpointsPerChip();
    const double hop = system.transfer.hop ? system.transfer.hop->value.base() : 0;
    std::string text =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE platform SYSTEM \"https://simgrid.org/simgrid.dtd\">\n"
        "<platform version=\"4.1\">\n  <zone id=\"" +
        markupText(system.id) + "\" routing=\"Dijkstra\">\n";
    for (const ElementId end : linkEnds(fabric, Networks::Planes)) {
        const std::string name = markupText(fabric.name(end));
        if (outcome.state.alive(end))
            text += isHost(fabric.element(end).kind)
                        ? "    <host id=\"" + name + "\" speed=\"" +
                              number(fabric.element(end).kind == ElementKind::Cpu ? nominalFlops : speed) +
                              "f\"/>\n"
                        : "    <router id=\"" + name + "\"/>\n";
    }
    std::string routes;
    for (std::uint32_t i = 0; i < fabric.linkCount(); ++i) {
        const double rate = outcome.state.capacity[channelOf(LinkId(i), Direction::Up).value];
        const Link& link = fabric.link(LinkId(i));
        if (rate <= 0 || !link.plane)
            continue;
        const std::string name = markupText(fabric.name(fabric.elementOf(LinkId(i)))),
                          lower = markupText(fabric.name(link.lower)),
                          upper = markupText(fabric.name(link.upper));
        text += "    <link id=\"" + name + "\" bandwidth=\"" + number(rate) + "Bps\" latency=\"" +
                number(latencyOf(fabric, link, hop)) + "s\" sharing_policy=\"SPLITDUPLEX\"/>\n";
        const auto route = [&](const std::string& from, const std::string& to, const char* direction) {
            routes.append("    <route src=\"").append(from).append("\" dst=\"").append(to);
            routes.append("\" symmetrical=\"NO\"><link_ctn id=\"").append(name).append("\" direction=\"");
            routes.append(direction).append("\"/></route>\n");
        };
        route(lower, upper, "UP");
        route(upper, lower, "DOWN");
    }
    return text + routes + "  </zone>\n</platform>\n";
}

std::map<std::string, std::string> astraSim(const Outcome& outcome) {
    const Fabric& fabric = *outcome.fabric;
    const SystemSpec& system = fabric.system();
    // What an endpoint has into the planes, and its part of what its node has to the spines.
    double own = 0, beyond = 0;
    for (std::uint32_t i = 0; i < fabric.linkCount(); ++i) {
        const LinkKind kind = fabric.link(LinkId(i)).kind;
        const double rate = outcome.state.capacity[channelOf(LinkId(i), Direction::Up).value];
        own += kind == LinkKind::EndpointLeaf || kind == LinkKind::EndpointSpine ? rate : 0;
        beyond += kind == LinkKind::LeafSpine ? rate : 0;
    }
    own /= system.endpoints();
    beyond /= system.endpoints();
    const double hop = system.transfer.hop ? system.transfer.hop->value.base() * 1e9 : 0;
    const bool two = system.twoTier() && system.nodes() > 1;
    const auto pair = [&](const std::string& a, const std::string& b) { return two ? a + ", " + b : a; };
    const int inner = two ? system.endpointsPerNode() : system.endpoints();
    std::map<std::string, std::string> files;
    files["network.yml"] = "# " + system.name +
                           ", for the analytical backend: GB/s of an endpoint, each direction; ns\n" +
                           "topology: [ " + pair("Switch", "Switch") + " ]\nnpus_count: [ " +
                           pair(std::to_string(inner), std::to_string(system.nodes())) + " ]\nbandwidth: [ " +
                           pair(number(own / 1e9), number(std::min(own, beyond) / 1e9)) + " ]\nlatency: [ " +
                           pair(number(hop), number(3 * hop)) + " ]\n";
    Json collective = Json::array();
    for (int dimension = 0; dimension < (two ? 2 : 1); ++dimension)
        collective.push_back("halvingDoubling");
    Json direct = Json::array();
    for (std::size_t dimension = 0; dimension < collective.size(); ++dimension)
        direct.push_back("direct");
    const double memory = system.chip.hbmBandwidth.value.base() / system.endpointsPerChip() / 1e9;
    files["system.json"] = Json{{"scheduling-policy", "LIFO"},
                                {"endpoint-delay", 10},
                                {"active-chunks-per-dimension", 1},
                                {"preferred-dataset-splits", 4},
                                {"all-reduce-implementation", collective},
                                {"all-gather-implementation", collective},
                                {"reduce-scatter-implementation", collective},
                                {"all-to-all-implementation", direct},
                                {"collective-optimization", "localBWAware"},
                                {"local-mem-bw", numberToJson(memory)},
                                {"boost-mode", 0}}
                               .dump(2) +
                           "\n";
    files["memory.json"] = Json{{"memory-type", "NO_MEMORY_EXPANSION"}}.dump(2) + "\n";
    return files;
}

std::string linkTable(const Outcome& outcome) {
    const Fabric& fabric = *outcome.fabric;
    const std::vector<float> load = channelUtilization(outcome, busiest(outcome));
    std::string text = "link,kind,plane,rate_gb_per_s,capacity_gb_per_s,alive,load_up,load_down\n";
    for (std::uint32_t i = 0; i < fabric.linkCount(); ++i) {
        const Link& link = fabric.link(LinkId(i));
        const ChannelId up = channelOf(LinkId(i), Direction::Up),
                        down = channelOf(LinkId(i), Direction::Down);
        const double capacity = outcome.state.capacity[up.value];
        text += csvField(fabric.name(fabric.elementOf(LinkId(i)))) + "," + std::string(wordOf(link.kind)) +
                "," + (link.plane ? std::to_string(*link.plane + 1) : "") + "," +
                number(link.rate.base() / 1e9) + "," + number(capacity / 1e9) + "," +
                (capacity > 0 ? "1" : "0") + "," + number(static_cast<double>(load[up.value])) + "," +
                number(static_cast<double>(load[down.value])) + "\n";
    }
    return text;
}

} // namespace supernode
