// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_model.h"

#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

std::vector<Roof> roofsOf(const SystemSpec& system) {
    const double parts = system.endpointsPerChip();
    std::vector<Roof> roofs{{RoofKind::Compute, tr("BF16"), system.chip.bf16.value.base() / parts}};
    roofs.push_back({RoofKind::Compute, tr("8 bit"), system.chip.eightBit.value.base() / parts});
    if (system.chip.fourBit)
        roofs.push_back({RoofKind::Compute, tr("4 bit"), system.chip.fourBit->value.base() / parts});
    roofs.push_back({RoofKind::Memory, tr("HBM"), system.chip.hbmBandwidth.value.base() / parts});
    roofs.push_back({RoofKind::Fabric, tr("fabric"), system.endpointBandwidth().base()});
    return roofs;
}

struct StageSum {
    std::string stage;
    double flops = 0, bytes = 0, seconds = 0;
};

void addStages(RooflineModel& model, const std::vector<WorkPoint>& work, double all) {
    std::vector<StageSum> stages;
    for (const WorkPoint& w : work) {
        if (stages.empty() || stages.back().stage != w.stage)
            stages.push_back({w.stage});
        stages.back().flops += w.flops * w.repeats;
        stages.back().bytes += w.fabricBytes * w.repeats;
        stages.back().seconds += w.time.base() * w.repeats;
    }
    for (const StageSum& s : stages)
        if (s.flops > 0 && s.bytes > 0 && s.seconds > 0)
            model.points.push_back({word(s.stage),
                                    word(s.stage),
                                    {},
                                    RoofKind::Fabric,
                                    s.flops / s.bytes,
                                    s.flops / s.seconds,
                                    s.seconds / all,
                                    seconds(s.seconds),
                                    {}});
}

void addOperators(RooflineModel& model, const std::vector<WorkPoint>& work, double all) {
    for (const WorkPoint& w : work) {
        const double share = w.time.base() * w.repeats / all;
        if (w.flops <= 0 || w.memoryBytes <= 0 || w.time.base() <= 0) {
            model.withoutArithmetic += share;
            continue;
        }
        model.points.push_back({word(w.name), word(w.stage), w.phase, RoofKind::Memory,
                                w.flops / w.memoryBytes, w.flops / w.time.base(), share, w.time,
                                word(w.limitedBy)});
    }
}

// Whole decades around what is drawn.
Decades decadesOf(double least, double most) {
    return {static_cast<int>(std::floor(std::log10(least * 0.8))),
            static_cast<int>(std::ceil(std::log10(most * 1.25)))};
}

} // namespace

double heightOf(const Roof& roof, double intensity) {
    return roof.kind == RoofKind::Compute ? roof.rate : roof.rate * intensity;
}

RooflineModel rooflineOf(const Outcome& outcome) {
    const SystemSpec& system = outcome.fabric ? outcome.fabric->system() : *outcome.scenario.system;
    RooflineModel model;
    model.who = word(system.chip.endpointWord);
    model.roofs = roofsOf(system);
    double all = 0;
    for (const WorkPoint& w : outcome.work)
        all += w.time.base() * w.repeats;
    if (all > 0) {
        addOperators(model, outcome.work, all);
        addStages(model, outcome.work, all);
    }
    std::stable_sort(model.points.begin(), model.points.end(),
                     [](const RoofPoint& a, const RoofPoint& b) { return a.share > b.share; });
    double top = 0, slowest = HUGE_VAL;
    for (const Roof& roof : model.roofs)
        (roof.kind == RoofKind::Compute ? top : slowest) =
            roof.kind == RoofKind::Compute ? std::max(top, roof.rate) : std::min(slowest, roof.rate);
    // From one FLOP a byte to beyond the corner of the slowest slanted roof.
    double x0 = 1, x1 = top / slowest, y0 = top / 1e3;
    for (const RoofPoint& point : model.points) {
        x0 = std::min(x0, point.intensity);
        x1 = std::max(x1, point.intensity);
        y0 = std::min(y0, point.rate);
    }
    model.x = decadesOf(x0, x1);
    model.y = decadesOf(y0, top);
    return model;
}

bool worksIn(const RoofPoint& point, const Phase& phase) {
    if (point.phase.empty())
        return false;
    const std::string& name = phase.name;
    return name == point.phase ||
           (name.size() == point.phase.size() + 2 && name.starts_with(point.phase + " "));
}

QString sentenceOf(const RoofPoint& point, const QString& who) {
    const QString rate = withUnit(modelled(point.rate / 1e12), QStringLiteral("TFLOP/s"));
    const QString share = percent(point.share);
    if (point.against == RoofKind::Fabric)
        return tr("%1 as a whole: %2 FLOP for each byte on the fabric, %3 for each %4; %5 of the time.")
            .arg(point.name, modelled(point.intensity), rate, who, share);
    return tr("%1 (%2): %3 FLOP for each byte of memory, %4 for each %5, %6 a run, %7 of the time. Limited "
              "by %8.")
        .arg(point.name, point.stage, modelled(point.intensity), rate, who, modelledTime(point.time), share,
             point.limitedBy);
}

} // namespace supernode
