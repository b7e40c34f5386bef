// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/outcome_file.h"

#include "app/files/csv.h"
#include "app/files/json_reader.h"
#include "app/files/scenario_file.h"

namespace supernode {
namespace {

using Json = nlohmann::ordered_json;

std::string_view word(Metric::Better better) {
    switch (better) {
    case Metric::Better::Higher:
        return "higher";
    case Metric::Better::Lower:
        return "lower";
    case Metric::Better::Neither:
        break;
    }
    return "neither";
}

Json toJson(const Metric& m) {
    Json out{{"id", m.id},
             {"name", m.name},
             {"value", numberToJson(m.value)},
             {"unit", m.unit},
             {"per", m.per},
             {"grade", toString(m.grade)},
             {"better", word(m.better)},
             {"sentence", m.sentence}};
    if (m.bound != Metric::Bound::None)
        out["bound"] = m.bound == Metric::Bound::AtLeast ? "at least" : "at most";
    if (!m.formula.empty())
        out["formula"] = m.formula;
    return out;
}

Json toJson(const SystemSpec& s) {
    return {{"id", s.id},
            {"name", s.name},
            {"maker", s.maker},
            {"nodes", s.nodes()},
            {"chips", s.chips()},
            {"endpoints", s.endpoints()},
            {"cpus", s.cpus()},
            {"planes", s.planes()},
            {"link_rate_gb_per_s", numberToJson(s.linkRate().base() / 1e9)}};
}

Json toJson(const Bottleneck& b, const Fabric& fabric) {
    Json elements = Json::array();
    for (const ElementId element : b.elements)
        elements.push_back(fabric.name(element));
    return {{"resource", b.resource},
            {"share", numberToJson(b.share)},
            {"sentence", b.sentence},
            {"path", b.path},
            {"elements", std::move(elements)}};
}

Json toJson(const Phase& p) {
    return {{"name", p.name},
            {"start_us", numberToJson(p.start.base() * 1e6)},
            {"duration_us", numberToJson(p.duration.base() * 1e6)},
            {"limited_by", p.limitedBy},
            {"lane", toString(p.lane)},
            {"team", p.team},
            {"repeats", numberToJson(p.repeats)},
            {"period_us", numberToJson(p.period.base() * 1e6)}};
}

Json fabricToJson(const Outcome& o) {
    const FabricUse use = fabricUse(o);
    return {{"links", use.links},
            {"failed_links", use.failedLinks},
            {"utilization",
             {{"mean", numberToJson(use.mean)},
              {"p50", numberToJson(use.p50)},
              {"p99", numberToJson(use.p99)},
              {"max", numberToJson(use.max)}}},
            {"dropped_flows", o.undelivered.pairs},
            {"dropped_examples", o.undelivered.examples}};
}

template <class Items, class ToJson>
Json list(const Items& items, ToJson one) {
    Json all = Json::array();
    for (const auto& item : items)
        all.push_back(one(item));
    return all;
}

} // namespace

std::string outcomeToJson(const Outcome& o) {
    Json out;
    out["scenario"] = Json::parse(writeScenario(o.scenario));
    out["system"] = toJson(o.fabric->system());
    out["metrics"] = list(o.metrics, [](const Metric& m) { return toJson(m); });
    out["bottleneck"] = toJson(o.bottleneck, *o.fabric);
    out["phases"] = list(o.phases, [](const Phase& p) { return toJson(p); });
    out["fabric"] = fabricToJson(o);
    out["warnings"] = list(o.warnings, [](const Issue& i) { return toSentence(i); });
    return out.dump(2) + "\n";
}

std::string outcomeToCsv(const Outcome& o) {
    std::string text = "id,name,value,unit,per,grade,sentence\n";
    for (const Metric& m : o.metrics)
        text += csvField(m.id) + "," + csvField(m.name) + "," + numberToJson(m.value).dump() + "," +
                csvField(m.unit) + "," + csvField(m.per) + "," + std::string(toString(m.grade)) + "," +
                csvField(m.sentence) + "\n";
    return text;
}

} // namespace supernode
