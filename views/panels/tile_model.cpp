// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/tile_model.h"

#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace supernode {
namespace {

using Judgement = TileModel::Judgement;

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

// A metric as it is shown: times take the unit that suits them.
Metric shownMetric(Metric metric) {
    const double scale = secondsIn(QString::fromStdString(metric.unit));
    if (scale <= 0)
        return metric;
    const TimeUnit unit = timeUnitFor(seconds(metric.value * scale));
    metric.value = inUnit(seconds(metric.value * scale), unit);
    metric.unit = symbol(unit).toStdString();
    return metric;
}

QString valueOf(const Metric& metric) {
    const bool ours = metric.grade == Grade::Modelled || metric.grade == Grade::Derived;
    return boundSign(metric.bound) + (ours ? modelled(metric.value) : exact(metric.value));
}

// The value of `metric` in the unit of `like`; empty when the units do not measure the same.
std::optional<double> valueIn(const Metric& metric, const Metric& like) {
    if (metric.unit == like.unit)
        return metric.value;
    const double from = secondsIn(QString::fromStdString(metric.unit));
    const double to = secondsIn(QString::fromStdString(like.unit));
    if (from > 0 && to > 0)
        return metric.value * from / to;
    return std::nullopt;
}

Judgement judge(double change, Metric::Better better) {
    if (better == Metric::Better::Neither)
        return Judgement::Neutral;
    return (change > 0) == (better == Metric::Better::Higher) ? Judgement::Good : Judgement::Bad;
}

// Times are told in their unit, or in the one that suits a change far smaller, shares in points, all else in
// per cent of the baseline.
QString changeText(const Metric& now, double before) {
    const QString unit = QString::fromStdString(now.unit);
    const double change = now.value - before;
    if (const double scale = secondsIn(unit); scale > 0) {
        if (std::abs(change) >= 0.1)
            return signedChange(change, unit);
        const Duration by = seconds(change * scale);
        const TimeUnit suits = timeUnitFor(seconds(std::abs(by.base())));
        const double told = inUnit(by, suits);
        return signedChange(std::abs(told) < 10 ? told : std::round(told),
                            symbol(suits)); // there is little room
    }
    if (unit == "%")
        return signedChange(change, tr("points"));
    if (before == 0)
        return signedChange(change, unit);
    return signedChange(change / before * 100, QStringLiteral("%"));
}

void compareWith(TileModel& tile, const Metric& now, const Metric* baseline) {
    const std::optional<double> before = baseline ? valueIn(*baseline, now) : std::nullopt;
    if (!before)
        return;
    const double change = now.value - *before;
    if (std::abs(change) <= 5e-4 * std::max(std::abs(now.value), std::abs(*before))) {
        tile.judgement = Judgement::Same;
        tile.change = QStringLiteral("=");
        tile.changeLong = tr("= baseline");
        return;
    }
    tile.judgement = judge(change, now.better);
    tile.change = (change > 0 ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + changeText(now, *before);
    tile.changeLong = tr("%1 vs. baseline").arg(tile.change);
}

// "Fabric in use", or "Use of 6 planes" when some are gone: what is left may be as full as before.
QString titleOf(const Metric& metric, const Outcome& outcome) {
    for (const auto& [id, title] : {std::pair{"time_to_first_token_p50", tr("First token, half")},
                                    {"time_to_first_token_p99", tr("First token, 99 %")},
                                    {"time_per_output_token_p99", tr("Next tokens, 99 %")}})
        if (metric.id == id) // the whole name is too long for a tile
            return title;
    if (metric.id != "fabric_utilization" || fabricUse(outcome).failedLinks == 0)
        return word(metric.name);
    std::size_t up = 0;
    const std::size_t planes = outcome.fabric->count(ElementKind::Plane);
    for (std::size_t p = 0; p < planes; ++p)
        up += outcome.state.alive(outcome.fabric->id(ElementKind::Plane, p));
    return up < planes ? tr("Use of %1 planes").arg(up) : tr("Use of links up");
}

// "tokens/s/NPU": what belongs to a chip says so.
QString unitOf(const Metric& metric, const SystemSpec& system) {
    const QString unit = shownUnit(QString::fromStdString(metric.unit));
    if (metric.id == "tokens_per_second_per_chip")
        return tr("/ %1").arg(word(system.chip.word));
    return metric.per == "chip" && unit.endsWith("/s") ? unit + "/" + word(system.chip.word) : unit;
}

std::vector<std::string_view> headlineIds(const Workload& workload) {
    const std::string_view kind = kindOf(workload);
    if (kind == Decode::kind)
        return {"tokens_per_second_per_chip",
                "time_per_output_token",
                "memory_share",
                "power",
                "throughput",
                "energy_per_token"};
    if (kind == Prefill::kind)
        return {"tokens_per_second_per_chip",
                "time_to_first_token",
                "memory_share",
                "power",
                "throughput",
                "energy_per_token"};
    if (kind == TrainingStep::kind)
        return {
            "tokens_per_second_per_chip", "step_time",  "model_flops_utilization", "bubble_share", "power",
            "exposed_communication",      "throughput", "energy_per_token"};
    if (kind == Serving::kind)
        return {"goodput",
                "time_to_first_token_p50",
                "time_to_first_token_p99",
                "time_per_output_token_p99",
                "stable_rate",
                "power"};
    if (kind == AllReduce::kind || kind == AllGather::kind || kind == ReduceScatter::kind ||
        kind == Broadcast::kind)
        return {"time", "bus_bandwidth", "fabric_utilization", "power", "throughput"};
    if (kind == MoeDispatch::kind || kind == MoeCombine::kind)
        return {"time", "bandwidth_per_rank", "fabric_utilization", "power", "throughput"};
    return {"throughput", "time", "fabric_utilization", "power"};
}

// Those of the kind that there are, then the first of the others; no more than there are tiles.
std::vector<const Metric*> headlinesOf(const Outcome& outcome) {
    std::vector<const Metric*> shown;
    const auto add = [&](const Metric* metric) {
        if (metric && shown.size() < headlineTiles &&
            std::find(shown.begin(), shown.end(), metric) == shown.end())
            shown.push_back(metric);
    };
    for (const std::string_view id : headlineIds(outcome.scenario.workload))
        add(outcome.metric(id));
    for (const Metric& metric : outcome.metrics)
        add(&metric);
    return shown;
}

} // namespace

std::vector<TileModel> tilesFor(const Outcome& now, const Outcome& baseline, const Outcome* other,
                                const QString& otherNote) {
    std::vector<TileModel> tiles;
    for (const Metric* made : headlinesOf(now)) {
        const Metric metric = shownMetric(*made);
        TileModel tile;
        tile.id = QString::fromStdString(metric.id);
        tile.title = titleOf(metric, now);
        tile.value = valueOf(metric);
        tile.unit = unitOf(metric, now.fabric ? now.fabric->system() : *now.scenario.system);
        tile.note = otherNote;
        tile.sentence = word(metric.sentence);
        compareWith(tile, metric, baseline.metric(metric.id));
        // Less work done sooner is not better.
        if (now.undelivered.pairs > baseline.undelivered.pairs && tile.judgement == Judgement::Good)
            tile.judgement = Judgement::Neutral;
        if (!other && !otherNote.isEmpty())
            tile.other = tr("not compared");
        if (const Metric* found = other ? other->metric(metric.id) : nullptr) {
            const Metric theirs = shownMetric(*found);
            const SystemSpec& system = *other->scenario.system;
            const bool sameUnit = theirs.unit == metric.unit;
            tile.other = shortName(system) + " " +
                         (sameUnit ? valueOf(theirs)
                                   : withUnit(valueOf(theirs), QString::fromStdString(theirs.unit))) +
                         (otherNote.isEmpty() ? QString() : QStringLiteral("*"));
            tile.otherColour = QColor(QString::fromStdString(system.accent));
        }
        tiles.push_back(tile);
    }
    return tiles;
}

QString boundSign(Metric::Bound bound) {
    return bound == Metric::Bound::None      ? QString()
           : bound == Metric::Bound::AtLeast ? QStringLiteral("≥ ")
                                             : QStringLiteral("≤ ");
}

} // namespace supernode
