// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_dots.h"

#include "views/scene/particle_plan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace supernode {
namespace {

constexpr double closest = 0.035; // between two dots of a lane

double lengthOf(const std::vector<QPointF>& points) {
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        sum += std::hypot(points[i].x() - points[i - 1].x(), points[i].y() - points[i - 1].y());
    return sum;
}

// The two directions walk beside each other, each a little to its right.
std::vector<QPointF> shifted(const std::vector<QPointF>& points) {
    constexpr double aside = 0.004;
    std::vector<QPointF> moved = points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF along = points[std::min(i + 1, points.size() - 1)] - points[i > 0 ? i - 1 : 0];
        const double length = std::hypot(along.x(), along.y());
        if (length > 0)
            moved[i] += QPointF(-along.y(), along.x()) * (aside / length);
    }
    return moved;
}

DotLane laneOf(std::vector<QPointF> points, double flux, std::size_t number) {
    DotLane lane;
    lane.points = shifted(points);
    double sum = 0;
    for (std::size_t i = 0; i < lane.points.size(); ++i) {
        if (i > 0)
            sum += std::hypot(lane.points[i].x() - lane.points[i - 1].x(),
                              lane.points[i].y() - lane.points[i - 1].y());
        lane.at.push_back(sum);
    }
    lane.flux = flux;
    lane.phase = std::fmod(static_cast<double>(number) / std::numbers::phi, 1.0);
    return lane;
}

QPointF along(const DotLane& lane, double way) {
    const auto next = std::upper_bound(lane.at.begin() + 1, lane.at.end() - 1, way);
    const auto i = static_cast<std::size_t>(next - lane.at.begin());
    const double piece = lane.at[i] - lane.at[i - 1];
    const double share = piece > 0 ? (way - lane.at[i - 1]) / piece : 0;
    return lane.points[i - 1] + (lane.points[i] - lane.points[i - 1]) * share;
}

} // namespace

FabricDots planDots(const FabricWays& ways, double timeScale, std::size_t most) {
    FabricDots dots;
    double byCount = 0, byDensity = 0;
    for (const Way& way : ways.ways)
        for (const double payload : {way.payloadUp, way.payloadDown}) {
            const double passing = payload * timeScale / dots.pace; // bytes per length of the lane
            byCount += passing * lengthOf(way.points) / static_cast<double>(most);
            byDensity = std::max(byDensity, passing * closest);
        }
    dots.bytesPerDot = roundUp125(std::max(byCount, byDensity));
    if (dots.bytesPerDot <= 0)
        return dots;
    for (const Way& way : ways.ways) {
        if (way.payloadUp > 0)
            dots.lanes.push_back(
                laneOf(way.points, way.payloadUp * timeScale / dots.bytesPerDot, dots.lanes.size()));
        if (way.payloadDown > 0)
            dots.lanes.push_back(laneOf({way.points.rbegin(), way.points.rend()},
                                        way.payloadDown * timeScale / dots.bytesPerDot, dots.lanes.size()));
    }
    return dots;
}

void placeDots(const FabricDots& dots, double seconds, std::vector<QPointF>& places) {
    for (const DotLane& lane : dots.lanes) {
        const double spacing = dots.pace / lane.flux;
        const double passed = seconds * lane.flux + lane.phase;
        const double first = (passed - std::floor(passed)) * spacing;
        for (double way = first; way < lane.at.back(); way += spacing)
            places.push_back(along(lane, way));
    }
}

} // namespace supernode
