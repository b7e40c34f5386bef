// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_picture.h"

#include "views/roofline/roofline_traffic.h"
#include "views/roofline/roofline_words.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

// Operators of one name, or of one phase, over all stages of a pass.
struct Sum {
    std::string key;
    double flops = 0, memory = 0, fabric = 0, seconds = 0;
    double atPeak = 0; // seconds that its FLOPs would take at the peaks of the units they use
    std::vector<std::string> phases;
    std::map<std::string, double> runsOfStage;
    std::map<std::pair<WorkLimit, std::string>, double> limits; // seconds

    double runs() const {
        double all = 0;
        for (const auto& [stage, runs] : runsOfStage)
            all += runs;
        return all;
    }
};

std::vector<Sum> sumsOf(const Outcome& o, WorkDetail detail) {
    std::vector<Sum> sums;
    for (const WorkPoint& w : o.work) {
        const std::string& key = detail == WorkDetail::Phase ? w.phase : w.name;
        auto sum = std::find_if(sums.begin(), sums.end(), [&](const Sum& s) { return s.key == key; });
        if (sum == sums.end()) {
            sum = sums.insert(sums.end(), Sum());
            sum->key = key;
        }
        sum->flops += w.flops * w.repeats;
        // What a message reads and writes is no part of what the fabric carries.
        sum->memory += w.fabricBytes > 0 ? 0 : w.memoryBytes * w.repeats;
        sum->fabric += w.fabricBytes * w.repeats;
        sum->seconds += w.time.base() * w.repeats;
        double& runs = sum->runsOfStage[w.stage];
        runs = std::max(runs, w.repeats);
        if (w.rate && w.flops > 0)
            if (const auto peak = matrixRate(o.fabric->system().chip, *w.rate))
                sum->atPeak += w.flops * w.repeats / peak->base();
        if (std::find(sum->phases.begin(), sum->phases.end(), w.phase) == sum->phases.end())
            sum->phases.push_back(w.phase);
        sum->limits[{w.limit, w.limitedBy}] += w.time.base() * w.repeats;
    }
    return sums;
}

RoofMark markOf(const Sum& sum, double all) {
    const auto largest = std::max_element(sum.limits.begin(), sum.limits.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
    RoofMark mark;
    mark.key = sum.key;
    mark.name = word(sum.key);
    mark.phases = sum.phases;
    mark.limit = largest->first.first;
    mark.limitedBy = word(largest->first.second);
    mark.share = sum.seconds / all;
    mark.time = seconds(sum.seconds);
    mark.runs = sum.runs();
    return mark;
}

const Roof* roofOfKind(const RoofPanel& panel, WorkLimit kind) {
    const auto found = std::find_if(panel.roofs.begin(), panel.roofs.end(),
                                    [kind](const Roof& r) { return r.kind == kind; });
    return found == panel.roofs.end() ? nullptr : &*found;
}

void addWork(RooflinePicture& picture, const Outcome& outcome, WorkDetail detail) {
    const std::vector<Sum> sums = sumsOf(outcome, detail);
    double all = 0;
    for (const Sum& sum : sums)
        all += sum.seconds;
    if (!(all > 0))
        return;
    const Roof& hbm = *roofOfKind(picture.arithmetic, WorkLimit::Memory);
    for (const Sum& sum : sums) {
        for (const auto& [limit, seconds] : sum.limits)
            picture.limits[static_cast<std::size_t>(limit.first)] += seconds / all;
        if (!(sum.seconds > 0))
            continue;
        RoofMark mark = markOf(sum, all);
        if (sum.fabric > 0) {
            mark.panel = RoofMark::Panel::Fabric;
            mark.startUp = true;
            mark.x = sum.fabric / mark.runs;
            mark.y = sum.fabric / sum.seconds;
            mark.height = picture.fabric.roofs.front().rate;
            mark.roof = picture.fabric.roofs.front().name;
            picture.fabric.marks.push_back(mark);
        } else if (sum.flops > 0 && sum.memory > 0) {
            mark.x = sum.flops / sum.memory;
            mark.y = sum.flops / sum.seconds;
            const double slope = heightOf(hbm, mark.x);
            const double peak = sum.atPeak > 0 ? sum.flops / sum.atPeak : slope;
            mark.height = std::min(slope, peak);
            mark.roof = slope <= peak ? hbm.name : tr("matrix units");
            picture.arithmetic.marks.push_back(mark);
        } else {
            picture.placeless += mark.share;
        }
    }
}

void addTraffic(RooflinePicture& picture, const Outcome& outcome) {
    for (const SentWork& w : sentWorkOf(outcome)) {
        const bool rdma = w.network == Network::ScaleOut;
        if (rdma && picture.fabric.roofs.size() == 1)
            picture.fabric.roofs.push_back(scaleOutRoof(outcome));
        RoofMark mark;
        mark.panel = RoofMark::Panel::Fabric;
        mark.key = w.phase;
        mark.name = word(w.phase);
        mark.phases = {w.phase};
        mark.limit = WorkLimit::Fabric;
        mark.limitedBy = word(w.limitedBy);
        mark.x = w.bytes / w.runs;
        mark.y = w.bytes / w.seconds;
        mark.share = outcome.end.base() > 0 ? w.seconds / outcome.end.base() : 0;
        mark.time = seconds(w.seconds);
        mark.runs = w.runs;
        const Roof& roof = rdma ? picture.fabric.roofs.back() : picture.fabric.roofs.front();
        mark.height = roof.rate;
        mark.roof = roof.name;
        if (outcome.work.empty()) // else the operators say what holds the time
            picture.limits[static_cast<std::size_t>(WorkLimit::Fabric)] += mark.share;
        picture.fabric.marks.push_back(std::move(mark));
    }
}

// Whole powers of ten round what is drawn, so that axes stand still while a knob moves a little.
LogRange rangeOf(double least, double most) {
    return {std::floor(std::log10(least * 0.8)), std::ceil(std::log10(most * 1.3))};
}

void setRanges(RoofPanel& panel, double x0, double x1, double y0, double y1) {
    for (const RoofMark& mark : panel.marks) {
        x0 = std::min(x0, mark.x);
        x1 = std::max(x1, mark.x * 1.5); // large marks reach beyond their middle
        y0 = std::min(y0, mark.y);
    }
    panel.x = rangeOf(x0, x1);
    panel.y = rangeOf(y0, y1);
    std::stable_sort(panel.marks.begin(), panel.marks.end(),
                     [](const RoofMark& a, const RoofMark& b) { return a.share > b.share; });
}

double mix(double from, double to, double way) { return from + (to - from) * way; }
double logMix(double from, double to, double way) {
    return from > 0 && to > 0 ? std::exp(mix(std::log(from), std::log(to), way)) : to;
}
LogRange mix(LogRange from, LogRange to, double way) {
    return {mix(from.least, to.least, way), mix(from.most, to.most, way)};
}

RoofPanel between(const RoofPanel& from, const RoofPanel& to, double way) {
    RoofPanel panel = to;
    if (from.marks.empty() || to.marks.empty())
        return panel;
    panel.x = mix(from.x, to.x, way);
    panel.y = mix(from.y, to.y, way);
    for (RoofMark& mark : panel.marks)
        if (const RoofMark* before = from.find(mark.key)) {
            mark.x = logMix(before->x, mark.x, way);
            mark.y = logMix(before->y, mark.y, way);
            mark.share = mix(before->share, mark.share, way);
        }
    for (Roof& roof : panel.roofs)
        for (const Roof& before : from.roofs)
            if (before.kind == roof.kind && before.name == roof.name)
                roof.rate = logMix(before.rate, roof.rate, way);
    return panel;
}

} // namespace

