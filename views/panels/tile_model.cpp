// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/tile_model.h"

#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <cmath>

namespace supernode {
namespace {

using Judgement = TileModel::Judgement;

QString tr(const char* text) { return QCoreApplication::translate("TileModel", text); }

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
    return metric.grade == Grade::Modelled || metric.grade == Grade::Derived ? modelled(metric.value)
                                                                             : exact(metric.value);
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

// Times are told in their unit, shares in points, all else in per cent of the baseline.
QString changeText(const Metric& now, double before) {
    const QString unit = QString::fromStdString(now.unit);
    const double change = now.value - before;
    if (secondsIn(unit) > 0)
        return signedChange(change, unit);
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
        tile.change = tile.changeLong = tr("= baseline");
        return;
    }
    tile.judgement = judge(change, now.better);
    tile.change = (change > 0 ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + changeText(now, *before);
    tile.changeLong = tr("%1 vs. baseline").arg(tile.change);
}

// "Fabric in use", or "Use of 6 planes" when some are gone: what is left may be as full as before.
QString titleOf(const Metric& metric, const Outcome& outcome) {
    if (metric.id != "fabric_utilization" || outcome.fabricUse.failedLinks == 0)
        return word(metric.name);
    std::size_t up = 0;
    const std::size_t planes = outcome.fabric->count(ElementKind::Plane);
    for (std::size_t p = 0; p < planes; ++p)
        up += outcome.state.alive(outcome.fabric->id(ElementKind::Plane, p));
    return up < planes ? tr("Use of %1 planes").arg(up) : tr("Use of links up");
}

} // namespace

std::vector<TileModel> tilesFor(const Outcome& now, const Outcome& baseline, const Outcome* other) {
    std::vector<TileModel> tiles;
    for (const Metric& made : now.metrics) {
        if (tiles.size() == headlineTiles)
            break;
        const Metric metric = shownMetric(made);
        TileModel tile;
        tile.id = QString::fromStdString(metric.id);
        tile.title = titleOf(metric, now);
        tile.value = valueOf(metric);
        tile.unit = shownUnit(QString::fromStdString(metric.unit));
        tile.sentence = word(metric.sentence);
        compareWith(tile, metric, baseline.metric(metric.id));
        // Less work done sooner is not better.
        if (now.undelivered.pairs > baseline.undelivered.pairs && tile.judgement == Judgement::Good)
            tile.judgement = Judgement::Neutral;
        if (const Metric* found = other ? other->metric(metric.id) : nullptr) {
            const Metric theirs = shownMetric(*found);
            const SystemSpec& system = *other->scenario.system;
            const bool sameUnit = theirs.unit == metric.unit;
            tile.other =
                shortName(system) + " " +
                (sameUnit ? valueOf(theirs) : withUnit(valueOf(theirs), QString::fromStdString(theirs.unit)));
            tile.otherColour = QColor(QString::fromStdString(system.accent));
        }
        tiles.push_back(tile);
    }
    return tiles;
}

} // namespace supernode
