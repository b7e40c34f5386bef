// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/rings_sign.h"

#include "views/scene/ramp.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace supernode {
namespace {

constexpr double outermost = 0.44; // of the side: where the outer edge of the first ring lies
constexpr double corner = 0.21;    // of the ground
const QColor ground(0x0f, 0x16, 0x26);

QColor toColour(Vec3 c) { return QColor::fromRgbF(c.x, c.y, c.z); }

QPointF at(double radius, double angle) { return {radius * std::cos(angle), radius * std::sin(angle)}; }

QPainterPath shapeOf(const SignStroke& s) {
    constexpr double degrees = 180 / std::numbers::pi;
    const auto circle = [](double r) { return QRectF(-r, -r, 2 * r, 2 * r); };
    const double from = -(s.angle - s.halfAngle) * degrees, sweep = -2 * s.halfAngle * degrees;
    QPainterPath path;
    path.arcMoveTo(circle(s.radius + s.half), from);
    path.arcTo(circle(s.radius + s.half), from, sweep);
    path.arcTo(circle(s.radius - s.half), from + sweep, -sweep);
    path.closeSubpath();
    return path;
}

QByteArray number(double value) { return QByteArray::number(value, 'f', 2); }

QByteArray pathOf(const SignStroke& s, double side) {
    const auto point = [&](double radius, double angle) {
        const QPointF p = at(radius, angle) * side + QPointF(side, side) / 2;
        return number(p.x()) + " " + number(p.y());
    };
    const double outer = s.radius + s.half, inner = s.radius - s.half;
    const double from = s.angle - s.halfAngle, to = s.angle + s.halfAngle;
    const QByteArray large = s.halfAngle * 2 > std::numbers::pi ? "1" : "0";
    return "M" + point(outer, from) + " A" + number(outer * side) + " " + number(outer * side) + " 0 " +
           large + " 1 " + point(outer, to) + " L" + point(inner, to) + " A" + number(inner * side) + " " +
           number(inner * side) + " 0 " + large + " 0 " + point(inner, from) + " Z";
}

} // namespace

std::vector<SignStroke> signStrokes(const FabricPicture& picture, int pixels) {
    const bool fine = pixels >= 96;
    const std::size_t every = fine ? 1 : pixels >= 40 ? 2 : 3;
    const double reach = picture.rings.front().radius + picture.rings.front().half;
    const double core = picture.rings.back().radius;
    std::vector<SignStroke> strokes;
    // The rings as they stand, drawn apart so that the innermost is not lost: radii from 1 down to a quarter.
    const auto placed = [&](double radius) {
        return outermost * (0.26 + 0.74 * (radius - core) / std::max(1e-9, reach - core));
    };
    const std::size_t rings = picture.rings.size();
    const double pitch = rings > 1 ? outermost * 0.74 / (static_cast<double>(rings) - 1) : outermost * 0.3;
    for (std::size_t r = 0; r < rings; r += every) {
        const float place = rings > 1 ? static_cast<float>(r) / static_cast<float>(rings - 1) : 0;
        SignStroke stroke{placed(picture.rings[r].radius), pitch * static_cast<double>(every) * 0.30, 0, 0,
                          toColour(rampAt(1 - 0.86f * place))};
        if (!fine) {
            stroke.angle = std::numbers::pi;
            stroke.halfAngle = std::numbers::pi - numbersGap / 2 - 0.12;
            strokes.push_back(stroke);
            continue;
        }
        for (const RingPart& part : picture.parts)
            if (part.kind == PartKind::Segment && part.radius == picture.rings[r].radius) {
                stroke.angle = part.angle;
                stroke.halfAngle = part.halfAngle;
                strokes.push_back(stroke);
            }
    }
    return strokes;
}

QImage signImage(const FabricPicture& picture, int pixels) {
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.translate(pixels / 2.0, pixels / 2.0);
    painter.scale(pixels, pixels);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(-0.5, -0.5, 1, 1), corner, corner);
    for (const SignStroke& stroke : signStrokes(picture, pixels)) {
        painter.setBrush(stroke.colour);
        painter.drawPath(shapeOf(stroke));
    }
    return image;
}

QByteArray signSvg(const FabricPicture& picture) {
    constexpr double side = 256;
    QByteArray svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 256 256\">\n<rect width=\"256\" "
        "height=\"256\" rx=\"" +
        number(corner * side) + "\" fill=\"" + ground.name().toLatin1() + "\"/>\n";
    for (const SignStroke& stroke : signStrokes(picture, static_cast<int>(side)))
        svg +=
            "<path fill=\"" + stroke.colour.name().toLatin1() + "\" d=\"" + pathOf(stroke, side) + "\"/>\n";
    return svg + "</svg>\n";
}

} // namespace supernode