double heightOf(const Roof& roof, double x) {
    return roof.kind == WorkLimit::Memory ? roof.rate * x : roof.rate;
}

const RoofMark* RoofPanel::find(const std::string& key) const {
    const auto found =
        std::find_if(marks.begin(), marks.end(), [&](const RoofMark& mark) { return mark.key == key; });
    return found == marks.end() ? nullptr : &*found;
}

RooflinePicture rooflineOf(const Outcome& outcome, WorkDetail detail) {
    const SystemSpec& system = outcome.fabric->system();
    RooflinePicture picture;
    picture.who = word(system.chip.endpointWord);
    picture.whole = outcome.work.empty() ? tr("the run") : tr("a pass");
    picture.arithmetic.roofs = arithmeticRoofs(outcome);
    picture.fabric.roofs = {fabricRoof(outcome)};
    addWork(picture, outcome, detail);
    if (picture.fabric.marks.empty()) // no operator says what it sends
        addTraffic(picture, outcome);
    double peak = 0;
    for (const Roof& roof : picture.arithmetic.roofs)
        peak = roof.kind == WorkLimit::Compute ? std::max(peak, roof.rate) : peak;
    const double corner = peak / roofOfKind(picture.arithmetic, WorkLimit::Memory)->rate;
    setRanges(picture.arithmetic, 2, corner, peak / 400, peak);
    double links = 0;
    for (const Roof& roof : picture.fabric.roofs)
        links = std::max({links, roof.rate, roof.built});
    setRanges(picture.fabric, 2e4, 2e7, links / 50, links);
    return picture;
}

RooflinePicture between(const RooflinePicture& from, const RooflinePicture& to, double way) {
    RooflinePicture picture = to;
    picture.arithmetic = between(from.arithmetic, to.arithmetic, way);
    picture.fabric = between(from.fabric, to.fabric, way);
    return picture;
}

bool worksIn(const RoofMark& mark, const Phase& phase) {
    return std::any_of(mark.phases.begin(), mark.phases.end(), [&](const std::string& name) {
        // Two microbatches add their letter.
        return phase.name == name ||
               (phase.name.size() == name.size() + 2 && phase.name.starts_with(name + " "));
    });
}

} // namespace supernode
