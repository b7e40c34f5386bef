// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_layout.h"

#include <QLineF>
#include <QMarginsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {
namespace {

constexpr double gap = 6; // between a mark and its label: the ring of the running one fits in

double lengthOf(QPointF p) { return std::hypot(p.x(), p.y()); }

double distanceToLine(QPointF at, QPointF a, QPointF b) {
    const QPointF way = b - a;
    const double length = QPointF::dotProduct(way, way);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(at - a, way) / length, 0.0, 1.0) : 0;
    return lengthOf(at - (a + way * share));
}

} // namespace

QPointF RoofPlot::place(double xValue, double yValue) const {
    const auto share = [](double value, LogRange range) {
        return (std::log10(value) - range.least) / (range.most - range.least);
    };
    return {box.left() + share(xValue, x) * box.width(), box.bottom() - share(yValue, y) * box.height()};
}

RoofPlots plotsOf(const RooflinePicture& picture, const QRectF& area, const QMarginsF& edge) {
    constexpr double arithmeticShare = 0.6;
    RoofPlots plots{{{}, picture.arithmetic.x, picture.arithmetic.y},
                    {{}, picture.fabric.x, picture.fabric.y}};
    const bool sends = !picture.fabric.marks.empty();
    const bool computes = !picture.arithmetic.marks.empty() || !sends;
    const double cut = !sends ? area.width() : computes ? std::round(area.width() * arithmeticShare) : 0;
    QRectF left = area, right = area;
    left.setWidth(cut);
    right.setLeft(area.left() + cut);
    if (computes)
        plots.arithmetic.box = left.marginsRemoved(edge);
    if (sends)
        plots.fabric.box = right.marginsRemoved(edge);
    return plots;
}

double radiusOf(const RoofMark& mark) { return 5 + 15 * std::sqrt(std::clamp(mark.share, 0.0, 1.0)); }

namespace {

QRectF discOf(const RoofMark& mark, const RoofPlot& plot) {
    const double r = radiusOf(mark);
    return {plot.place(mark) - QPointF(r, r), plot.place(mark) + QPointF(r, r)};
}

// Right, left, below, above, then the corners.
std::array<QPointF, 8> cornersFor(double r, QSizeF size) {
    const double w = size.width(), h = size.height(), d = r * 0.71;
    return {QPointF(r, -h / 2), QPointF(-r - w, -h / 2), QPointF(-w / 2, r), QPointF(-w / 2, -r - h),
            QPointF(d, d),      QPointF(d, -d - h),      QPointF(-d - w, d), QPointF(-d - w, -d - h)};
}

bool isFree(const QRectF& box, const std::vector<QRectF>& taken) {
    return std::none_of(taken.begin(), taken.end(),
                        [&](const QRectF& other) { return other.intersects(box); });
}

// Each line of a roof as a chain of small boxes.
std::vector<QRectF> linesOf(const RoofPanel& panel, const RoofPlot& plot) {
    constexpr double step = 5;
    std::vector<QRectF> boxes;
    for (std::size_t i = 0; i < panel.roofs.size(); ++i) {
        const auto [a, b] = endsOf(panel, i, plot);
        const int count = std::max(1, static_cast<int>(lengthOf(b - a) / step));
        for (int k = 0; k <= count; ++k)
            boxes.emplace_back(a + (b - a) * k / count - QPointF(1.5, 1.5), QSizeF(3, 3));
    }
    return boxes;
}

} // namespace

std::vector<RoofLabel> labelsOf(const RoofPanel& panel, const RoofPlot& plot, std::vector<QRectF> taken,
                                const std::function<QSizeF(const RoofMark&)>& sizeOf) {
    for (const RoofMark& mark : panel.marks)
        taken.push_back(discOf(mark, plot));
    const std::vector<QRectF> lines = linesOf(panel, plot);
    std::vector<RoofLabel> labels;
    for (std::size_t i = 0; i < panel.marks.size(); ++i) {
        const RoofMark& mark = panel.marks[i];
        const QSizeF size = sizeOf(mark);
        const auto place = [&](const std::vector<QRectF>& avoided) {
            for (const QPointF corner : cornersFor(radiusOf(mark) + gap, size))
                if (const QRectF box(plot.place(mark) + corner, size);
                    plot.box.contains(box) && isFree(box, taken) && isFree(box, avoided))
                    return box;
            return QRectF();
        };
        QRectF box = place(lines);
        if (box.isNull())
            box = place({});
        if (box.isNull())
            continue;
        labels.push_back({i, box});
        taken.push_back(box);
    }
    return labels;
}

QRectF nameBoxOf(const RoofPanel& panel, std::size_t roof, const RoofPlot& plot, QSizeF size) {
    const auto [a, b] = endsOf(panel, roof, plot);
    const double over = b.y() - size.height() - 2, under = b.y() + 2;
    const bool lowered = panel.roofs[roof].lowered();
    const auto clear = [&](const QRectF& box) {
        return std::none_of(panel.marks.begin(), panel.marks.end(), [&](const RoofMark& mark) {
            return discOf(mark, plot).adjusted(-4, 0, 4, 0).intersects(box);
        });
    };
    const QRectF last(QPointF(b.x() - size.width() - 2, lowered ? under : over), size);
    for (const double top : {last.top(), lowered ? over : under})
        for (QRectF box(QPointF(last.left(), top), size); box.left() > a.x(); box.translate(-8, 0))
            if (clear(box))
                return box;
    return last;
}

std::size_t markAt(const RoofPanel& panel, const RoofPlot& plot, QPointF at, double reach) {
    std::size_t nearest = panel.marks.size();
    double least = reach;
    for (std::size_t i = panel.marks.size(); i-- > 0 && !plot.empty();) { // the last is painted on top
        const double distance = lengthOf(plot.place(panel.marks[i]) - at) - radiusOf(panel.marks[i]);
        if (distance <= 0)
            return i;
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

std::pair<QPointF, QPointF> endsOf(const RoofPanel& panel, std::size_t roof, const RoofPlot& plot) {
    const Roof& r = panel.roofs[roof];
    const double x0 = std::pow(10, plot.x.least), x1 = std::pow(10, plot.x.most);
    const double y0 = std::pow(10, plot.y.least);
    double slope = 0, top = 0;
    for (const Roof& other : panel.roofs)
        (other.kind == WorkLimit::Memory ? slope : top) =
            std::max(other.kind == WorkLimit::Memory ? slope : top, other.rate);
    if (r.kind == WorkLimit::Memory) {
        const double from = std::max(x0, y0 / r.rate), to = std::min(x1, top / r.rate);
        return {plot.place(from, r.rate * from), plot.place(to, r.rate * to)};
    }
    const double from = slope > 0 ? std::max(x0, r.rate / slope) : x0;
    return {plot.place(from, r.rate), plot.place(x1, r.rate)};
}

std::size_t roofAt(const RoofPanel& panel, const RoofPlot& plot, QPointF at, double reach) {
    std::size_t nearest = panel.roofs.size();
    double least = reach;
    for (std::size_t i = 0; i < panel.roofs.size() && !plot.empty(); ++i) {
        const auto [a, b] = endsOf(panel, i, plot);
        if (const double distance = distanceToLine(at, a, b); distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

} // namespace supernode
